// Writes www/assets.js: every file that the site serves, with its hash, for the service worker. Run after each build of pkg/.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const WWW = join(import.meta.dirname, "..");

/** Not served to people, or served from pkg/. */
const NOT = /^(?:tools|elements|node_modules)\/|^(?:sw\.js|assets\.js|serve\.mjs|package\.json)$|\.md$|(?:^|\/)\./;
const NOT_PKG = /\.d\.ts$|\.md$|^LICENSE|^package\.json$|^glue\/.*\.d\.ts$/;

/** @returns {{ version: string, files: Record<string, string> }} */
export function assets() {
  /** @type {Record<string, string>} */ const files = {};
  for (const path of walk(WWW)) if (!NOT.test(path)) files[`./${path}`] = hash(join(WWW, path));
  const pkg = join(WWW, "..", "pkg");
  if (existsSync(pkg))
    for (const path of walk(pkg)) if (!NOT_PKG.test(path)) files[`./pkg/${path}`] = hash(join(pkg, path));
  return { version: createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12), files };
}

export function writeAssets() {
  const text = `// Written by \`node www/tools/assets.mjs\`.\nself.ASSETS = ${JSON.stringify(assets(), null, 1)};\n`;
  writeFileSync(join(WWW, "assets.js"), text);
}

/** @param {string} folder @param {string} [below] @returns {string[]} */
function walk(folder, below = "") {
  return readdirSync(join(folder, below))
    .sort()
    .flatMap((name) => {
      const path = below ? `${below}/${name}` : name;
      return statSync(join(folder, path)).isDirectory() ? (NOT.test(`${path}/`) ? [] : walk(folder, path)) : [path];
    });
}

/** @param {string} file */
function hash(file) {
  return `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeAssets();
