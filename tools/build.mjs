// Builds pkg/, the npm package: one .wasm module per entry (wasm-pack), optimised (wasm-opt), with the
// scripts, types and words beside it. What has not changed since the last build is not built again.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { bill } from "./bill.mjs";
import { packedText } from "./packed-text.mjs";
import { shrinkScripts } from "./scripts.mjs";
import { PACKAGE_LIBRARIES, vendor } from "./vendor.mjs";

process.chdir(join(import.meta.dirname, ".."));

const SMALL = ["--profile", "small"];
const FAST = ["--release"];

/** The .wasm modules, each with its profile of Cargo.toml: of `small` ones the bytes count, the others compute. */
const ENTRIES = [
  { name: "core", profile: SMALL },
  { name: "reading", profile: SMALL },
  { name: "address", profile: FAST },
  { name: "people", profile: FAST },
  { name: "portal", profile: SMALL },
  { name: "scan", profile: FAST },
  { name: "scan-mrz", profile: FAST },
  { name: "chip", profile: SMALL },
  { name: "jp2", profile: FAST },
  { name: "sheet", profile: SMALL },
  { name: "pdf", profile: SMALL },
];

/** What a server needs, behind one function without imports: no script goes with it. */
const SERVER = "server";

/** The package with its scripts as they are written; pkg/ has them as they are shipped. */
const READABLE = "target/package";

const tools = versions();
const inputs = hash([
  "Cargo.toml",
  "Cargo.lock",
  "build.rs",
  ".cargo",
  "src",
  "data/fonts",
  "crates",
  "tools/build.mjs",
  "tools/versions.sh",
]);
const stamp = "target/pkg.stamp";
// While developing: `CANCUOC_ENTRIES=core,chip` builds these and takes the others as they were last built.
const wanted = process.env.CANCUOC_ENTRIES?.split(",");
if (wanted) {
  rmSync(stamp, { force: true });
  await buildEntries(ENTRIES.filter(({ name }) => wanted.includes(name)));
  if (wanted.includes(SERVER)) buildServer();
} else if (
  !existsSync(stamp) ||
  readFileSync(stamp, "utf8") !== inputs ||
  !ENTRIES.every(({ name }) => existsSync(`target/entries/${name}.wasm`))
) {
  await buildEntries(ENTRIES);
  writeFileSync(stamp, inputs);
} else {
  console.error("· .wasm modules are up to date");
}
if (!wanted) {
  // Packs and units are inside this one.
  const own = inputs + hash(["packs", "data/units/units.bin"]);
  const stamp = "target/server.stamp";
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== own || !existsSync(`target/entries/${SERVER}.wasm`)) {
    buildServer();
    writeFileSync(stamp, own);
  }
}
await assemble();
rmSync("pkg", { recursive: true, force: true });
cpSync(READABLE, "pkg", { recursive: true });
await shrinkScripts(READABLE, "pkg");
readableSite();
// The service worker's list of files, with the hashes of this build.
execFileSync(process.execPath, ["www/tools/assets.mjs"], { stdio: "inherit" });

/**
 * The modules of one profile after each other, beside those of the other: cargo locks a profile's folder, and the last
 * step of a module, which optimises all of it at once, has work for one processor only.
 * @param {typeof ENTRIES} entries
 */
async function buildEntries(entries) {
  const profiles = new Set(entries.map(({ profile }) => profile));
  await Promise.all(
    [...profiles].map(async (profile) => {
      for (const entry of entries) if (entry.profile === profile) await buildEntry(entry);
    }),
  );
}

/** @param {{ name: string, profile: string[] }} entry */
async function buildEntry({ name, profile }) {
  console.error(`· ${name}.wasm`);
  const out = join(process.cwd(), "target", "wasm-pack", name);
  const path = [`${tools.dir}/wasm-bindgen-cli-${tools.WASM_BINDGEN}/bin`, "tools/node_modules/.bin", process.env.PATH];
  const run = spawn(
    `${tools.dir}/wasm-pack-${tools.WASM_PACK}/bin/wasm-pack`,
    [
      ["--quiet", "build", ...profile, "--target", "web", "--mode", "no-install", "--no-pack"],
      [
        "--out-dir",
        out,
        "--out-name",
        name,
        ".",
        "--package",
        "cancuoc",
        "--no-default-features",
        "--features",
        `entry-${name}`,
      ],
    ].flat(),
    { env: { ...process.env, PATH: path.join(":") }, stdio: ["ignore", "inherit", "inherit"] },
  );
  const [code] = await once(run, "close");
  if (code !== 0) throw new Error(`${name}.wasm was not built`);
  mkdirSync("target/entries", { recursive: true });
  cpSync(join(out, `${name}_bg.wasm`), `target/entries/${name}.wasm`);
  for (const end of [".js", ".d.ts"]) cpSync(join(out, name + end), `target/entries/${name}${end}`);
}

