// After one visit everything works without a network, also the first scan; and nothing asks for anything but the site's
// own files.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { server } from "../../www/serve.mjs";
import { writeAssets } from "../../www/tools/assets.mjs";
import { FORM, at, choosePhoto, open, press, text } from "./form-page.mjs";
import { inEachEngine, serve } from "./harness.mjs";

before(() => writeAssets());

const WWW = join(import.meta.dirname, "..", "..", "www");

// Not `serviceWorker.ready`: WebKit leaves that promise open on a page that was loaded before the worker.
const READY = `navigator.serviceWorker.getRegistration().then((found) => found?.active?.state === "activated")`;

inEachEngine("after one visit, with the server gone", (get) => {
  test("the page opens and reads a first card, and the desk opens", async () => {
    const { page } = get();
    const site = await serve();
    try {
      // One visit, as it says, and not `open`: WebKitGTK may never end the installation of a page that is left during
      // it.
      await page.goto(`${site.origin}/form.html?lang=vi&on=2026-11-21`);
      await page.waitFor(READY, "the service worker", 60);
    } finally {
      await site.close();
    }
    await page.goto(`${site.origin}/form.html?lang=vi&on=2026-11-21`);
    await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form, offline");
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await choosePhoto(page, "front-2021-straight.jpg");
    await at(page, "Thông tin đọc từ thẻ");
    assert.match(await text(page), /Nguyễn Văn Mẫu/);
    await page.goto(`${site.origin}/desk.html`);
    await page.waitFor(`Boolean(document.querySelector(".service"))`, "the desk, offline");
  });
});

inEachEngine(
  "the site keeps to itself",
  (get) => {
    test("no request leaves the site, and only its own files are kept", async () => {
      const { page, origin } = get();
      /** @type {string[]} */ const asked = [];
      page.raw.on("request", (/** @type {any} */ request) => asked.push(`${request.method()} ${request.url()}`));
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
      await press(page, "Quét mã QR");
      await at(page, "Đọc thẻ");
      await choosePhoto(page, "front-2021-straight.jpg");
      await at(page, "Thông tin đọc từ thẻ");
      const strange = asked.filter((line) => !line.startsWith(`GET ${origin}/`) && !/^GET (?:blob|data):/.test(line));
      assert.deepEqual(strange, []);
      const kept = await page.evaluate(
        `caches.keys().then(async (names) => (await Promise.all(names.map(async (name) =>
          (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)))).flat())`,
      );
      assert.ok(kept.length > 30);
      assert.ok(
        kept.every((/** @type {string} */ path) =>
          /\.(?:html|css|js|wasm|bin|svg|webmanifest|der|cer|json|zip|png|jpg|jp2|txt|cbor)$/.test(path),
        ),
        kept.join("\n"),
      );
    });

    test("a new version is loaded, told of, and waits", async () => {
      const { page, origin } = get();
      const list = join(WWW, "sw.js");
      const was = readFileSync(list, "utf8");
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
      await page.waitFor(`Boolean(navigator.serviceWorker.controller)`, "the page is controlled", 30);
      try {
        writeFileSync(list, `${was}\n// another version\n`);
        await page.evaluate(`navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)`);
        await page.waitFor(
          `/Có bản mới/.test(document.querySelector(".update")?.textContent)`,
          "words about the new version",
          30,
        );
        assert.equal(await page.evaluate(`Boolean(${FORM}.querySelector("#title"))`), true);
      } finally {
        writeFileSync(list, was);
      }
    });
  },
  { engines: ["chromium"] },
);

test("the server sends what is asked for as Brotli or gzip, each under its own tag, and as it is to whoever takes neither", async () => {
  const site = await serve();
  try {
    const ask = (/** @type {string} */ coding, headers = {}) =>
      new Promise((/** @type {(answer: any) => void} */ done) => {
        get(`${site.origin}/pkg/core.wasm`, { headers: { "accept-encoding": coding, ...headers } }, (answer) => {
          /** @type {Buffer[]} */ const parts = [];
          answer.on("data", (part) => parts.push(part));
          answer.on("end", () =>
            done({ ...answer, headers: answer.headers, body: Buffer.concat(parts), status: answer.statusCode }),
          );
        });
      });
    const plain = await ask("identity");
    const brotli = await ask("gzip, deflate, br");
    const zipped = await ask("gzip");
    assert.equal(plain.headers["content-encoding"], undefined);
    assert.deepEqual(
      [brotli.headers["content-encoding"], zipped.headers["content-encoding"], brotli.headers.vary],
      ["br", "gzip", "Accept-Encoding"],
    );
    assert.ok(brotliDecompressSync(brotli.body).equals(plain.body) && gunzipSync(zipped.body).equals(plain.body));
    assert.ok(brotli.body.length < plain.body.length / 2);
    assert.equal(new Set([plain, brotli, zipped].map(({ headers }) => headers.etag)).size, 3);
    assert.equal((await ask("br", { "if-none-match": brotli.headers.etag })).status, 304);
    assert.equal(brotli.headers["cache-control"], "no-cache");
  } finally {
    await site.close();
  }
});

