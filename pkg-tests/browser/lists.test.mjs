// The page "Làm sạch danh sách": a file is checked in a thread of its own, questions are settled, the result is taken
// away; in each engine.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import initSheet, { readSheet, writeSheet } from "cancuoc/sheet";

import { accessible, fits } from "./form-page.mjs";
import { keepDownloads } from "./downloads.mjs";
import { inEachEngine } from "./harness.mjs";
import { listsPage } from "./lists-page.mjs";

const HEADING = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Nơi thường trú", "Ghi chú"];
const MEMBERS = [
  ["DANH SÁCH HỘI VIÊN"],
  [],
  HEADING,
  [1, "NGUYỄN VĂN MẪU", { date: "1999-03-05" }, "nam", 36099012345, "Thôn 2, Xã Văn Khê, Huyện Mê Linh, Hà Nội", "a"],
  [2, "Trần Thị Mẫu", "05/03/1999", "Nữ", "036199012346", "P. Bến Nghé, Q1, TP.HCM", "b"],
  [3, "Lê Văn Mẫu", "", "", 1099012347, "", "c"],
  [4, "Phạm Thị Mẫu", "", "", 1199012348, "", "d"],
  [5, "Trần Thị Mẫu", "05/03/1999", "Nữ", "036199012346", "", "e"],
  [6, "Hoàng Văn Mẫu", "31/02/1999", "Nam", "036099012349", "", "f"],
];

/** A file of its own folder. @param {string} name @param {Uint8Array | string} content */
function fileOf(name, content) {
  const file = join(mkdtempSync(join(tmpdir(), "cancuoc-")), name);
  writeFileSync(file, content);
  return file;
}

