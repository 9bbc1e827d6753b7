// Builds pkg/, the npm package: one .wasm module per entry (wasm-pack), optimised (wasm-opt), with the
// scripts, types and words beside it. What has not changed since the last build is not built again.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

process.chdir(join(import.meta.dirname, ".."));

/** The .wasm modules with their optimisation: the core is loaded first, so bytes count; the others compute. */
const ENTRIES = [
  { name: "core", level: "z", optimise: ["-Oz"] },
  { name: "more", level: "3", optimise: ["-O3"] },
  { name: "scan", level: "3", optimise: ["-O3"] },
  { name: "chip", level: "z", optimise: ["-Oz"] },
  { name: "jp2", level: "3", optimise: ["-O3"] },
].filter(({ name }) => existsSync(`src/wasm/${{ core: "form", more: "exchange" }[name] ?? name}.rs`));

/** Features of WebAssembly that every engine of the floor (Chrome 97, Firefox 102, Safari 16) has. */
const WASM_FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** Of fflate, the one function that is vendored. */
const UNZIP_TYPES = `export function unzipSync(
  data: Uint8Array,
  options?: { filter?: (file: { name: string; size: number; originalSize: number; compression: number }) => boolean },
): Record<string, Uint8Array<ArrayBuffer>>;
`;

const tools = versions();
const inputs = hash(["Cargo.toml", "Cargo.lock", "build.rs", ".cargo", "src", "tools/build.mjs", "tools/versions.sh"]);
const stamp = "target/pkg.stamp";
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== inputs || !ENTRIES.every(({ name }) => existsSync(`target/entries/${name}.wasm`))) {
  for (const entry of ENTRIES) buildEntry(entry);
  writeFileSync(stamp, inputs);
} else {
  console.error("· .wasm modules are up to date");
}
assemble();
// The service worker's list of files, with the hashes of this build.
execFileSync(process.execPath, ["www/tools/assets.mjs"], { stdio: "inherit" });

/** @param {{ name: string, level: string, optimise: string[] }} entry */
function buildEntry({ name, level, optimise }) {
  console.error(`· ${name}.wasm`);
  const out = join(process.cwd(), "target", "wasm-pack", name);
  const path = [`${tools.dir}/wasm-bindgen-cli-${tools.WASM_BINDGEN}/bin`, "tools/node_modules/.bin", process.env.PATH].join(":");
  const env = { ...process.env, PATH: path, CARGO_PROFILE_RELEASE_OPT_LEVEL: level };
  execFileSync(
    `${tools.dir}/wasm-pack-${tools.WASM_PACK}/bin/wasm-pack`,
    ["--quiet", "build", "--release", "--target", "web", "--mode", "no-install", "--no-opt", "--no-pack",
      "--out-dir", out, "--out-name", name, ".", "--no-default-features", "--features", `entry-${name}`],
    { env, stdio: ["ignore", "inherit", "inherit"] },
  );
  mkdirSync("target/entries", { recursive: true });
  const features = WASM_FEATURES.map((feature) => `--enable-${feature}`);
  execFileSync("wasm-opt", [...optimise, ...features, "--strip-producers", "--strip-target-features", join(out, `${name}_bg.wasm`), "-o", `target/entries/${name}.wasm`], { env });
  writeFileSync(`target/entries/${name}.js`, restartable(readFileSync(join(out, `${name}.js`), "utf8"), name));
  cpSync(join(out, `${name}.d.ts`), `target/entries/${name}.d.ts`);
}

/**
 * wasm-bindgen's script loads its module once and for all, and looks for it beside itself; ours replaces an
 * instance after a trap and is always given the module.
 * @param {string} script
 * @param {string} name
 */
function restartable(script, name) {
  const once = "    if (wasm !== undefined) return wasm;\n";
  const beside = `new URL('${name}_bg.wasm', import.meta.url)`;
  if (script.split(once).length !== 3 || script.split(beside).length !== 2) {
    throw new Error(`wasm-bindgen ${tools.WASM_BINDGEN} writes another script than the one this build knows`);
  }
  return script.replaceAll(once, "").replace(beside, "undefined");
}

