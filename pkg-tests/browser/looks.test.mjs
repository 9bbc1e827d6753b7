// Every page as people see it: axe, 320 px, twice the text size, dark, high contrast, less motion; pictures for looking
// at.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { FORM, accessible, at, choose, choosePhoto, fits, heading, open, press, typeLines } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

/** @typedef {import("./harness.mjs").Page} Page */

const PAGES = "index form officer check chip address lists desk receive playground gallery"
  .split(" ")
  .filter((name) => existsSync(join(import.meta.dirname, "..", "..", "www", `${name}.html`)));

const DRAWN = `Boolean(document.querySelector(".site-head")) && document.querySelector("main").childElementCount > 1`;

inEachEngine("each page", (get) => {
  for (const name of PAGES) {
    test(`${name}: nothing for axe, nothing too wide at 320 px and with twice the text`, async () => {
      const { page, origin, engine } = get();
      await openPage(page, origin, name);
      assert.equal(await page.evaluate(`matchMedia("(prefers-color-scheme: dark)").matches`), false);
      await look(page, engine, name, "light");
      await narrow(page, name);
    });
  }
});

inEachEngine(
  "each page in the dark",
  (get) => {
    for (const name of PAGES) {
      test(`${name}: nothing for axe`, async () => {
        const { page, origin, engine } = get();
        if (engine === "chromium")
          await page.raw.emulateMediaFeatures([
            { name: "prefers-color-scheme", value: "dark" },
            { name: "prefers-reduced-motion", value: "reduce" },
          ]);
        await openPage(page, origin, name);
        assert.equal(await page.evaluate(`matchMedia("(prefers-color-scheme: dark)").matches`), true);
        await look(page, engine, name, "dark");
      });
    }
  },
  { dark: true },
);

/** @param {Page} page @param {string} origin @param {string} name */
async function openPage(page, origin, name) {
  await page.goto(`${origin}/${name}.html?lang=vi&on=2026-11-21`);
  await page.waitFor(DRAWN, "the page is drawn");
  await page.evaluate(`document.querySelector("cancuoc-form")?.loaded.then(() => true)`);
}

/**
 * Pictures of phone and desk, and axe.
 * @param {Page} page @param {string} engine @param {string} name @param {string} mode
 */
async function look(page, engine, name, mode) {
  for (const [width, height] of /** @type {[number, number][]} */ ([
    [1280, 800],
    [360, 740],
  ])) {
    await page.resize(width, height);
    await page.screenshot(`pages/${engine}/${name}-${mode}-${width}`);
  }
  await accessible(page, `${name}, ${mode}`);
}

/** @param {Page} page @param {string} name */
async function narrow(page, name) {
  await page.resize(320, 640);
  await fits(page, `${name} at 320 px`);
  await page.evaluate(`(document.documentElement.style.fontSize = "212.5%")`);
  await page.resize(640, 800);
  await fits(page, `${name} with twice the text`);
  await page.resize(360, 740);
}

inEachEngine(
  "a phone's page",
  (get) => {
    test("a page of the flow in the dark, with forced colours, at 320 px", async () => {
      const { page, origin } = get();
      await page.raw.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
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
      await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
      for (const step of ["how", "section"]) {
        if (step === "section") {
          await press(page, "Tự gõ vào tờ khai");
          await at(page, "Nội dung đề nghị");
        }
        const small = await page.evaluate(`[
          ...${FORM}.querySelectorAll("button, .check, input[type=text], textarea, select, summary"),
          ...document.querySelectorAll(".site-head a, .site-head button")]
        .filter((e) => e.getClientRects().length && !e.closest(".hidden-visually") &&
          Math.round(e.getBoundingClientRect().height) < 44)
          .map((e) => e.outerHTML.slice(0, 80) + e.getBoundingClientRect().height)`);
        assert.deepEqual(small, []);
      }
    });
  },
  { engines: ["chromium"] },
);

inEachEngine("by keyboard alone", (get) => {
  test("a card is typed, its owner chosen, the form filled in, checked and sealed", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
    const focused = `(() => { let e = document.activeElement;
      while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
        return e ? (e.id || "") + " " + e.textContent.trim() : ""; })()`;
    // Firefox's WebDriver BiDi sends keys that press no button, in no tree: there what has the focus is pressed by
    // script.
    const push = (key = "Enter") =>
      engine === "firefox"
        ? page.evaluate(
            `(() => { let e = document.activeElement;
              while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; e.click(); })()`,
          )
        : page.press(key);
    const tabTo = async (/** @type {RegExp} */ wanted) => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (wanted.test(await page.evaluate(focused))) return;
        await page.press("Tab");
      }
      assert.fail(`Tab does not reach ${wanted}`);
    };
    await tabTo(/^ Chụp hoặc gõ mặt sau/);
    await push();
    await at(page, "Chụp hoặc gõ mặt sau thẻ");
    await tabTo(/^mrz-1/);
    await typeLines(
      page,
      "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
    );
    await tabTo(/^ Đọc ba dòng này/);
    await push();
    await at(page, "Thông tin đọc từ thẻ");
    await tabTo(/^ Người kê khai/);
    await push();
    await at(page, "Nội dung đề nghị");

    const write = async (/** @type {string} */ id, /** @type {string} */ words) => {
      await tabTo(new RegExp(`^${id} `));
      await page.keys(words);
    };
    await tabTo(/^f-procedure /);
    await page.press("ArrowDown");
    await page.waitFor(`Boolean(${FORM}.getElementById("f-newAddress"))`, "what a temporary residence needs");
    await tabTo(/^f-newAddress /);
    await choose(page, "newAddress", "Thành phố Hà Nội");
    await write("f-newAddress-commune", "cau giay");
    await page.waitFor(`${FORM}.querySelector("[role=option]")`, "communes that fit");
    await page.press("ArrowDown");
    await page.press("Enter");
    await write("f-newAddress-street", "Số 2, phố Mẫu");
    await write("f-stayUntil", "1");
    await write("f-stayUntil-month", "12");
    await write("f-stayUntil-year", "2027");
    await tabTo(/^ Tiếp tục/);
    await push();
    await at(page, "Người kê khai");
    // The lines have no accents: the name is written by hand.
    await write("f-fullName", "Nguyễn Thị Mẫu");
    await tabTo(/^ Tiếp tục/);
    await push();
    await at(page, "Chủ hộ");
    await tabTo(/^f-declarantIsHead/);
    await push("Space");
    while (!/Kiểm tra lại/.test(await heading(page))) {
      const before = await heading(page);
      await tabTo(/^ Tiếp tục/);
      await push();
      await page.waitFor(
        `${FORM}.querySelector("#title").textContent !== ${JSON.stringify(before)}`,
        `the page after “${before}”`,
      );
    }
    await tabTo(/^ Hoàn tất/);
    await push();
    await at(page, "Tờ khai đã hoàn tất");
    assert.equal(
      await page.evaluate(`document.querySelector("cancuoc-form").sealed.answers.newAddress`),
      "Số 2, phố Mẫu, Phường Cầu Giấy, Thành phố Hà Nội",
    );
    assert.deepEqual(page.problems, []);
  });
});
