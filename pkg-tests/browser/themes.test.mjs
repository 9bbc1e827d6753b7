// The looks that the attribute `theme` names, light and dark: contrast as it is measured on the elements, and when
// which of them counts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { contrast } from "../../www/pages/playground/colours.js";
import { FORM, accessible, at, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { ELEMENT, hostPage } from "./host-page.mjs";
import { TENANT } from "./tenant.mjs";

const LOOKS = ["", "portal", "calm", "contrast"];

/** Text, and the grounds on which the sheet puts it. @type {Record<string, string[]>} */
const TEXT = {
  ink: ["bg", "surface", "surface-2", "accent-soft", "error-soft", "warn-soft", "info-soft", "good-soft"],
  "ink-2": ["bg", "surface", "surface-2"],
  accent: ["bg", "surface", "accent-soft"],
  "accent-hover": ["accent-soft"],
  "accent-ink": ["accent", "accent-hover"],
  error: ["bg", "surface", "error-soft"],
  warn: ["warn-soft"],
  info: ["info-soft"],
  good: ["good-soft"],
};
/** Lines of controls, and what says where the focus is. @type {Record<string, string[]>} */
const LINES = {
  "line-strong": ["bg", "surface", "surface-2"],
  accent: ["bg", "surface"],
  error: ["bg", "surface"],
  focus: ["bg", "surface"],
};

inEachEngine("the looks", (get) => {
  const host = (/** @type {string} */ theme, scheme = "normal") =>
    hostPage(
      get(),
      `if ("${theme}") form.setAttribute("theme", "${theme}");
      form.answers = ${JSON.stringify({ ...TENANT, pin: "001" })};
      const main = document.createElement("main");
      main.append(Object.assign(document.createElement("h1"), { textContent: "Cổng" }), form);
      main.firstChild.style.color = "inherit";
      document.body.append(main)`,
      { scheme },
    );
  /** A token as it counts on the element. */
  const token = (/** @type {string} */ name) =>
    get().page.evaluate(`getComputedStyle(${ELEMENT}).getPropertyValue("--cc-${name}").trim()`);
  const worn = (/** @type {string} */ name, /** @type {string} */ value) =>
    get().page.waitFor(
      `getComputedStyle(${ELEMENT}).getPropertyValue("--cc-${name}").trim() === "${value}"`,
      `${name} is ${value}`,
    );
  const colour = (/** @type {string} */ hex) => {
    const full = hex.length === 4 ? [...hex.slice(1)].map((each) => each + each).join("") : hex.slice(1);
    assert.match(full, /^[0-9a-f]{6}$/i, hex);
    return /** @type {[number, number, number]} */ ([0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)));
  };
  const SURFACES = /** @type {Record<string, [light: string, dark: string]>} */ ({
    "": ["#0b5f5a", "#7ad0c4"],
    portal: ["#8f1f1b", "#f2a79b"],
    calm: ["#33597f", "#a3c4e6"],
    contrast: ["#003a8c", "#ffe14a"],
  });

  for (const look of LOOKS)
    for (const [index, scheme] of ["light", "dark"].entries())
      test(`${look || "as it comes"}, ${scheme}: text keeps 4.5:1 on each ground, the lines of controls 3:1`, async () => {
        const page = await host([look, scheme].filter(Boolean).join(" "));
        await worn("accent", SURFACES[look][index]);
        assert.equal(await page.evaluate(`getComputedStyle(${ELEMENT}).colorScheme`), scheme);
        const [text, line] = look === "contrast" ? [7, 4.5] : [4.5, 3];
        for (const [pairs, least] of /** @type {const} */ ([
          [TEXT, text],
          [LINES, line],
        ]))
          for (const [on, grounds] of Object.entries(pairs))
            for (const ground of grounds) {
              const found = contrast(colour(await token(on)), colour(await token(ground)));
              assert.ok(found >= least, `${on} on ${ground}: ${found.toFixed(2)}`);
            }
        // What is measured is what is seen.
        await page.evaluate(
          `document.body.style.background = getComputedStyle(${ELEMENT}).getPropertyValue("--cc-bg")`,
        );
        const edge = await page.evaluate(`getComputedStyle(${FORM}.querySelector(".choice")).borderTopColor`);
        const ground = await page.evaluate(`getComputedStyle(${FORM}.querySelector(".choice")).backgroundColor`);
        const parts = (/** @type {string} */ rgb) =>
          /** @type {[number, number, number]} */ ((rgb.match(/\d+/g) ?? []).slice(0, 3).map(Number));
        if (look) assert.ok(contrast(parts(edge), parts(ground)) >= 3, `the edge of a choice: ${edge} on ${ground}`);
        if (get().engine !== "chromium" || !look) return;
        await page.evaluate(`document.body.style.color = getComputedStyle(${ELEMENT}).color`);
        await page.screenshot(`look-${look}-${scheme}-how`);
        await page.evaluate(`void ${ELEMENT}.go("section:declarant")`);
        await at(page, "Người kê khai");
        await press(page, "Tiếp tục");
        await page.waitFor(`${FORM}.querySelector(".summary")`, "the summary");
        await accessible(page, `${look}, ${scheme}`);
        await page.evaluate(`scrollTo(0, 0)`);
        await page.screenshot(`look-${look}-${scheme}-errors`);
      });

  test("a look goes with the page's scheme unless it names one, can be changed, and reaches the scanner", async () => {
    const page = await host("calm", "dark");
    await worn("accent", "#a3c4e6");
    await page.evaluate(`void ${ELEMENT}.setAttribute("theme", "calm light")`);
    await worn("accent", "#33597f");
    await page.evaluate(`void ${ELEMENT}.setAttribute("theme", "dark portal")`);
    await worn("accent", "#f2a79b");
    await page.evaluate(`void ${ELEMENT}.setAttribute("theme", "contrast light")`);
    await worn("accent", "#003a8c");
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await page.waitFor(
      `getComputedStyle(${FORM}.querySelector("cancuoc-scan")).getPropertyValue("--cc-accent").trim() === "#003a8c"`,
      "the scanner's look",
    );
    await page.evaluate(`void ${ELEMENT}.removeAttribute("theme")`);
    await worn("accent", "#7ad0c4");
    assert.deepEqual(page.problems, []);
  });

  test("a look that is put on later comes then, and a token of the page's own stays above it", async () => {
    const page = await host("");
    await page.evaluate(`(() => { const sheet = new CSSStyleSheet();
      sheet.replaceSync("cancuoc-form { --cc-focus: #123456; }"); document.adoptedStyleSheets = [sheet];
      ${ELEMENT}.setAttribute("theme", "portal"); })()`);
    await worn("accent", "#8f1f1b");
    assert.equal(await token("focus"), "#123456");
    await page.evaluate(`void (document.adoptedStyleSheets = [])`);
  });
});
