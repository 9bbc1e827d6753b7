// The projects of more/, which take too long for each run of the tests: each is installed with the packed package,
// built, opened in Chromium and filled in to the seal. Called by `make consumers`; names as arguments narrow it.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createReadStream, cpSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

import { launch } from "../browser/harness.mjs";
import { fillByPhoto } from "./walk.mjs";

const PORT = 5170;

/**
 * `build` and `serve` are commands of the project's own tools; without `serve` the folder `dist` is served.
 * @type {Record<string, { from: string, build?: string[], serve?: string[], dist?: string, check?: boolean }>}
 */
const PROJECTS = {
  "vite 8, build": { from: "vite8", build: ["vite", "build"], dist: "dist" },
  "vite 8, dev": { from: "vite8", serve: ["vite", "--port", String(PORT), "--strictPort"] },
  "next, turbopack": {
    from: "next",
    build: ["next", "build"],
    serve: ["next", "start", "-p", String(PORT)],
    check: true,
  },
  "next, webpack": {
    from: "next",
    build: ["next", "build", "--webpack"],
    serve: ["next", "start", "-p", String(PORT)],
    check: true,
  },
  "next, dev": { from: "next", serve: ["next", "dev", "-p", String(PORT)], check: true },
  "sveltekit, dev": { from: "svelte", serve: ["vite", "dev", "--port", String(PORT), "--strictPort"] },
  sveltekit: { from: "svelte", build: ["vite", "build"], dist: "build" },
  parcel: { from: "parcel", build: ["parcel", "build", "--no-source-maps"], dist: "dist" },
  astro: { from: "astro", build: ["astro", "build"], dist: "dist" },
  "astro, dev": { from: "astro", serve: ["astro", "dev", "--port", String(PORT)] },
  nuxt: { from: "nuxt", build: ["nuxt", "build"], serve: ["nuxt", "preview", "--port", String(PORT)] },
  rollup: { from: "rollup", build: ["rollup", "-c"], dist: "dist" },
};

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
});

const folder = mkdtempSync(join(tmpdir(), "cancuoc-more-"));
const pkg = join(import.meta.dirname, "..", "..", "pkg");
const run = (/** @type {string} */ command, /** @type {string[]} */ args, cwd = folder) =>
  execFileSync(command, args, {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1" },
  });
const tarball = join(folder, String(run("npm", ["pack", "--silent", pkg]).trim().split("\n").at(-1)));
const wanted = process.argv.slice(2);
const page = await launch("chromium");
let failed = 0;
for (const [name, project] of Object.entries(PROJECTS)) {
  if (wanted.length && !wanted.some((each) => name.includes(each))) continue;
  const begun = Date.now();
  try {
    await tryOut(project);
    console.log(`✔ ${name} (${Math.round((Date.now() - begun) / 1000)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`✖ ${name}: ${error}`);
  }
}
await page.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(failed ? 1 : 0);

/** @param {(typeof PROJECTS)[string]} project */
async function tryOut({ from, build, serve, dist, check }) {
  const place = join(folder, from);
  if (!existsSync(place)) {
    cpSync(join(import.meta.dirname, "more", from), place, { recursive: true });
    run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", tarball], place);
  }
  const tool = ([name = "", ...args]) => /** @type {const} */ ([join(place, "node_modules", ".bin", name), args]);
  if (build) run(...tool(build), place);
  if (from === "rollup") {
    // Rollup leaves files alone: the package's folder is served as it is, and the page says where.
    cpSync(join(place, "node_modules", "cancuoc"), join(place, "dist", "cancuoc"), { recursive: true });
    cpSync(join(place, "index.html"), join(place, "dist", "index.html"));
  }
  const end = serve ? program(...tool(serve), place) : await files(join(place, String(dist)));
  try {
    const url = `http://localhost:${PORT}`;
    const sealed = await whenThere(() => fillByPhoto(page, `${url}/`), `${url}/`);
    if (check) {
      const answer = await fetch(`${url}/check`, { method: "POST", body: JSON.stringify(sealed) });
      assert.equal((await answer.json()).digest, "match", "the server checks what was sealed");
    }
  } finally {
    await end();
  }
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
function program(command, args, cwd) {
  // A group of its own: some tools leave children behind.
  const child = spawn(command, args, { cwd, stdio: "ignore", detached: true });
  return async () => {
    process.kill(-Number(child.pid));
    await new Promise((done) => setTimeout(done, 1000));
  };
}

/** @param {string} dist */
async function files(dist) {
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html");
    const file = join(dist, path);
    if (!file.startsWith(dist) || !existsSync(file) || statSync(file).isDirectory())
      return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => http.listen(PORT, "localhost", () => done(undefined)));
  return async () => {
    http.closeAllConnections();
    await new Promise((done) => http.close(done));
  };
}

/** @template T @param {() => Promise<T>} use @param {string} url @returns {Promise<T>} */
async function whenThere(use, url) {
  for (let tries = 0; tries < 60; tries++) {
    const there = await fetch(url).then(
      () => true,
      () => false,
    );
    if (there) return use();
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`${url} does not answer`);
}
