// What of the site is built, after each build of pkg/: libraries that only its pages use (www/vendor/), the catalogue
// of services for its first page (www/catalogue/), and the service worker (www/sw.js), bundled, with the list of every
// file that the site serves and its hash.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "../../tools/node_modules/esbuild/lib/main.js";
import workbox from "../../tools/node_modules/workbox-build/build/index.js";
import { SITE_LIBRARIES, TARGET, licence, vendor } from "../../tools/vendor.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const WWW = join(ROOT, "www");

/** Not served to people, or served from pkg/; the manual is for who builds a page, not kept for citizens. */
const NOT_SERVED = [
  "www/{tools,elements,offline,manual}/**",
  "www/{sw.js,serve.mjs,package.json}",
  "pkg/{LICENSE*,NOTICES.txt,sbom.cdx.json,package.json,server.wasm}",
  "**/*.{md,d.ts}",
  "**/node_modules/**",
];

/** Larger than any of our files; Workbox leaves out what is over 2 MB unless told otherwise. */
const LARGEST_FILE = 16 << 20;

export async function writeAssets() {
  await vendor(SITE_LIBRARIES, join(WWW, "vendor"));
  writeCatalogue();
  const bundled = join(ROOT, "target", "service-worker.js");
  mkdirSync(join(ROOT, "target"), { recursive: true });
  await build({
    entryPoints: [join(WWW, "offline", "service-worker.js")],
    outfile: bundled,
    banner: { js: licence(["workbox-precaching"]) },
    nodePaths: [join(ROOT, "tools", "node_modules")],
    define: { "process.env.NODE_ENV": '"production"' },
    bundle: true,
    minify: true,
    format: "iife",
    target: TARGET,
    legalComments: "none",
    logLevel: "warning",
  });
  const { warnings } = await workbox.injectManifest({
    swSrc: bundled,
    swDest: join(WWW, "sw.js"),
    globDirectory: ROOT,
    globPatterns: ["{www,pkg}/**/*"],
    globIgnores: NOT_SERVED,
    maximumFileSizeToCacheInBytes: LARGEST_FILE,
    manifestTransforms: [withHashes],
  });
  if (warnings.length) throw new Error(warnings.join("\n"));
}

/**
 * The services of `packs/services.json` as the pages need them: the list for the first page, which loads no core, and a
 * file for each service.
 */
function writeCatalogue() {
  const folder = join(WWW, "catalogue");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { services } = JSON.parse(readFileSync(join(ROOT, "packs", "services.json"), "utf8"));
  /** @param {string} name @param {unknown} value */
  const write = (name, value) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  for (const service of services) write(service.id, service);
  const listed = services.map((/** @type {any} */ { id, number, title, authority, forms, term, fee, reason }) => ({
    id,
    number,
    title,
    authority,
    forms,
    term,
    fee,
    reason,
  }));
  write("all", listed);
}

/**
 * Each file by its address, `www/` being the root, with its SHA-256 in place of Workbox's MD5: the browser checks it.
 * @param {{ url: string }[]} entries
 */
function withHashes(entries) {
  const manifest = entries.map(({ url }) => {
    const integrity = hash(join(ROOT, url));
    return { url: `./${url.replace(/^www\//, "")}`, revision: integrity.slice(7, 27), integrity };
  });
  return { manifest, warnings: [] };
}

/** @param {string} file */
function hash(file) {
  return `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writeAssets();
