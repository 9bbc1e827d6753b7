// The package's scripts as browsers get them: without comments and long names, the elements in a few files.
// The readable package stands in target/package/ (types are checked there); the names and paths that others import are
// the same.

import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { build, transform } from "./node_modules/esbuild/lib/main.js";

const TARGET = ["chrome97", "firefox102", "safari16"];

/** Of widget/, what is imported by its path: from the package's `exports`, as a worker, or by the pages of www/. */
const DOORS = [
  "index",
  "form",
  "view",
  "back-worker",
  "page-back",
  "page-common",
  "page-desk",
  "page-scan",
  "page-start",
  "read-chip",
  "scan-worker",
];

/** They keep their words: bundlers look for them to find a worker. */
const AS_IS = ["worker-address.js", "back-worker-address.js"];

/** @param {string} from the readable package @param {string} to its copy, whose scripts are replaced */
export async function shrinkScripts(from, to) {
  for (const folder of ["", "glue"]) {
    for (const name of readdirSync(join(to, folder)).filter((each) => each.endsWith(".js")))
      await shrink(join(to, folder, name));
  }
  const doors = DOORS.filter((name) => existsSync(join(from, "widget", `${name}.js`)));
  const widget = resolve(from, "widget");
  rmSync(join(to, "widget"), { recursive: true });
  await build({
    entryPoints: doors.map((name) => join(widget, `${name}.js`)),
    outdir: join(to, "widget"),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: TARGET,
    legalComments: "none",
    logLevel: "warning",
    chunkNames: "part-[hash]",
    plugins: [
      { name: "the package's other scripts stay where they are", setup: (setup) => outside(setup, widget) },
      { name: "sheets without spaces", setup: sheets },
    ],
  });
  for (const name of AS_IS) cpSync(join(widget, name), join(to, "widget", name));
  const sheet = readFileSync(join(widget, "widget.css"), "utf8");
  writeFileSync(
    join(to, "widget", "widget.css"),
    (await transform(sheet, { loader: "css", minify: true, target: TARGET })).code,
  );
}

/** @param {import("./node_modules/esbuild/lib/main.js").PluginBuild} setup @param {string} widget */
function outside(setup, widget) {
  setup.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
    if (kind === "entry-point") return undefined;
    const file = resolve(resolveDir, path);
    const within = relative(widget, file);
    if (!within.startsWith("..") && !AS_IS.includes(within)) return undefined;
    return { path: within.startsWith("..") ? within : `./${within}`, external: true };
  });
}

/**
 * A sheet is a script that exports its text.
 * @param {import("./node_modules/esbuild/lib/main.js").PluginBuild} setup
 */
function sheets(setup) {
  setup.onLoad({ filter: /\.css\.js$/ }, async ({ path }) => {
    const [[name, text] = ["", ""]] = Object.entries(await import(pathToFileURL(path).href));
    const { code } = await transform(text, { loader: "css", minify: true, target: TARGET });
    return { contents: `export const ${name} = ${JSON.stringify(code)};` };
  });
}

/** @param {string} file */
async function shrink(file) {
  writeFileSync(file, await code(readFileSync(file, "utf8"), { minify: true }));
}

/** @param {string} source @param {import("./node_modules/esbuild/lib/main.js").TransformOptions} how */
async function code(source, how) {
  const { code } = await transform(source, { ...how, format: "esm", target: TARGET, legalComments: "none" });
  return code;
}
