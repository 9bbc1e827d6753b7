// A list of 100,000 people in the page: it can be stopped, the page stays usable, decisions outlive a reload when that
// is asked for, the result is saved. No times are asserted: the machine decides them.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import { keepDownloads } from "./downloads.mjs";
import { inEachEngine } from "./harness.mjs";
import { listsPage } from "./lists-page.mjs";

const PEOPLE = 100_000;
const HEADING = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD", "Địa chỉ", "Điện thoại", "Email", "Ghi chú"];
const FAMILY = ["NGUYỄN", "Trần", "lê", "PHẠM", "Hoàng", "Vũ"];
const MIDDLE = { 0: ["Văn", "VĂN"], 1: ["Thị", "THỊ"] };
const PLACES = [
  "Phường Bến Nghé, Quận 1, TP.HCM",
  "Xã Văn Khê, Huyện Mê Linh, Hà Nội",
  "P. Hàng Trống, Hoàn Kiếm, Hà Nội",
];

/** Invented people, the same each time: a number that lost its zero, capitals, days in one form, old units. */
function people() {
  let seed = 20261121;
  const next = (/** @type {number} */ most) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const woman = /** @type {0 | 1} */ (next(2));
    const year = 1940 + next(60);
    const number = `001${woman}${two(year % 100)}${String(at).padStart(6, "0")}`;
    return [
      at + 1,
      `${FAMILY[next(FAMILY.length)]} ${MIDDLE[woman][next(2)]} Mẫu`,
      `${two(1 + next(28))}/${two(1 + next(12))}/${year}`,
      woman ? "Nữ" : "nam",
      next(4) ? number : number.slice(1),
      next(3) ? `Số ${next(500)}, ${PLACES[next(PLACES.length)]}` : "",
      next(2) ? `84 90${String(1_000_000 + next(8_999_999))}` : "",
      "",
      `ghi chú ${at}`,
    ];
  });
  return [HEADING, ...rows].map((row) => row.join(";")).join("\r\n");
}

