// The print button: the official form and nothing else of the page, and a list of the answers where it cannot be had.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { completeCt01 } from "./complete.mjs";
import { FORM, accessible, fits, open, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { toOfficer } from "./officer-page.mjs";
import { keepPrints, print } from "./printing.mjs";

const PAGE = "/form.html?lang=vi&on=2026-11-21";
const VIEW = `document.querySelector("cancuoc-view").shadowRoot`;

/** The beginning of the official form, as its words follow each other. */
const OFFICIAL = [
  "Mẫu CT01 Ban hành kèm theo Thông tư 116/2026/TT-BCA",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
  "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ Kính gửi: Công an phường Mẫu",
  "1. Họ, chữ đệm và tên khai sinh: Nguyễn Văn Mẫu",
  "2. Ngày, tháng, năm sinh: 28/02/1990 3. Giới tính: Nam",
  "4. Số định danh cá nhân: 001090000017",
].join(" ");

inEachEngine("printing", (get) => {
  test("without the network words offer a list of all answers; with it the official form is printed", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await keepPrints(page);
    await page.evaluate(
      `(globalThis.network = fetch, globalThis.fetch = () => Promise.reject(new TypeError("none")), 0)`,
    );
    await completeCt01(page);
    await press(page, "In tờ khai");
    await press(page, "In bản kê các câu trả lời");
    const list = await print(page, 1);
    assert.equal(list.pages, 0);
    assert.match(
      list.text,
      /^Tờ khai thay đổi thông tin cư trú \(CT01\) Bản kê các câu trả lời, không phải mẫu tờ khai/,
    );
    for (const answer of ["Công an phường Mẫu", "Nguyễn Văn Mẫu", "28/02/1990", "Nam", "001 090 000 017"])
      assert.ok(list.text.replaceAll("\u00a0", " ").includes(answer), answer);
    await accessible(page, "the end, without the form's pages");

    await page.evaluate(`(globalThis.fetch = network, 0)`);
    await press(page, "In tờ khai");
    const form = await print(page, 2);
    assert.equal(form.pages, 1);
    assert.ok(form.text.replace(/ +/g, " ").startsWith(OFFICIAL), form.text.slice(0, 600));
    assert.match(form.text, /Mã đối chiếu: CT01-[0-9A-F]{4}-[0-9A-F]{4}/);
    assert.match(form.paper, /size: a4/i);
    assert.match(form.paper, /margin: 0/);
    assert.deepEqual(page.problems, []);
  });

  test("the page around a form is not printed, and stands as before afterwards", async () => {
    const { page, engine } = get();
    await page.evaluate(`(() => { const banner = document.createElement("p"); banner.textContent = "Cổng của tỉnh";
      document.body.prepend(banner); document.querySelector("cancuoc-form").before(banner.cloneNode(true)); })()`);
    const sheets = await page.evaluate(`document.adoptedStyleSheets.length`);
    await press(page, "In tờ khai");
    const { text } = await print(page, 3);
    assert.ok(text.startsWith("Mẫu CT01"), text.slice(0, 100));
    assert.doesNotMatch(text, /Cổng của tỉnh|cancuoc –|Tờ khai đã hoàn tất/);
    assert.equal(await page.evaluate(`document.querySelectorAll("[data-cancuoc-print]").length`), 0);
    assert.equal(await page.evaluate(`document.adoptedStyleSheets.length`), sheets);
    assert.equal(await page.evaluate(`${FORM}.querySelector(".sheet").getClientRects().length`), 0);
    assert.ok(await page.evaluate(`document.fonts.check('12px "Cancuoc Serif"', "Ở")`), "the fonts of the form");
    if (engine !== "webkit") await onPaper(page);
    assert.deepEqual(page.problems, []);
  });

  test("an officer sees and prints the same form; of a changed one only the words that say so", async () => {
    const { page, origin, engine } = get();
    const { whole, changed } = await toOfficer(page, origin);
    await keepPrints(page);
    await page.upload("#files", [whole]);
    await page.waitFor(`${VIEW}.querySelector(".paper .page")?.getClientRects().length`, "the form as printed");
    const drawn = await page.evaluate(`${VIEW}.querySelector(".paper .page").textContent`);
    await accessible(page, "the form as printed");
    await fits(page, "the form as printed");
    await page.resize(1280, 800);
    await page.evaluate(`${VIEW}.querySelector(".paper").scrollIntoView()`);
    await page.screenshot(`print-officer-${engine}`);
    await page.resize(360, 740);
    await press(page, "In tờ khai này", "");
    const form = await print(page, 1);
    assert.equal(form.pages, 1);
    assert.equal(form.text.replace(/\s/g, ""), drawn.replace(/\s/g, ""), "what is printed is what is shown");
    assert.ok(form.text.replace(/ +/g, " ").startsWith(OFFICIAL), form.text.slice(0, 600));

    await page.upload("#files", [changed]);
    await page.waitFor(`/đã bị thay đổi/.test(${VIEW}.textContent)`, "the changed form");
    await press(page, "In tờ khai này", "");
    const refused = await print(page, 2);
    assert.equal(refused.pages, 0);
    assert.match(refused.text, /Nội dung đã bị thay đổi sau khi hoàn tất/);
    assert.deepEqual(page.problems, []);
  });
});

/** What the engine itself puts on paper. @param {import("./harness.mjs").Page} page */
async function onPaper(page) {
  // Printing is over when the pages are there, not before.
  await page.evaluate(`(globalThis.said = print, globalThis.print = () => void (globalThis.waits = true), 0)`);
  await press(page, "In tờ khai");
  await page.waitFor(`globalThis.waits`, "the call to print");
  const file = join(mkdtempSync(join(tmpdir(), "cancuoc-paper-")), "printed.pdf");
  writeFileSync(file, await page.raw.pdf({ preferCSSPageSize: true, printBackground: false }));
  await page.evaluate(`(dispatchEvent(new Event("afterprint")), globalThis.print = said, 0)`);
  const about = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  assert.match(about, /Pages: +1\n/);
  assert.match(about, /Page size: +59[456][\d.]* x 84[12][\d.]* pts/);
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  assert.match(text, /1\. Họ, chữ đệm và tên khai sinh: Nguyễn Văn Mẫu/);
  assert.doesNotMatch(text, /Cổng của tỉnh|Tờ khai đã hoàn tất/);
}