function assemble() {
  rmSync("pkg", { recursive: true, force: true });
  mkdirSync("pkg/glue", { recursive: true });
  for (const file of readdirSync("npm")) {
    if (file !== "README.md") cpSync(`npm/${file}`, `pkg/${file}`, { recursive: true });
  }
  for (const { name } of ENTRIES) {
    cpSync(`target/entries/${name}.wasm`, `pkg/${name}.wasm`);
    cpSync(`target/entries/${name}.js`, `pkg/glue/${name}.js`);
    cpSync(`target/entries/${name}.d.ts`, `pkg/glue/${name}.d.ts`);
  }
  vendorFflate();
  packs();
  if (existsSync("www/elements")) cpSync("www/elements", "pkg/widget", { recursive: true });
  if (existsSync("data/units/units.bin")) cpSync("data/units/units.bin", "pkg/units.bin");
  for (const file of ["README.md", "README.vi.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    if (existsSync(file)) cpSync(file, `pkg/${file}`);
  }
  const version = JSON.parse(readFileSync("npm/package.json", "utf8")).version;
  for (const [file, text] of [["Cargo.toml", `\nversion = "${version}"\n`], ["npm/module.js", `VERSION = "${version}"`]]) {
    if (!readFileSync(file, "utf8").includes(text)) throw new Error(`${file} is not of version ${version}`);
  }
}

/** fflate (MIT), of it what `chip-files.js` uses: a page without a bundler must find it beside the scripts. */
function vendorFflate() {
  const { version } = JSON.parse(readFileSync("tools/node_modules/fflate/package.json", "utf8"));
  const licence = readFileSync("tools/node_modules/fflate/LICENSE", "utf8").trim();
  mkdirSync("pkg/vendor", { recursive: true });
  execFileSync("tools/node_modules/.bin/esbuild", ["--bundle", "--minify", "--format=esm", "--target=chrome97,firefox102,safari16",
    `--banner:js=/*! fflate ${version}\n${licence}\n*/`, "--outfile=pkg/vendor/fflate.js", "--log-level=warning"],
    { input: 'export { unzipSync } from "./tools/node_modules/fflate/esm/browser.js";', stdio: ["pipe", "inherit", "inherit"] });
  writeFileSync("pkg/vendor/fflate.d.ts", UNZIP_TYPES);
}

/** The packs as modules, which every runtime and bundler can import: one file a form, and one of all. */
function packs() {
  mkdirSync("pkg/packs");
  const module = (/** @type {object} */ packs) => `export default ${JSON.stringify(packs)};\n`;
  const compact = (/** @type {string} */ file) => JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
  const all = [];
  for (const form of readdirSync("packs").filter((name) => statSync(`packs/${name}`).isDirectory()).sort()) {
    const days = readdirSync(`packs/${form}`).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name)).sort();
    const versions = days.map((name) => [form, name.slice(0, 10), compact(`packs/${form}/${name}`)]);
    all.push(...versions);
    writeFileSync(`pkg/packs/${form}.js`, module({ versions }));
  }
  const services = existsSync("packs/services.json") ? compact("packs/services.json") : undefined;
  writeFileSync("pkg/packs/all.js", module({ versions: all, services }));
}

function versions() {
  const text = readFileSync("tools/versions.sh", "utf8");
  const read = (/** @type {string} */ name) => new RegExp(`^${name}=(\\S+)$`, "m").exec(text)?.[1];
  return {
    WASM_PACK: read("WASM_PACK"),
    WASM_BINDGEN: read("WASM_BINDGEN"),
    dir: process.env.CANCUOC_TOOLS ?? join(homedir(), ".cache", "cancuoc"),
  };
}

/** @param {string[]} paths */
function hash(paths) {
  const sum = createHash("sha256");
  const add = (/** @type {string} */ path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else {
      sum.update(path).update("\0").update(readFileSync(path)).update("\0");
    }
  };
  paths.forEach(add);
  return sum.digest("hex");
}