/** server.wasm holds packs and units itself. Optimised as `Cargo.toml` has it for the modules that compute. */
function buildServer() {
  console.error(`· ${SERVER}.wasm`);
  const target = "wasm32-unknown-unknown";
  execFileSync("cargo", ["build", "--quiet", "--release", "--target", target, "--package", "cancuoc-server", "--lib"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [, flags = "[]"] =
    /\[package\.metadata\.wasm-pack\.profile\.release\]\nwasm-opt = (\[[^\]]*\])/.exec(
      readFileSync("Cargo.toml", "utf8"),
    ) ?? [];
  mkdirSync("target/entries", { recursive: true });
  execFileSync(
    "tools/node_modules/.bin/wasm-opt",
    [
      ...JSON.parse(flags.replace(/,\s*\]/, "]")),
      `target/${target}/release/cancuoc_server.wasm`,
      "--output",
      `target/entries/${SERVER}.wasm`,
    ],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
}

async function assemble() {
  rmSync(READABLE, { recursive: true, force: true });
  mkdirSync(`${READABLE}/glue`, { recursive: true });
  for (const file of readdirSync("npm")) {
    if (file !== "README.md") cpSync(`npm/${file}`, `${READABLE}/${file}`, { recursive: true });
  }
  for (const { name } of ENTRIES) {
    cpSync(`target/entries/${name}.wasm`, `${READABLE}/${name}.wasm`);
    cpSync(`target/entries/${name}.js`, `${READABLE}/glue/${name}.js`);
    cpSync(`target/entries/${name}.d.ts`, `${READABLE}/glue/${name}.d.ts`);
  }
  if (existsSync(`target/entries/${SERVER}.wasm`))
    cpSync(`target/entries/${SERVER}.wasm`, `${READABLE}/${SERVER}.wasm`);
  await vendor(PACKAGE_LIBRARIES, `${READABLE}/vendor`);
  packs();
  if (existsSync("www/elements")) cpSync("www/elements", `${READABLE}/widget`, { recursive: true });
  if (existsSync("data/units/units.bin")) cpSync("data/units/units.bin", `${READABLE}/units.bin`);
  mkdirSync(`${READABLE}/docs`);
  if (existsSync("docs/embed.md")) cpSync("docs/embed.md", `${READABLE}/docs/embed.md`);
  for (const file of ["README.md", "README.vi.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    if (existsSync(file)) cpSync(file, `${READABLE}/${file}`);
  }
  // The licence of the fonts in pdf.wasm goes with them.
  cpSync("data/fonts/OFL.txt", `${READABLE}/LICENSE-OFL`);
  const version = JSON.parse(readFileSync("npm/package.json", "utf8")).version;
  for (const [file, text] of [
    ["Cargo.toml", `\nversion = "${version}"\n`],
    ["npm/module.js", `VERSION = "${version}"`],
  ]) {
    if (!readFileSync(file, "utf8").includes(text)) throw new Error(`${file} is not of version ${version}`);
  }
  const scripts = PACKAGE_LIBRARIES.map(({ name }) => name);
  bill(READABLE, { entries: ENTRIES.map(({ name }) => name), scripts, version });
}

/** The site beside the readable package, for the type checker. */
function readableSite() {
  rmSync("target/site", { recursive: true, force: true });
  mkdirSync("target/site");
  symlinkSync("../../www", "target/site/www");
  symlinkSync("../package", "target/site/pkg");
}

/**
 * The packs, compiled, as modules, which every runtime and bundler can import: one file a form, one of all, and a table
 * of the forms. The table names each file, since bundlers follow no address that is put together.
 */
function packs() {
  const compiled = "target/packs";
  rmSync(compiled, { recursive: true, force: true });
  const compiler = ["run", "--quiet", "--bin", "compile-packs", "--no-default-features", "--features", "author"];
  execFileSync("cargo", [...compiler, "--", "packs", compiled], { stdio: "inherit" });
  mkdirSync(`${READABLE}/packs`);
  const module = (/** @type {string[]} */ versions, services = "") =>
    `export default { versions: [\n${versions.join(",\n")}\n]${services} };\n`;
  const all = [];
  const forms = readdirSync(compiled).filter((name) => statSync(`${compiled}/${name}`).isDirectory());
  for (const form of forms.sort()) {
    const files = readdirSync(`${compiled}/${form}`).sort();
    const versions = files.map((name) => {
      const bytes = readFileSync(`${compiled}/${form}/${name}`);
      return `["${form}", "${name.slice(0, 10)}", ${packedText(bytes)}]`;
    });
    all.push(...versions);
    writeFileSync(`${READABLE}/packs/${form}.js`, module(versions));
  }
  const table = forms.map((form) => `  "${form}": () => import("./${form}.js"),\n`).join("");
  writeFileSync(
    `${READABLE}/packs/forms.js`,
    `/** @type {Readonly<Record<string, () => Promise<any>>>} */\nexport const FORMS = {\n${table}};\n`,
  );
  const services = readFileSync(`${compiled}/services.json`, "utf8");
  writeFileSync(`${READABLE}/packs/all.js`, module(all, `, services: ${services}`));
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
