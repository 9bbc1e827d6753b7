// Photographs as phones store them, chosen as files: every EXIF orientation, every format, and those that the engine
// does not open.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { card, open } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => `exif-${orientation}.jpg`);
/** Every engine of the floor opens these; AVIF and HEIC are the engine's own business. */
const OPENED = [...ORIENTATIONS, "upright.png", "upright.webp"];
const READ = "reading Nguyễn Văn Mẫu";

/** @typedef {import("./harness.mjs").Page} Page */

/** A scanner of its own on the page, that keeps what it says. @param {Page} page */
const scanner = (page) =>
  page.evaluate(`(() => {
  const scan = Object.assign(document.createElement("cancuoc-scan"), { id: "probe" });
  globalThis.said = [];
  for (const kind of ["reading", "error"]) scan.addEventListener(kind,
    ({ detail }) => globalThis.said.push(kind + " " + (detail.person?.fullName ?? detail.code)));
  document.body.append(scan);
})()`);

/** What the scanner says about a file that a person chooses. @param {Page} page @param {string} file */
async function choose(page, file) {
  await page.evaluate(`void (globalThis.said.length = 0)`);
  await page.upload("#probe >>> #photo", [card(`formats/${file}`)]);
  return page.waitFor(`globalThis.said[0]`, `an answer about ${file}`);
}

/** The bytes of a picture, as an expression in the page. @param {string} file */
const bytes = (file) =>
  `Uint8Array.from(atob("${readFileSync(card(`formats/${file}`)).toString("base64")}"), (c) => c.charCodeAt(0))`;

/**
 * Whether the engine itself opens it: nothing of ours is asked.
 * @param {Page} page @param {string} file @param {string} type
 */
const opens = (page, file, type) =>
  page.evaluate(
    `(async () => { const image = new Image(); image.src = URL.createObjectURL(new Blob([${bytes(file)}], {
      type: "${type}" })); return image.decode().then(() => true, () => false); })()`,
  );

const ALERT = `document.querySelector("#probe").shadowRoot.querySelector('[role="alert"]')?.textContent`;

inEachEngine("a photo file", (get) => {
  test("in each EXIF orientation, as PNG and as WebP is read", async () => {
    const { page, origin } = get();
    await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
    await scanner(page);
    for (const file of OPENED) assert.equal(await choose(page, file), READ, file);
    assert.deepEqual(page.problems, []);
  });

  test("is turned upright, as its EXIF says, before it is looked at", async () => {
    const { page } = get();
    for (const file of OPENED) {
      const [size, symbol] = await page.evaluate(`(async () => {
        const [{ decode, pixels }, { default: init, scan }] = [await import("/elements/picture.js"),
          await import("/pkg/scan.js")];
        await init();
        const { picture, width, height } = await decode(new Blob([${bytes(file)}]));
        const [found] = scan(pixels(picture, { x: 0, y: 0, width, height }, { width, height }));
        return [[width, height], { mirrored: found.mirrored, corner: found.corners[0] }];
      })()`);
      assert.deepEqual(size, [240, 320], file);
      assert.equal(symbol.mirrored, false, file);
      // Where the picture was drawn: 10 and 12 pixels, and four modules of quiet zone.
      assert.ok(Math.hypot(symbol.corner[0] - 26, symbol.corner[1] - 28) < 3, `${file}: ${symbol.corner}`);
    }
    assert.deepEqual(page.problems, []);
  });

  test("as HEIC or AVIF is read where the engine opens it; elsewhere words say what to do, and nothing is thrown", async () => {
    const { page, engine } = get();
    for (const [file, type, code, words] of /** @type {const} */ ([
      ["upright.heic", "image/heic", "widget.photoHeic", /HEIC.*chụp lại bằng nút ở trên.*lưu ảnh thành JPEG/],
      ["upright.avif", "image/avif", "widget.photoBroken", /Hãy chọn ảnh JPEG hoặc PNG/],
    ])) {
      const opened = await opens(page, file, type);
      console.log(`${engine} ${opened ? "opens" : "does not open"} ${file}`);
      assert.equal(await choose(page, file), opened ? READ : `error ${code}`, file);
      if (!opened) assert.match(await page.evaluate(ALERT), words);
      // The next photograph is read, whatever became of this one.
      assert.equal(await choose(page, "exif-6.jpg"), READ);
    }
    assert.deepEqual(page.problems, []);
  });

  test("that is HEIC under another name, without a type, gets HEIC's words", async () => {
    const { page } = get();
    if (await opens(page, "upright.heic", "image/heic")) return;
    for (const name of ["anh.jpg", "content", "IMG_0001.HEIC"]) {
      await page.evaluate(`void (globalThis.said.length = 0)`);
      await page.evaluate(
        `document.querySelector("#probe").readPhoto(new File([${bytes("upright.heic")}], "${name}")).then(() => true)`,
      );
      assert.deepEqual(await page.evaluate(`globalThis.said`), ["error widget.photoHeic"], name);
    }
    assert.deepEqual(page.problems, []);
  });
});
