// The back of a card from one photo, in the form and on the page "Kiểm tra giấy tờ". How much the reader is sure of is
// its own business (tests/scan/): what it asks for is answered here as a person with the card in the hand would.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LINES, asItIs, codeAlone, covered, nothing, withCode } from "./back-pictures.mjs";
import { FORM, accessible, at, fits, open, press, text } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

/** @typedef {import("./harness.mjs").Page} Page */

const HOST = "cancuoc-form >>> cancuoc-scan";
const SCAN = `${FORM}.querySelector("cancuoc-scan").shadowRoot`;
const ASKED = `.places button, .places p`;
const READ = "Thông tin đọc từ thẻ";
const BACK = "Chụp hoặc gõ mặt sau thẻ";

/** Opens the page for the back, ready for a photo. @param {Page} page @param {string} origin */
async function openBack(page, origin) {
  await open(page, origin, "/form.html?lang=vi&on=2026-11-21");
  const loaded = `performance.getEntriesByType("resource").some(({ name }) => /back-worker|scan-mrz/.test(name))`;
  assert.equal(await page.evaluate(loaded), false, "what reads the back comes when it is asked for");
  await press(page, BACK);
  await at(page, BACK);
  await page.waitFor(`Boolean(${SCAN}?.getElementById("back-photo"))`, "the button for a photo");
}

/** Says of each place that is asked for what the card shows, until none is left. @param {Page} page */
const answer = (page) =>
  page.waitFor(
    `(() => {
      const boxes = [1, 2, 3].map((line) => ${SCAN}.getElementById("mrz-" + line));
      const right = ${JSON.stringify(LINES)};
      const line = boxes.findIndex((box) => box.value.includes("?"));
      if (line < 0) return true;
      const column = boxes[line].value.indexOf("?");
      const button = [...${SCAN}.querySelectorAll(".places button")].find((each) =>
        each.textContent === right[line][column] && each.getAttribute("aria-label").includes("dòng " + (line + 1) +
          ", ký tự thứ " + (column + 1)));
      if (button) button.click();
      else {
        boxes[line].setRangeText(right[line][column], column, column + 1, "end");
        boxes[line].dispatchEvent(new Event("input", { bubbles: true }));
      }
      return !boxes.some((box) => box.value.includes("?"));
    })()`,
    "each place answered",
  );

/** After a photo: the card was read, or something is asked for. @param {Page} page */
const answered = (page) =>
  page.waitFor(
    `${FORM}.querySelector("#title").textContent === ${JSON.stringify(READ)} ? "read" :
      ${SCAN}?.querySelector(${JSON.stringify(ASKED)}) ? "asked" :
      ${SCAN}?.querySelector('[role="alert"]') ? ${SCAN}.querySelector('[role="alert"]').textContent : ""`,
    "an answer about the photo",
    60,
  );

