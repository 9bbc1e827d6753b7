// The page "Kiểm tra giấy tờ": several documents of one person beside each other, in three engines.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { inEachEngine } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CARD = "001199999999|012345678|Nguyễn Thị Mẫu|01011999|Nữ|Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội|01012022";
const LINES = "IDVNM1999999991001199999999<<29901018F3901016VNM<<<<<<<<<<<8NGUYEN<<THI<MAU<<<<<<<<<<<<<<<";
const papers = "document.querySelectorAll('.papers > li').length";
/** As the scanning element hands a reading over. @param {string} payload */
const scanned = (payload) =>
  `import("/pkg/index.js").then(({ readQr }) => document.querySelector("cancuoc-scan")
    .dispatchEvent(new CustomEvent("reading", { detail: readQr(${JSON.stringify(payload)}, { on: "2026-11-22" }) })))`;

inEachEngine("check page", (get) => {
  test("a card and the lines on its back agree; what is typed is compared, and everything can be cleared", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/check.html?on=2026-11-22`);
    await page.waitFor("document.querySelector('#papers h2')");
    await page.evaluate(scanned(CARD).replace(/$/, ".then(() => true)"));
    await page.waitFor(`${papers} === 1`);
    assert.match(await page.evaluate("document.querySelector('#result').textContent"), /ai cũng có thể in ra/);

    await page.click("#back summary");
    await page.type("#lines", LINES.replace("VNM1", "VNMI").toLowerCase());
    await page.waitFor("document.querySelector('#lines-help button')", "a correction is offered");
    await page.click("#lines-help button");
    await page.waitFor("document.querySelector('#lines-help .good')", "every digit agrees");
    await page.click("#back .actions .button");
    await page.waitFor(`${papers} === 2`);
    assert.match(await page.evaluate("document.querySelector('#result .notice').textContent"), /khớp nhau/);

    await page.click("#typed summary");
    const low = await page.evaluate(`[...document.querySelectorAll("#typed :is(input, select)")]
      .filter((box) => box.getBoundingClientRect().height < 44).map(({ id }) => id)`);
    assert.deepEqual(low, []);
    await page.type("#typed-fullName", "Nguyen Thi Mau");
    await page.click("#typed .actions .button");
    await page.waitFor(`${papers} === 3`);
    assert.match(await page.evaluate("document.querySelector('.compare').textContent"), /Khác do bỏ dấu/);
    await page.screenshot("check");
    await page.evaluate(`(() => { ${axe}
 return true; })()`);
    const found = await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }).then((r) => r.violations.map((v) => " +
        "v.id + ' ' + v.nodes[0].html.slice(0, 120)))",
    );
    assert.deepEqual(found, []);

    await page.click("#papers .danger");
    await page.waitFor(`${papers} === 0`);
    assert.doesNotMatch(await page.evaluate("document.body.textContent"), /001199999999|Mẫu/);
    assert.deepEqual(page.problems, []);
  });

  test("documents of two people are named as such", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/check.html?on=2026-11-22`);
    await page.waitFor("document.querySelector('#papers h2')");
    await page.evaluate(`${scanned(CARD)}.then(() => true)`);
    await page.evaluate(
      `${scanned("001099999998||Trần Văn Khác|02021999|Nam|Xã Khác, Thái Bình|01012023")}.then(() => true)`,
    );
    await page.waitFor(`${papers} === 2`);
    assert.match(await page.evaluate("document.querySelector('#result .notice').textContent"), /hai người khác nhau/);
  });
});
