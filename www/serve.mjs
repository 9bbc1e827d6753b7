// The demo's server: static files under the strict headers that a portal should send. Localhost only.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";

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

/**
 * Serves `/pkg/…` from the built package and the rest from this folder.
 * @param {{ headers?: Record<string, string> }} [options] `headers` replaces or adds, for tests
 */
export function server({ headers = {} } = {}) {
  return createServer((request, response) => {
    const file = fileOf(request.url ?? "/");
    const shared = { ...HEADERS, "Cache-Control": "no-cache", ...headers };
    if (!file || !["GET", "HEAD"].includes(request.method ?? "")) {
      response.writeHead(file ? 405 : 404, { ...shared, "Content-Type": TYPES[".txt"] }).end("Không có trang này.\n");
      return;
    }
    const { size, mtimeMs } = statSync(file);
    const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, { ...shared, ETag: tag }).end();
      return;
    }
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? "application/octet-stream";
    response.writeHead(200, { ...shared, "Content-Type": type, "Content-Length": size, ETag: tag });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
}

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
