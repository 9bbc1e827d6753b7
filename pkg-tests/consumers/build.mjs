// Packs the package, installs it here as a portal would, and builds each example with its own bundler into dist/.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HERE = import.meta.dirname;
const DIST = join(HERE, "dist");

/** @returns {Promise<string>} the folder with one folder for each example */
export async function buildConsumers() {
  const run = (/** @type {string} */ command, /** @type {string[]} */ args, cwd = HERE) =>
    execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  run(join(HERE, "..", "..", "tools", "packages.sh"), ["pkg-tests/consumers"]);
  const folder = mkdtempSync(join(tmpdir(), "cancuoc-pack-"));
  const tarball = run("npm", ["pack", "--silent", "--pack-destination", folder, join(HERE, "..", "..", "pkg")])
    .trim()
    .split("\n")
    .at(-1);
  run("npm", [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--prefer-offline",
    "--loglevel=error",
    join(folder, String(tarball)),
  ]);
  rmSync(folder, { recursive: true });
  rmSync(DIST, { recursive: true, force: true });

  const { build: vite } = await import("vite");
  for (const name of ["react", "vue"]) {
    await vite({
      root: join(HERE, name),
      base: "./",
      logLevel: "error",
      configFile: false,
      esbuild: { jsx: "automatic" },
      build: { outDir: join(DIST, name), emptyOutDir: true, target: "es2022" },
    });
  }
  await webpack(join(HERE, "webpack"), join(DIST, "webpack"));
  const { build: esbuild } = await import("esbuild");
  const installed = join(HERE, "node_modules", "cancuoc");
  for (const name of ["legacy", "formio"]) {
    const out = join(DIST, name);
    // esbuild leaves addresses of files as they are: the package's folder is served as it is, and the page says where.
    await esbuild({
      entryPoints: [join(HERE, name, "main.js")],
      outdir: out,
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      minify: true,
      logLevel: "error",
    });
    cpSync(installed, join(out, "cancuoc"), { recursive: true });
    cpSync(join(HERE, name, "index.html"), join(out, "index.html"));
  }
  cpSync(installed, join(DIST, "none", "cancuoc"), { recursive: true });
  cpSync(join(HERE, "none", "index.html"), join(DIST, "none", "index.html"));
  cpSync(join(HERE, "legacy", "portal.css"), join(DIST, "legacy", "portal.css"));
  cpSync(
    join(HERE, "node_modules", "formiojs", "dist", "formio.full.min.js"),
    join(DIST, "formio", "formio.full.min.js"),
  );
  return DIST;
}

/** As it comes: what it finds by itself, and nothing else. @param {string} folder @param {string} out */
async function webpack(folder, out) {
  const { default: make } = await import("webpack");
  const compiler = make({ mode: "production", entry: join(folder, "main.js"), output: { path: out } });
  const stats = await new Promise((done, broken) =>
    compiler.run((/** @type {any} */ error, /** @type {any} */ result) => (error ? broken(error) : done(result))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
  cpSync(join(folder, "index.html"), join(out, "index.html"));
}
