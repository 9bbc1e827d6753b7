// Every page as people see it: axe, 320 px, twice the text size, dark, high contrast, less motion; pictures for looking at.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { stale } from "../../www/tools/css.mjs";
import { FORM, accessible, at, choosePhoto, fits, open, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const PAGES = ["index", "check", "chip", "address", "desk", "receive"].filter((name) => existsSync(join(import.meta.dirname, "..", "..", "www", `${name}.html`)));

test("the sheets of pages and elements are those of their source", () => assert.deepEqual(stale(), []));

inEachEngine("each page", (get) => {
  for (const name of PAGES) {
    test(`${name}: light and dark, phone and desk, nothing for axe, nothing too wide`, async () => {
      const { page, origin } = get();
      await page.goto(`${origin}/${name}.html?lang=vi&on=2026-11-21`);
      await page.waitFor(`Boolean(document.querySelector(".site-head")) && document.querySelector("main").childElementCount > 1`, "the page is drawn");
      await page.evaluate(`document.querySelector("cancuoc-form")?.loaded.then(() => true)`);
      for (const mode of ["light", "dark"]) {
        await page.raw.emulateMediaFeatures([{ name: "prefers-color-scheme", value: mode }]);
        for (const [width, height] of [[360, 740], [1280, 800]]) {
          await page.raw.setViewport({ width, height });
          await page.screenshot(`pages/${name}-${mode}-${width}`);
        }
        await accessible(page, `${name}, ${mode}`);
      }
      await page.raw.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }, { name: "prefers-reduced-motion", value: "reduce" }]);
      await page.raw.setViewport({ width: 320, height: 640 });
      await fits(page, `${name} at 320 px`);
      await page.evaluate(`(document.documentElement.style.fontSize = "212.5%")`);
      await page.raw.setViewport({ width: 640, height: 800 });
      await fits(page, `${name} with twice the text`);
      await page.raw.setViewport({ width: 360, height: 740 });
    });
  }

  test("a page of the flow in the dark, with forced colours, at 320 px", async () => {
    const { page, origin } = get();
    await page.raw.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await open(page, origin, "/?lang=vi&on=2026-11-21");
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await choosePhoto(page, "back-2024-tilted.jpg");
    await at(page, "Thông tin đọc từ thẻ");
    await accessible(page, "the card's data, dark");
    await page.raw.setViewport({ width: 320, height: 640 });
    await fits(page, "the card's data at 320 px");
    await page.screenshot("form-chromium-read-dark-320");
    const session = await page.raw.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    await page.screenshot("form-chromium-read-forced-320");
    await fits(page, "the card's data, forced colours");
    await session.send("Emulation.setEmulatedMedia", { features: [] });
    await page.raw.setViewport({ width: 360, height: 740 });
  });

  test("what can be pressed is 44 px high, or stands in a line of text", async () => {
    const { page, origin } = get();
    await open(page, origin, "/?lang=vi&on=2026-11-21");
    for (const step of ["how", "section"]) {
      if (step === "section") {
        await press(page, "Tự gõ vào tờ khai");
        await at(page, "Nội dung đề nghị");
      }
      const small = await page.evaluate(`[...${FORM}.querySelectorAll("button, .check, input[type=text], textarea, select, summary"), ...document.querySelectorAll(".site-head a, .site-head button")]
        .filter((e) => e.getClientRects().length && !e.closest(".hidden-visually") && Math.round(e.getBoundingClientRect().height) < 44).map((e) => e.outerHTML.slice(0, 80) + e.getBoundingClientRect().height)`);
      assert.deepEqual(small, []);
    }
  });
}, { engines: ["chromium"] });

inEachEngine("by keyboard alone", (get) => {
  test("a card is typed, its owner chosen, the form reached", async () => {
    const { page, origin } = get();
    await open(page, origin, "/?lang=vi&on=2026-11-21");
    const focused = `(() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return e ? (e.id || "") + " " + e.textContent.trim() : ""; })()`;
    const tabTo = async (/** @type {RegExp} */ wanted) => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (wanted.test(await page.evaluate(focused))) return;
        await page.press("Tab");
      }
      assert.fail(`Tab does not reach ${wanted}`);
    };
    await tabTo(/^ Gõ ba dòng mã/);
    await page.press("Enter");
    await at(page, "Gõ ba dòng ở mặt sau thẻ");
    await tabTo(/^mrz/);
    await page.evaluate(`(() => { const box = ${FORM}.querySelector("cancuoc-scan").shadowRoot.getElementById("mrz"); box.value = "IDVNM1999999991001199999999<<2\\n9901018F3901016VNM<<<<<<<<<<<8\\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<"; })()`);
    await tabTo(/^ Đọc ba dòng này/);
    await page.press("Enter");
    await at(page, "Thông tin đọc từ thẻ");
    await tabTo(/^ Tiếp tục/);
    await page.press("Enter");
    await at(page, "Đây là thẻ của ai?");
    await tabTo(/^f-role/);
    await page.press("Space");
    await tabTo(/^ Tiếp tục/);
    await page.press("Enter");
    await at(page, "Nội dung đề nghị");
    assert.deepEqual(page.problems, []);
  });
}, { engines: ["chromium"] }); // In headless Firefox a synthetic Enter does not press a button inside a shadow root.
