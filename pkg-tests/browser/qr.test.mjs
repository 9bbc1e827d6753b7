// The QR codes that the pages draw: our own scanner reads each of them, byte for byte.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { inEachEngine } from "./harness.mjs";

inEachEngine("a QR code that a page draws", (get) => {
  before(async () => {
    await get().page.goto(`${get().origin}/receive.html`);
    await get().page.evaluate(`(async () => {
      const { qrPicture } = await import("/pkg/widget/page-scan.js");
      const { default: init, scan } = await import("/pkg/scan.js");
      await init();
      globalThis.bytes = (length) => Uint8Array.from({ length }, (_, at) => (at * 167 + length * 31) & 255);
      globalThis.drawn = (length) => qrPicture(bytes(length), "mã");
      globalThis.read = async (length) => {
        const svg = drawn(length);
        const side = Number(svg.getAttribute("viewBox").split(" ")[2]) * 5;
        svg.setAttribute("width", side);
        svg.setAttribute("height", side);
        const text = new XMLSerializer().serializeToString(svg);
        const image = new Image();
        image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const found = scan(context.getImageData(0, 0, side, side), { effort: "photo" });
        return found.map((code) => ({ version: code.version, same: String(code.bytes) === String(bytes(length)) }));
      };
      return true;
    })()`);
  });

  for (const [length, version] of /** @type {const} */ ([
    [1, 1],
    [14, 1],
    [64, 5],
    [331, 13],
    [666, 20],
  ])) {
    test(`of ${length} bytes is read by our scanner, as version ${version}`, async () => {
      assert.deepEqual(await get().page.evaluate(`read(${length})`), [{ version, same: true }]);
    });
  }

  test("has a quiet zone of four modules, and a name", async () => {
    const [box, first, name] = await get().page.evaluate(`(() => {
      const svg = drawn(14);
      return [svg.getAttribute("viewBox"), svg.querySelector("path").getAttribute("d").slice(0, 5),
        svg.getAttribute("aria-label")];
    })()`);
    assert.equal(box, "0 0 29 29");
    assert.equal(first, "M4 4h");
    assert.equal(name, "mã");
  });

  test("of more than 666 bytes is not drawn: a phone would not read it from a screen", async () => {
    assert.equal(await get().page.evaluate(`drawn(667) === undefined`), true);
  });
});
