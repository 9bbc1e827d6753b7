// The page on a cheap phone: Chromium with a 3G line and a processor six times slower, medians of three cold visits.
// The server sends Brotli.

import { readFileSync, statSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { HEADERS } from "../../www/serve.mjs";
import { card } from "../browser/form-page.mjs";
import { launch } from "../browser/harness.mjs";
import { intoReadme, median, short } from "./readme.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const VISITS = 3;
/** What Chromium's own tools call "Slow 3G" is slower; this is the common "regular 3G": 1.6 Mbit/s down, 150 ms. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
});
const FORM = `document.querySelector("cancuoc-form").shadowRoot`;

/** @type {Map<string, Buffer>} */ const packed = new Map();
/** Bytes on the line, by path. @type {Map<string, number>} */ const lengths = new Map();
const http = createServer((request, response) => {
  let path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (path.endsWith("/")) path += "index.html";
  const file = join(ROOT, path.startsWith("/pkg/") ? path : `www${path}`);
  try {
    if (!statSync(file).isFile()) throw new Error();
    if (!packed.has(file))
      packed.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    const body = /** @type {Buffer} */ (packed.get(file));
    lengths.set(path, body.length);
    response
      .writeHead(200, {
        ...HEADERS,
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Encoding": "br",
        "Cache-Control": "max-age=3600",
      })
      .end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
const origin = `http://localhost:${/** @type {any} */ (http.address()).port}`;

/** @type {Record<string, number[]>} */ const seen = {
  firstFieldBytes: [],
  firstFieldMs: [],
  shutterToReadMs: [],
  scannerReadyCachedMs: [],
  longestTaskAfterPhotoMs: [],
  longestTaskWhileScanningMs: [],
};
for (let visit = 0; visit < VISITS; visit += 1) {
  const page = await launch("chromium", { camera: card("camera.mjpeg") });
  const session = await page.raw.createCDPSession();
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.raw.evaluateOnNewDocument(`globalThis.tasks = []; new PerformanceObserver((list) =>
      globalThis.tasks.push(...list.getEntries().map((e) => [e.startTime, e.duration]))).observe({
        type: "longtask", buffered: true });
    Object.defineProperty(navigator, "serviceWorker", { value: undefined });
    // The first page of the form is drawn: what was loaded by then, and when.
    document.addEventListener("step", () => { globalThis.first ??= { ms: performance.now(),
      loaded: performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname) }; }, {
        once: true, capture: true });`);
  await page.raw.goto(`${origin}/form.html?lang=vi&on=2026-11-21`, { waitUntil: "domcontentloaded", timeout: 90_000 });
  await page.waitFor(`Boolean(${FORM}?.querySelector(".choice"))`, "the first field", 90);
  const first = await page.evaluate(`globalThis.first`);
  seen.firstFieldMs.push(first.ms);
  seen.firstFieldBytes.push(
    ["/form.html", ...new Set(first.loaded)].reduce((sum, path) => sum + (lengths.get(path) ?? 0), 0),
  );

  await page.evaluate(`${FORM}.querySelector(".choice").click()`);
  await page.waitFor(
    `Boolean(${FORM}.querySelector("cancuoc-scan")?.shadowRoot?.querySelector("#photo"))`,
    "the scanner",
    60,
  );
  await page.evaluate(
    `import("/pkg/widget/page-scan.js").then(({ Scanner }) => { globalThis.probe = new Scanner();
      return globalThis.probe.warm().then(() => globalThis.probe.close()); })`,
  );
  // Once more, with everything in the browser's cache.
  seen.scannerReadyCachedMs.push(
    await page.evaluate(
      `(async () => { const { Scanner } = await import("/pkg/widget/page-scan.js"); const s = new Scanner();
        const t = performance.now(); await s.warm(); const took = performance.now() - t; s.close(); return took; })()`,
    ),
  );
  await page.evaluate(`new Promise((done) => setTimeout(done, 1500))`);
  const from = await page.evaluate(`performance.now()`);
  await page.upload("cancuoc-form >>> cancuoc-scan >>> #photo", [card("front-2021-straight.jpg")]);
  await page.waitFor(`/Thông tin/.test(${FORM}.querySelector("#title").textContent)`, "the card's data", 90);
  seen.shutterToReadMs.push((await page.evaluate(`performance.now()`)) - from);
  seen.longestTaskAfterPhotoMs.push(
    await page.evaluate(`Math.max(0, ...globalThis.tasks.filter(([at]) => at > ${from}).map(([, took]) => took))`),
  );

  // The camera: from its first picture to the reading, on a page that has nothing else to do.
  await page.evaluate(`(async () => { const scan = document.createElement("cancuoc-scan"); scan.id = "alone";
    document.body.append(scan); await new Promise((done) => setTimeout(done, 1500));
    globalThis.scanned = new Promise((done) => scan.addEventListener("reading", () => done(performance.now()), {
      once: true })); await scan.start(); globalThis.filming = performance.now(); })()`);
  seen.longestTaskWhileScanningMs.push(
    await page.evaluate(
      `globalThis.scanned.then((end) => Math.max(0, ...globalThis.tasks.filter(([at]) =>
        at > globalThis.filming && at < end).map(([, took]) => took)))`,
    ),
  );
  await page.close();
}
http.closeAllConnections();
http.close();

const result = Object.fromEntries(Object.entries(seen).map(([name, list]) => [name, Math.round(median(list))]));
const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, "page.json"),
  `${JSON.stringify({ line: LINE, slowdown: 6, visits: VISITS, medians: result }, null, 2)}\n`,
);
intoReadme("page", [
  [`The page: Chromium, 3G, processor ÷ 6, median of ${VISITS}`, ""],
  ["bytes to the first usable field (Brotli)", short(result.firstFieldBytes)],
  ["time to it", `${short(result.firstFieldMs)} ms`],
  ["scanner ready, when cached", `${short(result.scannerReadyCachedMs)} ms`],
  ["from the photo to the card's data", `${short(result.shutterToReadMs)} ms`],
  [
    "longest task of the main thread from the photo to the page with the card's data",
    `${short(result.longestTaskAfterPhotoMs)} ms`,
  ],
  [
    "longest task of the main thread while the camera scans (under 50 ms is not counted as a task: 0)",
    `${short(result.longestTaskWhileScanningMs)} ms`,
  ],
]);
