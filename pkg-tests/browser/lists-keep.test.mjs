// A list in work and the reload: gone with a word, or kept where the person asked for it; columns are named, the list
// is saved as .csv, each error has words.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { accessible, fits } from "./form-page.mjs";
import { keepDownloads } from "./downloads.mjs";
import { inEachEngine } from "./harness.mjs";
import { listsPage } from "./lists-page.mjs";

const MEMBERS = [
  ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Cột lạ", "Ghi chú"],
  ["NGUYỄN VĂN MẪU", "05/03/1999", "nam", "036099012345", "Phật giáo", "a"],
  ["Lê Văn Mẫu", "", "", "1099012347", "Không", "b"],
  ["Phạm Thị Mẫu", "", "", "1199012348", "Không", "c"],
];
const CSV = MEMBERS.map((row) => row.join(";")).join("\r\n");

inEachEngine("a list and the reload", (get) => {
  const { press, text } = listsPage(get);
  const open = async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/lists.html?lang=vi`);
    await page.waitFor(`!!document.getElementById("file") || !!document.getElementById("counts")`, "the page");
  };
  const check = async () => {
    const { page } = get();
    const file = join(mkdtempSync(join(tmpdir(), "cancuoc-")), "hoi-vien.csv");
    writeFileSync(file, CSV);
    await page.waitFor(`!!document.getElementById("file")`, "the choice of a file");
    await page.upload("#file", [file]);
    await page.waitFor(`!!document.getElementById("file-go")`, "the sheet");
    await page.evaluate(`document.getElementById("file-go").click()`);
    await page.waitFor(`!!document.getElementById("counts") && !!document.querySelector("#rows > *")`, "the result");
  };
  const decide = async () => {
    const { page } = get();
    await press("Có câu hỏi");
    await page.waitFor(`!!document.querySelector(".question .options button")`, "a question");
    await page.evaluate(`document.querySelector(".question .options button").click()`);
    await page.waitFor(`document.getElementById("undo").textContent === "Hoàn tác (1)"`, "the decision");
  };
  const kept = (/** @type {string} */ store) =>
    `new Promise((done) => { const r = indexedDB.open("cancuoc.list"); r.onsuccess = () => {
      if (![...r.result.objectStoreNames].includes("${store}")) return (r.result.close(), done(0));
      const all = r.result.transaction("${store}").objectStore("${store}").count();
      all.onsuccess = () => (r.result.close(), done(all.result)); }; })`;

  test("a reload that was not provided for says what is gone", async () => {
    const { page } = get();
    await open();
    await check();
    assert.match(await text(".keeping"), /Không bật: tải lại trang là mất danh sách/);
    await decide();
    await open();
    await page.waitFor(
      `document.querySelector("main").textContent.includes("Danh sách và 1 lựa chọn không được giữ")`,
      "the word",
    );
    await open();
    assert.doesNotMatch(await text("main"), /không được giữ, vì/, "it is said once");
  });

  test("a column that was not recognised is named, and the list is saved as .csv", async () => {
    const { page } = get();
    await check();
    await keepDownloads(page);
    assert.match(await text("#columns summary"), /Các cột \(6, trong đó 2 cột không kiểm tra\)/);
    await page.evaluate(`(document.getElementById("column-4").value = "religion")`);
    await press("Kiểm tra lại với các cột này");
    await page.waitFor(`/trong đó 1 cột/.test(document.querySelector("#columns summary")?.textContent)`, "named");
    await press("Tải danh sách (.csv)");
    await page.waitFor(`document.getElementById("said").textContent.includes("Đã tải danh sách (.csv)")`, "the file");
    assert.equal(await page.evaluate(`saved.name`), "hoi-vien-da-lam-sach.csv");
    const lines = (await page.evaluate(`saved.at(-1).text()`)).trimEnd().split("\r\n");
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? "", /Cột lạ,Ghi chú,.*Tôn giáo/);
    assert.match(lines[1] ?? "", /^NGUYỄN VĂN MẪU,05\/03\/1999,nam,036099012345,Phật giáo,a,Nguyễn Văn Mẫu/);
  });

  test("kept on request, the list is there after a reload with its columns and decisions, and goes when it is closed", async () => {
    const { page, engine } = get();
    await page.evaluate(`document.getElementById("keep-list").click()`);
    await page.waitFor(kept("tables"), "the table is kept");
    await decide();
    await page.waitFor(kept("decisions"), "the decision is kept");
    await accessible(page, "a list that is kept");
    await fits(page, "a list that is kept");
    await page.screenshot(`lists/${engine}-kept`);
    await open();
    await page.waitFor(
      `document.getElementById("said")?.textContent.includes("Đã mở lại danh sách với 1 lựa chọn")`,
      "the list again",
    );
    assert.equal(await text("#undo"), "Hoàn tác (1)");
    assert.equal(await page.evaluate(`document.getElementById("column-4").value`), "religion");
    assert.ok(await page.evaluate(`document.getElementById("keep-list").checked`));
    await press("Hoàn tác (1)");
    await page.waitFor(`document.getElementById("undo").textContent === "Hoàn tác (0)"`, "taken back");
    await page.evaluate(`(globalThis.confirm = () => true)`);
    await press("Danh sách khác");
    await page.waitFor(`!!document.getElementById("file")`, "the choice of a file");
    await page.waitFor(`${kept("tables")}.then((count) => count === 0)`, "nothing is kept");
    await open();
    assert.ok(await page.evaluate(`!!document.getElementById("file")`));
  });

  test("what is kept is not to be read without the tab's key", async () => {
    const { page } = get();
    await check();
    await page.evaluate(`document.getElementById("keep-list").click()`);
    await page.waitFor(kept("decisions"), "it is kept");
    const seen = await page.evaluate(`new Promise((done) => { const r = indexedDB.open("cancuoc.list");
      r.onsuccess = () => {
        const all = r.result.transaction("tables").objectStore("tables").getAll();
        all.onsuccess = () => (r.result.close(), done(all.result.map(({ head, table }) =>
          [head, table].map(({ data }) => new TextDecoder("latin1").decode(data)).join()).join())); }; })`);
    assert.ok(seen.length > 100);
    assert.ok(!seen.includes("036099012345"));
    await page.evaluate(`sessionStorage.clear()`);
    await open();
    assert.ok(await page.evaluate(`!!document.getElementById("file")`));
    await page.evaluate(`new Promise((done) => { const r = indexedDB.open("cancuoc.list"); r.onsuccess = () => {
      const store = r.result.transaction("tables", "readwrite").objectStore("tables");
      store.openCursor().onsuccess = ({ target: { result: cursor } }) => cursor
        ? (cursor.update({ ...cursor.value, at: cursor.value.at - 13 * 3_600_000 }), cursor.continue())
        : (r.result.close(), done(true)); }; })`);
    await open();
    await page.waitFor(`${kept("tables")}.then((count) => count === 0)`, "what a closed tab left goes");
    assert.deepEqual(page.problems, []);
  });

  test("each way to fail has words that say how to go on, in both languages", async () => {
    const { page } = get();
    const words = await page.evaluate(`Promise.all([import("/pages/lists/words.js"), import("/shell/locale.js")])
      .then(([{ whatFailed }, { setLocale }]) => ["vi", "en"].flatMap((language) => {
        setLocale(language);
        return ["limit.input", "internal.trap", "RangeError", "NotReadableError", "list.closed", "init.thread",
          "init.source"].map((code) => whatFailed({ code }));
      }).concat((setLocale("vi"), whatFailed({ code: "input.type" }))))`);
    assert.equal(new Set(words).size, 11);
    assert.ok(words.every((/** @type {string} */ own) => own.length > 30));
    assert.match(words.at(-1), /mã input\.type/);
  });
});
