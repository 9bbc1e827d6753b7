// The camera: a video of a card before Chromium's fake camera; and that it is given back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, accessible, at, card, open, press, text } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

inEachEngine(
  "the camera",
  (get) => {
    test("a card before the camera is read, and the camera is given back", async () => {
      const { page, origin } = get();
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
      await page.evaluate(`(() => { globalThis.streams = [];
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      MediaDevices.prototype.getUserMedia = async (wanted) => { globalThis.wanted = wanted;
        const stream = await ask(wanted); globalThis.streams.push(stream); return stream; }; })()`);
      await press(page, "Quét mã QR");
      await at(page, "Đọc thẻ");
      await press(page, "Quét mã QR trên thẻ", "cancuoc-form >>> cancuoc-scan");
      await page.waitFor(
        `${FORM}.querySelector("cancuoc-scan")?.shadowRoot.querySelector("video")?.videoWidth > 0 ||
          /Thông tin/.test(${FORM}.querySelector("#title").textContent)`,
        "the camera's picture",
      );
      await page.screenshot("form-chromium-camera");
      await at(page, "Thông tin đọc từ thẻ");
      assert.match(await text(page), /Nguyễn Văn Mẫu/);
      const wanted = await page.evaluate(`globalThis.wanted.video`);
      assert.equal(wanted.width.ideal, 1920);
      assert.deepEqual(wanted.facingMode, { ideal: "environment" });
      assert.deepEqual(
        await page.evaluate(`globalThis.streams.flatMap((s) => s.getTracks().map((t) => t.readyState))`),
        ["ended"],
      );
      assert.deepEqual(page.problems, []);
    });
  },
  { engines: ["chromium"], camera: card("camera.mjpeg") },
); // Only Chromium's fake camera plays a film.

inEachEngine(
  "a camera",
  (get) => {
    test("an element that is taken away gives the camera back", async () => {
      const { page, origin } = get();
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
      const states = await page.evaluate(`(async () => {
      const streams = []; const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      MediaDevices.prototype.getUserMedia = async (wanted) => { const stream = await ask(wanted);
        streams.push(stream); return stream; };
      const scan = document.createElement("cancuoc-scan");
      document.body.append(scan);
      const started = scan.start();
      scan.remove();
      await started;
      document.body.append(scan);
      await scan.start();
      scan.remove();
      await new Promise((done) => setTimeout(done, 300));
      return streams.flatMap((s) => s.getTracks().map((t) => t.readyState));
    })()`);
      assert.ok(states.length >= 1);
      assert.ok(
        states.every((/** @type {string} */ state) => state === "ended"),
        states.join(),
      );
      assert.deepEqual(page.problems, []);
    });

    test("two on a page do not disturb each other", async () => {
      const { page, origin } = get();
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
      const found = await page.evaluate(`(async () => {
      const [a, b] = [document.createElement("cancuoc-scan"), document.createElement("cancuoc-scan")];
      const read = (e) => new Promise((done) => e.addEventListener("reading",
        (event) => done(event.detail.person.fullName), { once: true }));
      document.body.append(a, b);
      const answers = Promise.all([read(a), read(b)]);
      a.readText("001202999999||Nguyễn Văn Mẫu|15052002|Nam|Xã Mẫu, Huyện Mẫu, Thái Bình|20042021");
      b.readText("001199999999||Nguyễn Thị Mẫu|01011999|Nữ|Thôn Mẫu, Xã Mẫu, Thái Bình|06102025||||");
      const names = await answers; a.remove(); b.remove(); return names;
    })()`);
      assert.deepEqual(found, ["Nguyễn Văn Mẫu", "Nguyễn Thị Mẫu"]);
    });
  },
  { camera: card("camera.mjpeg") },
);

inEachEngine("a hand-held reader", (get) => {
  test("types a card whatever has the focus, and leaves the box as it was", async () => {
    const { page, origin } = get();
    await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    // Keys as a reader sends them: faster than a hand, ended by Enter. The letters arrive without accents.
    await page.evaluate(`(() => {
      const keys = [..."001202999999||Nguyen Van Mau|15052002|Nam|Xa Mau, Huyen Mau, Thai Binh|20042021", "Enter"];
      for (const key of keys) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true,
        composed: true })); })()`);
    await at(page, "Thông tin đọc từ thẻ");
    assert.match(await text(page), /Nguyen Van Mau/);
    await accessible(page, "after a hand-held reader");
    assert.deepEqual(page.problems, []);
  });
});
