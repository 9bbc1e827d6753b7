// After one visit everything works without a network, also the first scan; and nothing asks for anything but the site's own files.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { writeAssets } from "../../www/tools/assets.mjs";
import { FORM, at, choosePhoto, open, press, text } from "./form-page.mjs";
import { inEachEngine, serve } from "./harness.mjs";

before(() => writeAssets());

// Not `serviceWorker.ready`: WebKit leaves that promise open on a page that was loaded before the worker.
const READY = `navigator.serviceWorker.getRegistration().then((found) => found?.active?.state === "activated")`;

inEachEngine("after one visit, with the server gone", (get) => {
  test("the page opens and reads a first card, and the desk opens", async () => {
    const { page } = get();
    const site = await serve();
    try {
      // One visit, as it says, and not `open`: WebKitGTK may never end the installation of a page that is left during it.
      await page.goto(`${site.origin}/?lang=vi&on=2026-11-21`);
      await page.waitFor(READY, "the service worker", 60);
    } finally {
      await site.close();
    }
    await page.goto(`${site.origin}/?lang=vi&on=2026-11-21`);
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
      await open(page, origin, "/?lang=vi&on=2026-11-21");
      await press(page, "Quét mã QR");
      await at(page, "Đọc thẻ");
      await choosePhoto(page, "front-2021-straight.jpg");
      await at(page, "Thông tin đọc từ thẻ");
      const strange = asked.filter((line) => !line.startsWith(`GET ${origin}/`) && !/^GET (?:blob|data):/.test(line));
      assert.deepEqual(strange, []);
      const kept = await page.evaluate(
        `caches.keys().then(async (names) => (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)))).flat())`,
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
      const { readFileSync, writeFileSync } = await import("node:fs");
      const { join } = await import("node:path");
      const list = join(import.meta.dirname, "..", "..", "www", "assets.js");
      const was = readFileSync(list, "utf8");
      await open(page, origin, "/?lang=vi&on=2026-11-21");
      await page.waitFor(`Boolean(navigator.serviceWorker.controller)`, "the page is controlled", 30);
      try {
        writeFileSync(list, was.replace(/"version": "\w+"/, '"version": "another"'));
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
