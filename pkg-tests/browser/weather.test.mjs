// Bad weather: no WebAssembly, no storage, a camera that vanishes, a frame without leave, an element taken away while
// it works.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HEADERS } from "../../www/serve.mjs";
import { FORM, at, choosePhoto, fill, open, press, saved } from "./form-page.mjs";
import { inEachEngine, serve } from "./harness.mjs";

const PAGE = "/form.html?lang=vi&on=2026-11-21";
const POLICY = HEADERS["Content-Security-Policy"];

inEachEngine("bad weather", (get) => {
  test("a host that forbids WebAssembly is told which directive is missing", async () => {
    const { page } = get();
    const site = await serve({ headers: { "Content-Security-Policy": POLICY.replace(" 'wasm-unsafe-eval'", "") } });
    try {
      await page.goto(`${site.origin}${PAGE}`);
      await page.waitFor(`/wasm-unsafe-eval/.test(${FORM}?.textContent)`, "words about the directive");
    } finally {
      await site.close();
      page.problems.length = 0;
    }
  });

  test("without storage the form works, and says that nothing is kept", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    // The page gives its connection back when the database is to go, and gets no other one.
    await page.evaluate(`(async () => {
      IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };
      await new Promise((done) => (indexedDB.deleteDatabase("cancuoc").onsuccess = done));
      const again = document.createElement("cancuoc-form"); again.setAttribute("form", "ct01");
        document.querySelector("cancuoc-form").replaceWith(again); return again.loaded.then(() => true); })()`);
    await page.waitFor(`/không cho lưu tờ khai đang làm/.test(${FORM}.textContent)`, "words about the draft");
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await fill(page, "to", "Công an phường Mẫu");
    assert.deepEqual(page.problems, []);
  });

  /** A form whose storage waits for another page, as `release()` lets it go on: what is to be deleted is in use. */
  const waiting = async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await page.evaluate(`(async () => {
      const request = indexedDB.open("cancuoc", 1);
      await new Promise((done) => (request.onsuccess = done));
      globalThis.release = () => request.result.close();
      await new Promise((done) => (indexedDB.deleteDatabase("cancuoc").onblocked = done));
      const again = document.createElement("cancuoc-form"); again.setAttribute("form", "ct01");
      document.querySelector("cancuoc-form").replaceWith(again);
      await again.loaded; })()`);
    await page.waitFor(`/không cho lưu tờ khai đang làm/.test(${FORM}.textContent)`, "words about the draft");
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    return page;
  };

  test("a storage that never answers does not keep anybody from the form", async () => {
    const page = await waiting();
    await fill(page, "to", "Công an phường Mẫu");
    assert.match(await page.evaluate(`${FORM}.textContent`), /không cho lưu tờ khai đang làm/);
    assert.deepEqual(page.problems, []);
  });

  test("a storage that answers late keeps what was typed meanwhile, and the words go", async () => {
    const page = await waiting();
    await fill(page, "to", "Công an phường Muộn");
    await page.evaluate(`release()`);
    await saved(page, "Công an phường Muộn");
    await page.waitFor(`!${FORM}.querySelector(".not-saved")`, "the words are gone");
    assert.equal(await page.evaluate(`${FORM}.getElementById("f-to").value`), "Công an phường Muộn");
    assert.deepEqual(page.problems, []);
  });

  test("reading a large photo can be stopped, and an element that is taken away leaves nothing behind", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    const left = await page.evaluate(`(async () => {
      const scan = document.createElement("cancuoc-scan"); document.body.append(scan);
      const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 2000 });
        const c = canvas.getContext("2d");
      for (let i = 0; i < 4000; i += 1) { c.fillStyle = "hsl(" + i % 360 + " 50% " + (i % 90) + "%)";
        c.fillRect((i * 97) % 3000, (i * 61) % 2000, 40, 30); }
      const photo = await new Promise((done) => canvas.toBlob(done, "image/png"));
      const reading = scan.readPhoto(photo);
      await new Promise((done) => setTimeout(done, 30));
      const stop = scan.shadowRoot.querySelector(".busy button"); const offered = Boolean(stop); stop?.click();
      await reading;
      const said = scan.shadowRoot.textContent.includes("Đã dừng") ||
        scan.shadowRoot.textContent.includes("Không thấy mã QR");
      const again = scan.readPhoto(photo); scan.remove(); await again;
      return { offered, said };
    })()`);
    assert.deepEqual(left, { offered: true, said: true });
    assert.deepEqual(page.problems, []);
  });

  test("a picture that the browser cannot open gets words, a HEIC one its own", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    for (const [name, words] of [
      ["IMG_0001.HEIC", /HEIC của iPhone/],
      ["anh.jpg", /Không mở được tệp này/],
    ]) {
      await page.evaluate(
        `(async () => { await ${FORM}.querySelector("cancuoc-scan").readPhoto(new File([new Uint8Array(64)],
          "${name}")); })()`,
      );
      await page.waitFor(
        `${words}.test(${FORM}.querySelector("cancuoc-scan").shadowRoot.querySelector('[role="alert"]')?.textContent)`,
        `words about ${name}`,
      );
    }
    assert.deepEqual(page.problems, []);
  });

  test("a tilted photo is read", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await choosePhoto(page, "front-2021-tilted.jpg");
    await at(page, "Thông tin đọc từ thẻ");
    assert.deepEqual(page.problems, []);
  });
});

// The camera of Firefox and WebKit is their own fake one; Chromium's would show a card, so there a canvas stands for
// it.
inEachEngine("a camera in bad weather", (get) => {
  test("a camera that vanishes gets words", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, PAGE);
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await page.evaluate(`(() => { const drawn = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
        canvas.getContext("2d").fillRect(0, 0, 640, 480); return canvas.captureStream(10); };
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      MediaDevices.prototype.getUserMedia = async (wanted) => { const stream = ${engine === "chromium"} ?
        drawn() : await ask(wanted); globalThis.track = stream.getVideoTracks()[0];
        // Firefox lets no script dispatch an event on a camera's track: what listens is called as the event would.
        const listen = globalThis.track.addEventListener; globalThis.track.addEventListener = function (type,
          listener) { globalThis.gone = listener; return listen.call(this, type, listener); };
        return stream; }; return true; })()`);
    await press(page, "Quét mã QR trên thẻ", "cancuoc-form >>> cancuoc-scan");
    const scan = `${FORM}.querySelector("cancuoc-scan").shadowRoot`;
    await page.waitFor(
      `Boolean(globalThis.track && globalThis.gone) &&
        [...${scan}.querySelectorAll("button")].some((b) => b.textContent === "Tắt camera")`,
      "the camera runs",
    );
    await page.evaluate(
      engine === "firefox"
        ? `globalThis.gone(new Event("ended"))`
        : `globalThis.track.dispatchEvent(new Event("ended"))`,
    );
    await page.waitFor(
      `/đã bị ngắt/.test(${scan}.querySelector('[role="alert"]')?.textContent)`,
      "words about the camera",
    );
    assert.deepEqual(page.problems, []);
  });
});
