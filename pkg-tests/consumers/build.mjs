// Packs the package, installs it here as a portal would, and builds each example with its own bundler into dist/.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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
  // Vite leaves `import(`./packs/${form}.js`)` alone in packages unless it is told otherwise:
  // `dynamicImportVarsOptions`.
  for (const name of ["react", "vue"]) {
    await vite({
      root: join(HERE, name),
      base: "./",
      logLevel: "error",
      configFile: false,
      esbuild: { jsx: "automatic" },
      build: {
        outDir: join(DIST, name),
        emptyOutDir: true,
        target: "es2022",
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        dynamicImportVarsOptions: { exclude: [] },
      },
    });
  }
  const { build: esbuild } = await import("esbuild");
  const installed = join(HERE, "node_modules", "cancuoc");
  for (const name of ["legacy", "formio"]) {
    const out = join(DIST, name);
    mkdirSync(out, { recursive: true });
    // esbuild leaves addresses of files as they are: the worker is an entry of its own, and the .wasm and units lie
    // beside the scripts.
    await esbuild({
      entryPoints: [
        { in: join(HERE, name, "main.js"), out: "main" },
        { in: join(installed, "widget", "scan-worker.js"), out: "scan-worker" },
      ],
      outdir: out,
      bundle: true,
      format: "esm",
      target: "es2022",
      minify: true,
      logLevel: "error",
    });
    for (const file of readdirSync(installed))
      if (/\.(?:wasm|bin)$/.test(file)) cpSync(join(installed, file), join(out, file));
    cpSync(join(HERE, name, "index.html"), join(out, "index.html"));
  }
  cpSync(join(HERE, "legacy", "portal.css"), join(DIST, "legacy", "portal.css"));
  cpSync(
    join(HERE, "node_modules", "formiojs", "dist", "formio.full.min.js"),
    join(DIST, "formio", "formio.full.min.js"),
  );
  return DIST;
}