inEachEngine("clean a list", (get) => {
  const { press, text } = listsPage(get);
  const open = async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/lists.html?lang=vi`);
    await page.waitFor(`!!document.getElementById("file")`, "the page");
    await keepDownloads(page);
  };
  /** @param {string} name @param {Uint8Array | string} content */
  const check = async (name, content) => {
    const { page } = get();
    await page.upload("#file", [fileOf(name, content)]);
    await page.waitFor(`!!document.getElementById("file-go")`, "the sheet");
    await page.evaluate(`document.getElementById("file-go").click()`);
    await page.waitFor(`!!document.getElementById("counts") && !!document.querySelector("#rows > *")`, "the result");
  };
  const result = async () => {
    const { page } = get();
    await press("Tải kết quả (.xlsx)");
    await page.waitFor(`document.getElementById("said").textContent.includes("Đã tải kết quả")`, "the file");
    const bytes = await page.evaluate(`saved.at(-1).arrayBuffer().then((all) => [...new Uint8Array(all)])`);
    return readSheet(Uint8Array.from(bytes)).sheets;
  };

  before(async () => {
    await initSheet();
    await open();
  });

  test("a list is checked, counted, and each kind leads to its rows", async () => {
    const { page, engine } = get();
    await page.screenshot(`lists/${engine}-choose`);
    await check("hoi-vien.xlsx", writeSheet([{ name: "Hội viên", rows: MEMBERS }], "xlsx"));
    assert.equal(await text("#counts-title"), "6 người");
    const tiles = await page.evaluate(
      `[...document.querySelectorAll(".tiles li")].map((own) =>
        [".name", "b"].map((part) => own.querySelector(part).textContent).join(" "))`,
    );
    assert.deepEqual(
      tiles.map((/** @type {string} */ own) => own.split(" ")[0]),
      ["Đúng", "Đủ", "Sạch", "Sống"],
    );
    assert.match(await text("#counts"), /1 dòng lặp lại một người đã có/);
    assert.match(await text("#counts"), /2 dòng không phải người được giữ nguyên/);
    const kinds = await text("#kinds");
    assert.match(kinds, /Câu hỏiSố định danh cá nhân2 dòng/);
    assert.match(kinds, /Đã sửaNơi cư trú1 dòng/);
    await page.evaluate(
      `[...document.querySelectorAll(".kind")].find((own) => own.textContent.startsWith("Câu hỏiSố")).click()`,
    );
    await page.waitFor(`document.querySelectorAll(".person").length === 2`, "the rows of the kind");
    assert.equal(await text("#people-title"), "Câu hỏi, Số định danh cá nhân: 2 dòng");
    assert.match(await text(".person h3"), /^Dòng 6 Lê Văn Mẫu/);
    await page.screenshot(`lists/${engine}-rows`);
  });

  test("nothing for axe, nothing too wide on a phone, in both languages", async () => {
    const { page, engine } = get();
    await page.evaluate(`document.querySelectorAll("main details").forEach((own) => (own.open = true))`);
    await page.waitFor(`!!document.querySelector("#groups table")`, "the groups");
    await accessible(page, "a checked list");
    await fits(page, "a checked list");
    await page.evaluate(`document.querySelector(".languages [lang=en]").click()`);
    await page.waitFor(`document.getElementById("counts-title").textContent === "6 people"`, "the page in English");
    await page.waitFor(`document.querySelector(".person h3")?.textContent.startsWith("Row 6")`, "the rows in English");
    await accessible(page, "a checked list in English");
    await fits(page, "a checked list in English");
    await page.screenshot(`lists/${engine}-english`);
    await page.evaluate(`document.querySelector(".languages [lang=vi]").click()`);
    await page.waitFor(`document.getElementById("counts-title").textContent === "6 người"`, "the page in Vietnamese");
    await page.waitFor(
      `document.querySelector(".person h3")?.textContent.startsWith("Dòng 6")`,
      "the rows in Vietnamese",
    );
  });

  test("one touch settles all that are alike, undo takes it back", async () => {
    const { page } = get();
    assert.match(await text(".question"), /Chọn như vậy cho cả 2 dòng/);
    await page.evaluate(`document.querySelector(".question input").click()`);
    await page.evaluate(`document.querySelector(".options button").click()`);
    await page.waitFor(`document.getElementById("said").textContent.includes("Đã ghi vào 2 dòng")`, "the decision");
    await page.waitFor(`document.querySelectorAll(".person").length === 0`, "no question of this kind");
    await press("Hoàn tác (1)");
    await page.waitFor(`document.querySelectorAll(".person").length === 2`, "the questions are back");
    await page.evaluate(`document.querySelector(".options button").click()`);
    await page.waitFor(`document.querySelectorAll(".person").length === 1`, "one is settled");
  });

  test("what is typed is checked first", async () => {
    const { page } = get();
    await press("Sai");
    await page.waitFor(`document.querySelector(".person h3")?.textContent.includes("Hoàng Văn Mẫu")`, "the wrong row");
    const type = async (/** @type {string} */ day) => {
      await page.evaluate(`(() => {
        const form = document.querySelector(".person .typing");
        form.querySelector("select").value = "birthDate";
        form.querySelector("input").value = ${JSON.stringify(day)};
        form.requestSubmit();
      })()`);
    };
    await type("30/02/1999");
    await page.waitFor(`!!document.querySelector(".person .notice.error")`, "the refusal");
    await type("28/02/1999");
    await page.waitFor(`document.querySelectorAll(".person").length === 0`, "no wrong row");
  });

  test("the result keeps the columns of the file and has what changed and what is open", async () => {
    const { page } = get();
    const sheets = await result();
    assert.equal(await page.evaluate(`saved.name`), "hoi-vien-da-lam-sach.xlsx");
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ["Hội viên", "Thay đổi", "Cần làm", "Trùng"],
    );
    const [list, changes, open, twice] = sheets.map(({ rows }) => rows);
    assert.deepEqual(list?.slice(0, 2), [["DANH SÁCH HỘI VIÊN"], []]);
    MEMBERS.slice(2).forEach((row, at) => {
      const own = list?.[at + 2]?.slice(0, 7).map((cell) => cell ?? "");
      assert.deepEqual(own, row);
    });
    assert.deepEqual(list?.[3]?.slice(7, 11), ["Nguyễn Văn Mẫu", { date: "1999-03-05" }, "Nam", "036099012345"]);
    assert.equal(list?.[4]?.[11], "Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert.deepEqual(list?.[5]?.[10], "001099012347");
    assert.deepEqual(changes?.[1]?.slice(0, 4), [4, "Họ tên", "NGUYỄN VĂN MẪU", "Nguyễn Văn Mẫu"]);
    assert.ok(open?.some((row) => row[0] === 7 && row[1] === "Câu hỏi" && row[5] === "001199012348"));
    assert.deepEqual(
      twice?.slice(1).map((row) => [row[1], row[2], row[3]]),
      [
        [5, "Chắc chắn", "Số định danh"],
        [8, "Chắc chắn", "Số định danh"],
      ],
    );
  });

  test("columns can be put right, and the list is checked again", async () => {
    const { page } = get();
    await page.evaluate(`(() => { document.getElementById("column-4").value = ""; })()`);
    await press("Kiểm tra lại với các cột này");
    await page.waitFor(
      `document.querySelector(".work")?.textContent.includes("không có cột số định danh")`,
      "the finding",
    );
    assert.equal(await text("#counts-title"), "6 người");
  });

  test("the report holds counts and nobody's name", async () => {
    const report = await text("#report");
    assert.match(report, /BÁO CÁO LÀM SẠCH DANH SÁCH/);
    assert.match(report, /hoi-vien\.xlsx/);
    assert.match(report, /6 người/);
    assert.doesNotMatch(report, /Nguyễn|Mẫu|0360/);
  });

  test("another list is compared", async () => {
    const { page, engine } = get();
    const others = [
      ["Họ tên", "Ngày sinh", "CCCD"],
      ["Nguyen Van Mau", "05/03/1999", "036099012345"],
      ["Vũ Thị Khác", "01/01/1980", "036180012350"],
    ];
    await page.evaluate(`document.getElementById("column-4").value = "pin"`);
    await press("Kiểm tra lại với các cột này");
    await page.waitFor(`!document.getElementById("running") && !!document.querySelector("#other")`, "the list again");
    await page.upload("#other", [fileOf("cu-tru.csv", others.map((row) => row.join(";")).join("\r\n"))]);
    await page.waitFor(`!!document.getElementById("other-go")`, "the other list");
    await page.evaluate(`document.getElementById("other-go").click()`);
    await page.waitFor(`!!document.querySelector("#compared .facts")`, "the comparison");
    const facts = await page.evaluate(
      `[...document.querySelectorAll("#compared .facts > div")].map((own) => own.querySelector("dd").textContent)`,
    );
    assert.deepEqual(facts, ["1", "1", "5", "1", "0"]);
    assert.match(await text("#compared"), /Vũ Thị Khác/);
    await page.screenshot(`lists/${engine}-compared`);
    await accessible(page, "a comparison");
  });

  test("a list of one row and no heading is checked", async () => {
    const { page } = get();
    await open();
    await check("mot.csv", "Nguyễn Văn Mẫu;036099012345;05/03/1999;Nam\r\n");
    assert.equal(await text("#counts-title"), "1 người");
    assert.match(await text(".work"), /Không thấy dòng tiêu đề/);
    const [list] = await result();
    assert.deepEqual(list?.rows.length, 1);
    await page.evaluate(`document.querySelector(".languages [lang=vi]").click()`);
  });

  test("files that are none say how to go on, and the next one is taken", async () => {
    const { page } = get();
    await open();
    const whole = writeSheet([{ name: "A", rows: MEMBERS }], "xlsx");
    const locked = new Uint8Array(1024);
    locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    locked.set(new Uint8Array(Buffer.from("EncryptedPackage", "utf16le")), 512);
    for (const [name, content, words] of /** @type {[string, Uint8Array | string, string][]} */ ([
      ["hong.xlsx", whole.slice(0, 600), "bị hỏng"],
      ["khoa.xlsx", locked, "có mật khẩu"],
      ["anh.xlsx", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "không phải bảng tính"],
      ["trang.xls", "<html><table></table>", "trang web"],
    ])) {
      await page.upload("#file", [fileOf(name, content)]);
      await page.waitFor(
        `document.querySelector(".said")?.textContent.includes(${JSON.stringify(words)})`,
        `${name}: ${words}`,
      );
    }
    await check("lai.xlsx", whole);
    assert.equal(await text("#counts-title"), "6 người");
  });

  test("a long list shows how far it is and can be stopped", async () => {
    const { page } = get();
    await open();
    const rows = Array.from({ length: 60_000 }, (_, i) => [
      "NGUYỄN VĂN MẪU",
      `${(i % 28) + 1}/${(i % 12) + 1}/1999`,
      "Nam",
      `0360990${String(i).padStart(5, "0")}`,
      `Số ${i}, Phường Bến Nghé, Quận 1, TP.HCM`,
    ]);
    const csv = [["Họ tên", "Ngày sinh", "Giới tính", "CCCD", "Địa chỉ"], ...rows]
      .map((row) => row.join(";"))
      .join("\n");
    await page.upload("#file", [fileOf("dai.csv", csv)]);
    await page.waitFor(`!!document.getElementById("file-go")`, "the sheet");
    await page.evaluate(`document.getElementById("file-go").click()`);
    await page.waitFor(`document.getElementById("progress")?.value > 0`, "progress", 60);
    assert.match(await text("#progress-words"), /trên 60\.001 dòng, (còn khoảng|sắp xong|đang tìm)/);
    await press("Dừng lại");
    await page.waitFor(
      `document.querySelector("main").textContent.includes("Đã dừng. Chưa có gì thay đổi.")`,
      "the end",
    );
    await page.waitFor(`!!document.getElementById("file-go")`, "the file is still there");
  });

  test("no error was told", () => {
    assert.deepEqual(get().page.problems, []);
  });
});