inEachEngine("the back of a card, in the form", (get) => {
  test("one photo with code and zone gives both, and they are compared", async () => {
    const { page, origin } = get();
    await openBack(page, origin);
    await page.evaluate(`void (globalThis.sources = [], document.querySelector("cancuoc-form")
      .addEventListener("reading", ({ detail }) => globalThis.sources.push(detail.source)))`);
    await page.upload(`${HOST} >>> #back-photo`, [withCode()]);
    if ((await answered(page)) === "asked") {
      assert.match(await text(page), /Mã QR trong ảnh cũng đã đọc được/);
      await answer(page);
      await press(page, "Đọc ba dòng này", HOST);
    }
    await at(page, READ);
    assert.deepEqual(await page.evaluate(`[...new Set(globalThis.sources)]`), ["mrz", "qr"]);
    const said = await text(page);
    assert.match(said, /Đỗ Gia Hà/);
    assert.match(said, /Mặt sau \(MRZ\)/);
    assert.deepEqual(page.problems, []);
  });

  test("the cursor stands on the first sign that is not sure, and what it may be is to be pressed", async () => {
    const { page, origin, engine } = get();
    await openBack(page, origin);
    await page.upload(`${HOST} >>> #back-photo`, [covered()]);
    assert.equal(await answered(page), "asked");
    const [focused, start, end, value] = await page.evaluate(
      `(() => { const { id, selectionStart, selectionEnd, value } = ${SCAN}.activeElement;
        return [id, selectionStart, selectionEnd, value]; })()`,
    );
    assert.match(focused, /^mrz-[123]$/);
    assert.deepEqual([value.indexOf("?"), end], [start, start + 1]);
    const low = await page.evaluate(`[...${SCAN}.querySelectorAll(".places button")]
      .filter((button) => button.getBoundingClientRect().height < 44).length`);
    assert.equal(low, 0);
    await fits(page, "a sign is asked for");
    await accessible(page, "a sign is asked for");
    await page.screenshot(`back-asked-${engine}`);
    await answer(page);
    await page.waitFor(`/Không còn ký tự nào chưa rõ/.test(${SCAN}.querySelector(".places").textContent)`);
    await page.screenshot(`back-filled-${engine}`);
    await press(page, "Đọc ba dòng này", HOST);
    await at(page, READ);
    assert.match(await text(page), /DO GIA HA/i);
    assert.deepEqual(page.problems, []);
  });

  test("a code alone is offered, a passport and an empty picture are told apart, and typing still works", async () => {
    const { page, origin, engine } = get();
    await openBack(page, origin);
    await page.upload(`${HOST} >>> #back-photo`, [nothing()]);
    assert.match(await answered(page), /Không thấy mã QR hay các dòng chữ/);
    await page.screenshot(`back-nothing-${engine}`);
    await page.upload(`${HOST} >>> #back-photo`, [asItIs("turned")]);
    await page.waitFor(`/trang hộ chiếu/.test(${SCAN}.querySelector('[role="alert"]')?.textContent)`, "no card", 60);
    await page.upload(`${HOST} >>> #back-photo`, [codeAlone()]);
    await press(page, "Đi tiếp với mã QR", HOST);
    await at(page, READ);
    assert.match(await text(page), /Đỗ Gia Hà/);
    assert.deepEqual(page.problems, []);
  });
});

inEachEngine("the back of a card, on the check page", (get) => {
  const papers = "document.querySelectorAll('.papers > li').length";

  test("one photo gives both documents of the comparison; a passport's two lines are read as well", async () => {
    const { page, origin, engine } = get();
    await page.goto(`${origin}/check.html?on=2026-11-21`);
    await page.waitFor("document.querySelector('#papers h2')");
    assert.equal(await page.evaluate(`document.getElementById("back-photo") === null`), true);
    await page.click("#back summary");
    await page.waitFor(`Boolean(document.getElementById("back-photo"))`, "the button for a photo");
    await page.upload("#back-photo", [withCode()]);
    await read(page, LINES);
    await page.waitFor(`${papers} === 2`, "both", 60);
    assert.match(await page.evaluate("document.querySelector('#result .notice').textContent"), /khớp nhau/);
    await page.screenshot(`back-check-${engine}`);

    await page.upload("#back-photo", [asItIs("turned")]);
    const lines = await page.waitFor(
      `${papers} === 3 ? "read" : document.querySelector(".places p") && document.getElementById("lines").value`,
      "the passport's lines",
      60,
    );
    if (lines !== "read") {
      assert.deepEqual(
        lines.split("\n").map((/** @type {string} */ line) => line.length),
        [44, 44],
      );
      const [start, end] = await page.evaluate(`[document.getElementById("lines").selectionStart,
        document.getElementById("lines").selectionEnd]`);
      assert.deepEqual([lines.indexOf("?"), end], [start, start + 1]);
    }
    await page.click("#papers .danger");
    await page.waitFor(`${papers} === 0`);
    assert.equal(await page.evaluate(`document.getElementById("lines").value`), "");
    assert.deepEqual(page.problems, []);
  });

  /** What is asked for is typed, then the lines are added. @param {Page} page @param {string[]} lines */
  async function read(page, lines) {
    const state = await page.waitFor(
      `${papers} ? "read" : document.querySelector(".places p") ? "asked" : ""`,
      "an answer about the photo",
      60,
    );
    if (state === "read") return;
    await page.evaluate(
      `(() => { const box = document.getElementById("lines"); box.value = ${JSON.stringify(lines.join("\n"))};
        box.dispatchEvent(new Event("input", { bubbles: true })); })()`,
    );
    await page.click("#back .actions:last-child .button");
  }
});
