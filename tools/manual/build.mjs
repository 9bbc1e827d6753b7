// Builds the manual into www/manual/: the texts of the repository, and pages that are generated from the package's
// types and its list of elements, by VitePress (`make docs`). What has not changed since the last time is not built
// again.

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { elementsPage } from "./elements.mjs";
import { functionsPage } from "./functions.mjs";
import { FUNCTIONS, KEPT, ROOT, SITE, SOURCES, WORK } from "./pages.mjs";
import { asPage } from "./texts.mjs";

/** Writes the pages as VitePress takes them. */
export async function writePages() {
  rmSync(SOURCES, { recursive: true, force: true });
  for (const { from, to } of KEPT) {
    write(to, asPage(readFileSync(join(ROOT, /** @type {string} */ (from)), "utf8"), /** @type {string} */ (from), to));
  }
  write("elements", await elementsPage());
  for (const entry of FUNCTIONS) write(entry.to, functionsPage(entry));
}

/** @param {string} to @param {string} text */
function write(to, text) {
  const file = join(SOURCES, `${to}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Of everything that the site is made of. */
function inputs() {
  const sum = createHash("sha256");
  const add = (/** @type {string} */ path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!/^(node_modules|cache)$/.test(name)) add(join(path, name));
    } else sum.update(path.slice(ROOT.length)).update("\0").update(readFileSync(path)).update("\0");
  };
  [import.meta.dirname, join(ROOT, "npm"), join(ROOT, "www", "elements", "styles", "tokens.css.js")].forEach(add);
  for (const { from } of KEPT) add(join(ROOT, /** @type {string} */ (from)));
  return sum.digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const stamp = join(WORK, "stamp");
  const now = inputs();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now && existsSync(join(SITE, "index.html"))) {
    console.error("· the manual is up to date");
  } else {
    const started = Date.now();
    rmSync(stamp, { force: true });
    await writePages();
    // The pages become modules, which look for Vue beside them.
    const libraries = join(WORK, "node_modules");
    if (!existsSync(libraries)) symlinkSync(join(import.meta.dirname, "node_modules"), libraries);
    process.chdir(import.meta.dirname);
    const { build } = await import("vitepress");
    await build(import.meta.dirname);
    writeFileSync(stamp, now);
    console.error(`· the manual: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
}