inEachEngine(
  "a list of 100,000 people",
  (get) => {
    const file = join(mkdtempSync(join(tmpdir(), "cancuoc-")), "hoi-vien.csv");
    const { press, text } = listsPage(get);
    const begin = async () => {
      const { page } = get();
      await page.waitFor(`!!document.getElementById("file-go")`, "the sheet", 120);
      await page.evaluate(`(() => {
        window.seen = { values: [], frames: 0, long: 0 };
        new PerformanceObserver((list) => {
          seen.long = Math.max(seen.long, ...list.getEntries().map(({ duration }) => duration));
        }).observe({ type: "longtask" });
        const frame = () => {
          const bar = document.getElementById("progress");
          if (bar) { seen.frames += 1; if (seen.values.at(-1) !== bar.value) seen.values.push(bar.value); }
          requestAnimationFrame(frame);
        };
        frame();
        document.getElementById("file-go").click();
      })()`);
      await page.waitFor(`document.getElementById("progress")?.value > 0`, "progress", 120);
    };

    before(async () => {
      writeFileSync(file, people());
      const { page, origin } = get();
      await page.goto(`${origin}/lists.html?lang=vi`);
      await page.waitFor(`!!document.getElementById("file")`, "the page");
      await keepDownloads(page);
      await page.upload("#file", [file]);
    });

    test("it is stopped in the middle, and the file is still there", async () => {
      const { page } = get();
      await begin();
      assert.match(await text("#progress-words"), /trên 100\.001 dòng/);
      await press("Dừng lại");
      await page.waitFor(`document.querySelector("main").textContent.includes("Đã dừng.")`, "the end");
    });

    test("while it is checked the bar moves and the page answers", async (context) => {
      const { page } = get();
      await begin();
      // What a person does meanwhile: the menu, the other language and back.
      await page.evaluate(`document.querySelector(".site-head .menu").click()`);
      assert.ok(await page.evaluate(`document.getElementById("site-nav").classList.contains("open")`));
      await page.waitFor(
        `!!document.getElementById("counts") && !!document.querySelector("#rows > *")`,
        "the result",
        300,
      );
      const { values, frames, long } = await page.evaluate(`seen`);
      assert.ok(values.length > 10, `the bar stood at ${values.length} places`);
      assert.deepEqual(
        values,
        [...values].sort((/** @type {number} */ a, /** @type {number} */ b) => a - b),
      );
      assert.ok(frames > values.length, "the page was drawn all the while");
      context.diagnostic(`${values.length} places of the bar, ${frames} frames, longest task ${Math.round(long)} ms`);
      assert.equal(await text("#counts-title"), "100.000 người");
    });

    test("what is decided outlives a reload, where that was asked for", async () => {
      const { page } = get();
      await page.evaluate(`document.getElementById("keep-list").click()`);
      await press("Có câu hỏi");
      await page.waitFor(`!!document.querySelector(".question .options button")`, "a question", 60);
      await page.evaluate(`document.querySelector(".question .options button").click()`);
      await page.waitFor(`document.getElementById("undo").textContent === "Hoàn tác (1)"`, "the decision", 60);
      await page.waitFor(
        `new Promise((done) => { const r = indexedDB.open("cancuoc.list"); r.onsuccess = () => {
          const all = r.result.transaction("decisions").objectStore("decisions").getAll();
          all.onsuccess = () => (r.result.close(), done(all.result.length === 1)); }; })`,
        "it is kept",
        60,
      );
      await page.raw.reload({ waitUntil: "load" });
      await page.waitFor(
        `document.getElementById("said")?.textContent.includes("Đã mở lại danh sách với 1 lựa chọn")`,
        "the list again",
        300,
      );
      assert.equal(await text("#counts-title"), "100.000 người");
      assert.equal(await text("#undo"), "Hoàn tác (1)");
      await press("Hoàn tác (1)");
      await page.waitFor(`document.getElementById("undo").textContent === "Hoàn tác (0)"`, "taken back", 60);
    });

    test("the result is saved as .csv and as .xlsx, each row in its place", async (context) => {
      const { page } = get();
      await keepDownloads(page);
      await press("Tải kết quả (.xlsx)");
      await page.waitFor(`document.getElementById("said").textContent.includes("Đã tải kết quả")`, "xlsx", 300);
      assert.equal(await page.evaluate(`saved.name`), "hoi-vien-da-lam-sach.xlsx");
      const size = await page.evaluate(`saved.at(-1).size`);
      const start = await page.evaluate(`saved.at(-1).slice(0, 2).text()`);
      assert.equal(start, "PK");
      await press("Tải danh sách (.csv)");
      await page.waitFor(`document.getElementById("said").textContent.includes("Đã tải danh sách (.csv)")`, "csv", 300);
      assert.equal(await page.evaluate(`saved.name`), "hoi-vien-da-lam-sach.csv");
      const csv = await page.evaluate(`saved.at(-1).text()`);
      const lines = csv.trimEnd().split("\r\n");
      assert.equal(lines.length, PEOPLE + 1);
      for (const at of [1, 50_000, PEOPLE]) assert.ok(lines[at].includes(`ghi chú ${at - 1}`), lines[at]);
      context.diagnostic(`csv ${csv.length} characters, xlsx ${size} bytes`);
    });

    test("after the list is closed nothing of it is kept", async () => {
      const { page } = get();
      await press("Danh sách khác");
      await page.waitFor(`!!document.getElementById("file")`, "the choice of a file");
      await page.waitFor(
        `new Promise((done) => { const r = indexedDB.open("cancuoc.list"); r.onsuccess = () => {
          const all = r.result.transaction("tables").objectStore("tables").count();
          all.onsuccess = () => (r.result.close(), done(all.result === 0)); }; })`,
        "nothing is kept",
        60,
      );
      assert.equal(await page.evaluate(`Object.keys(sessionStorage).filter((key) => /list/.test(key)).length`), 0);
      assert.deepEqual(page.problems, []);
    });
  },
  { engines: ["chromium"] },
);
