// The page "Kiểm tra dữ liệu chip": the demo set, files of one's own, anchors, in three engines.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { inEachEngine } from "./harness.mjs";

const root = join(import.meta.dirname, "..", "..");
const demo = (/** @type {string} */ name) => join(root, "www/demo/chip", name);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VERDICT = "document.querySelector('#verdict')?.textContent";
const steps = {
  "Thẻ thật": "Dữ liệu thật, rõ nơi cấp",
  "Thẻ bị sửa": "Dữ liệu đã bị sửa",
  "Không rõ nơi cấp": "Nguyên vẹn, chưa rõ ai cấp",
  "Chip bị sao chép": "Chip có thể là bản sao",
};

inEachEngine("chip page", (get) => {
  test("each demo card gets its own verdict, step and picture", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/chip.html`);
    await page.waitFor("document.querySelectorAll('.choice').length === 4");
    for (const [at, verdict] of Object.values(steps).entries()) {
      await page.click(`.choices li:nth-child(${at + 1}) .choice`);
      await page.waitFor(`${VERDICT} === ${JSON.stringify(verdict)}`, verdict);
      await page.waitFor("document.querySelector('img.portrait')?.naturalWidth === 120", "the portrait");
      assert.equal(await page.evaluate("document.activeElement?.id"), "verdict");
      await page.screenshot(`chip-${at}`);
    }
    assert.match(
      await page.evaluate("document.querySelector('.ladder').getAttribute('aria-label')"),
      /Rõ nơi cấp, bậc 4 trên 5/,
    );
    assert.match(await page.evaluate("document.querySelector('.facts').textContent"), /Nguyễn Thị Mẫu/);
    assert.deepEqual(page.problems, []);
  });

  test("a ZIP of one's own stops at unaltered until its issuer's certificate is added, and again once it is removed", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/chip.html`);
    await page.waitFor("document.querySelector('#chip-files')");
    await page.upload("#chip-files", [demo("authentic.zip")]);
    await page.waitFor(`${VERDICT} === "Nguyên vẹn, chưa rõ ai cấp"`);
    await page.upload("#anchor-files", [demo("anchor.cer")]);
    await page.waitFor(`${VERDICT} === "Dữ liệu thật, rõ nơi cấp"`);
    const listed = await page.evaluate("document.querySelector('.anchors').textContent");
    assert.match(listed, /Việt Nam \(VN\)/);
    assert.match(listed, /SHA-256 [0-9a-f ]{71}/);
    await page.goto(`${origin}/chip.html`);
    await page.waitFor("document.querySelectorAll('.anchors > li').length === 1", "the certificate is kept");
    await page.click(".anchors .button");
    await page.waitFor("document.querySelectorAll('.anchors > li').length === 0");
  });

  test("what is no chip data says what to do next, and the page goes on in both languages", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/chip.html?lang=en`);
    await page.waitFor("document.querySelector('#chip-files')");
    await page.upload("#chip-files", [demo("anchor.cer")]);
    await page.waitFor("/no file of a chip/.test(document.querySelector('.notice.error')?.textContent)");
    await page.upload("#chip-files", [demo("jpeg2000.json")]);
    await page.waitFor(`${VERDICT} === "Unaltered, issuer unknown"`);
    await page.waitFor("document.querySelector('canvas.portrait')?.width === 120");
    await page.waitFor(
      "document.querySelector('canvas.portrait').getContext('2d').getImageData(3, 3, 1, 1).data[3] === 255",
      "the JPEG 2000 portrait is painted",
    );
    await page.evaluate("document.querySelector('.languages [lang=vi]').click()");
    await page.waitFor(`${VERDICT} === "Nguyên vẹn, chưa rõ ai cấp"`);
    await page.evaluate("document.querySelector('.languages [lang=vi]').click()");
  });

  test("axe finds nothing to object to", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/chip.html`);
    await page.waitFor("document.querySelectorAll('.choice').length === 4");
    await page.click(".choices li:nth-child(2) .choice");
    await page.waitFor(`${VERDICT} === "Dữ liệu đã bị sửa"`);
    await page.evaluate(
      `(() => { const module = undefined, exports = undefined, define = undefined; ${axe}; return true; })()`,
    );
    const { violations } = await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations: " +
        "violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]) }))",
    );
    assert.deepEqual(violations, []);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert.ok(overflow <= 0, `${overflow} pixels wider than the screen`);
  });
});
