// The demo's server: static files under the strict headers that a portal should send. Localhost only.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WWW = import.meta.dirname;
const PKG = join(WWW, "..", "pkg");

/**
 * No third party, nothing inline, no string that becomes a script (but the workers' addresses, by the policy
 * `cancuoc`).
 */
export const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types cancuoc",
  ].join("; "),
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The manual is drawn by Vue, whose policy has a name of its own. Nobody types anything there. */
const MANUAL = {
  "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace("trusted-types cancuoc", "trusted-types vue"),
};

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webmanifest": "application/manifest+json",
  ".bin": "application/octet-stream",
  ".zip": "application/zip",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".der": "application/octet-stream",
};

const NO_MANUAL = "Tài liệu chưa được dựng: make docs. / The manual is not built yet: make docs.\n";

/** What is text, or code: the others are compressed already. */
const COMPRESSED = /^(text\/|application\/(json|wasm|manifest|octet-stream)|image\/svg)/;

/**
 * Serves `/pkg/…` from the built package and the rest from this folder, as Brotli or gzip where the browser takes it.
 *
 * `no-cache` and a tag, and no long life: the addresses of the package stay the same from version to version (a portal
 * copies it into its site), so none of them carries a hash. Whoever comes again asks for nothing at all: the service
 * worker has every file under its SHA-256, and of a new version fetches what has changed.
 * @param {{ headers?: Record<string, string> }} [options] `headers` replaces or adds, for tests
 */
export function server({ headers = {} } = {}) {
  return createServer((request, response) => {
    const file = fileOf(request.url ?? "/");
    const manual = request.url?.startsWith("/manual/");
    const shared = { ...HEADERS, ...(manual ? MANUAL : {}), "Cache-Control": "no-cache", ...headers };
    if (!file || !["GET", "HEAD"].includes(request.method ?? "")) {
      const words = manual && !existsSync(join(WWW, "manual")) ? NO_MANUAL : "Không có trang này.\n";
      response.writeHead(file ? 405 : 404, { ...shared, "Content-Type": TYPES[".txt"] }).end(words);
      return;
    }
    const { size, mtimeMs } = statSync(file);
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? "application/octet-stream";
    const coding = COMPRESSED.test(type) ? codingOf(request.headers["accept-encoding"]) : undefined;
    const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}${coding ? `-${coding}` : ""}"`;
    const told = { ...shared, ETag: tag, Vary: "Accept-Encoding" };
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, told).end();
      return;
    }
    const body = coded(file, tag, coding);
    const how = coding ? { "Content-Encoding": coding } : {};
    response.writeHead(200, { ...told, ...how, "Content-Type": type, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}

/** The coding that the browser takes and that is the shortest. @param {string | string[] | undefined} accepted */
function codingOf(accepted) {
  const all = String(accepted ?? "").split(/\s*,\s*/);
  return all.includes("br") ? "br" : all.includes("gzip") ? "gzip" : undefined;
}

/** Each file is compressed once. @type {Map<string, { tag: string, body: Buffer }>} */
const kept = new Map();

/** @param {string} file @param {string} tag @param {"br" | "gzip" | undefined} coding */
function coded(file, tag, coding) {
  const key = `${coding ?? ""}:${file}`;
  const before = kept.get(key);
  if (before?.tag === tag) return before.body;
  const plain = readFileSync(file);
  const body =
    coding === "br"
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
      : coding === "gzip"
        ? gzipSync(plain)
        : plain;
  kept.set(key, { tag, body });
  return body;
}

/** Of Brotli. A portal compresses its files beforehand, with 11; here the first visitor waits for it. */
const QUALITY = 9;

/**
 * The file of an address, or nothing: never one outside the two folders.
 * @param {string} address
 */
function fileOf(address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (path.endsWith("/")) path += "index.html";
  const [root, rest] = path.startsWith("/pkg/") ? [PKG, path.slice(4)] : [WWW, path];
  const file = normalize(join(root, rest));
  const inside = file.startsWith(root + sep) && !path.includes("\0") && !rest.split("/").includes("node_modules");
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const port = Number(process.argv[2] ?? 8080);
  const listening = server().listen(port, "localhost", () => {
    console.log(`cancuoc: http://localhost:${port}/   (Ctrl+C để dừng / to stop)`);
  });
  listening.on("error", (error) => {
    const busy = /** @type {NodeJS.ErrnoException} */ (error).code === "EADDRINUSE";
    console.error(busy ? `Port ${port} is taken: make demo PORT=8081` : error.message);
    process.exit(1);
  });
}