/** The demo's server, which notes what it was asked for and how it answered; `slow` milliseconds before each answer. */
async function counted(slow = 0) {
  /** @type {{ path: string, status: number }[]} */ const asked = [];
  const http = server();
  const [answer] = /** @type {((...of: any[]) => void)[]} */ (http.listeners("request"));
  http.removeAllListeners("request");
  http.on("request", (request, response) => {
    response.on("finish", () => {
      asked.push({ path: new URL(request.url ?? "", "http://localhost").pathname, status: response.statusCode });
    });
    setTimeout(() => answer?.(request, response), slow);
  });
  await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (http.address());
  const close = () =>
    new Promise((done) => {
      http.closeAllConnections();
      http.close(() => done(undefined));
    });
  return { origin: `http://localhost:${port}`, asked, close };
}

/** A file of the site that no page needs to be drawn. */
const SMALL = join(WWW, "manifest.webmanifest");

/** Runs something while that file is another one. @param {() => Promise<void>} run */
async function changed(run) {
  const was = readFileSync(SMALL, "utf8");
  try {
    writeFileSync(SMALL, `${was}\n`);
    await run();
  } finally {
    writeFileSync(SMALL, was);
    await writeAssets();
  }
}

inEachEngine(
  "the files that are kept",
  (get) => {
    const visit = async (/** @type {string} */ origin) => {
      await get().page.goto(`${origin}/check.html`);
      await get().page.waitFor(READY, "the service worker", 60);
    };

    test("what the page has loaded is not sent a second time, and of a new version only what changed", async () => {
      const { page } = get();
      const site = await counted();
      try {
        await visit(site.origin);
        const twice = site.asked.filter(({ path, status }) => path === "/check.html" && status === 200);
        assert.equal(twice.length, 1);
        site.asked.length = 0;
        await changed(async () => {
          await writeAssets();
          await page.evaluate(`navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)`);
          await page.waitFor(`navigator.serviceWorker.getRegistration().then((r) => Boolean(r.waiting))`, "it waits");
        });
        assert.deepEqual([...new Set(site.asked.map(({ path }) => path))].sort(), ["/manifest.webmanifest", "/sw.js"]);
      } finally {
        await site.close();
      }
    });

    test("a file that is not what its hash says stops the installation", async () => {
      const { page } = get();
      const site = await counted();
      try {
        // The list of files says what the file was before.
        await changed(async () => {
          await page.goto(`${site.origin}/check.html`);
          const gone = `navigator.serviceWorker.getRegistration()
            .then((r) => !r?.installing && !r?.waiting && !r?.active)`;
          const end = Date.now() + 30_000;
          while (!site.asked.some(({ path }) => path === "/manifest.webmanifest") && Date.now() < end)
            await new Promise((done) => setTimeout(done, 50));
          await page.waitFor(gone, "no version is installed");
          assert.equal(await page.evaluate(`Boolean(navigator.serviceWorker.controller)`), false);
        });
        page.problems.length = 0;
      } finally {
        await site.close();
      }
    });

    test("a file that the browser lost comes from the site again", async () => {
      const { page } = get();
      const site = await counted();
      const count = `caches.open("cancuoc-assets").then((cache) => cache.keys()).then((keys) => keys.length)`;
      try {
        await visit(site.origin);
        const all = await page.evaluate(count);
        await page.evaluate(`caches.open("cancuoc-assets").then(async (cache) => {
          for (const request of await cache.keys())
            if (/check|site\\.css/.test(request.url)) await cache.delete(request);
          return true;
        })`);
        assert.ok((await page.evaluate(count)) < all);
        await page.goto(`${site.origin}/check.html?again`);
        await page.waitFor(`Boolean(document.querySelector("cancuoc-scan"))`, "the page");
      } finally {
        await site.close();
      }
    });

    test("on a line that answers after 300 ms, all is kept within a minute", async () => {
      const site = await counted(300);
      const start = Date.now();
      try {
        await visit(site.origin);
        const took = Date.now() - start;
        console.log(`      ${site.asked.length} answers of 300 ms each: all kept after ${(took / 1000).toFixed(1)} s`);
        assert.ok(took < 60_000, `${took} ms`);
      } finally {
        await site.close();
      }
    });
  },
  { engines: ["chromium"] },
);
