// The page "Tra cứu địa chỉ mới": one address, and a column of a spreadsheet in a worker, in each engine.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import initSheet, { readSheet, writeSheet } from "cancuoc/sheet";

import { keepDownloads } from "./downloads.mjs";
import { inEachEngine } from "./harness.mjs";

inEachEngine("look up a new address", (get) => {
  /** @param {string} text */
  const button = (text) =>
    `[...document.querySelectorAll("button")].find((own) => own.textContent.includes(${JSON.stringify(text)}))`;
  /** @param {string} text */
  const press = async (text) => {
    await get().page.waitFor(`!!${button(text)}`, `the button ${text}`);
    await get().page.evaluate(`${button(text)}.click()`);
  };
  /** @param {string} rows */
  const paste = async (rows) => {
    await get().page.evaluate(`document.getElementById("rows").value = ${JSON.stringify(rows)}`);
    await press("Đọc danh sách");
  };
  const counts = () => get().page.evaluate(`document.getElementById("counts").textContent`);

  before(async () => {
    const { page, origin } = get();
    await initSheet();
    await page.goto(`${origin}/address.html`);
    await page.waitFor(`!!document.getElementById("address")`, "the page");
  });

  test("one address is converted, its old text beside it", async () => {
    const { page } = get();
    await page.type("#address", "So 12, P. Ben Nghe, Q1");
    await press("Tra cứu");
    await page.waitFor(
      `document.getElementById("answer").textContent.includes("Phường Sài Gòn, Thành phố Hồ Chí Minh")`,
      "the answer",
    );
    const answer = await page.evaluate(`document.getElementById("answer").textContent`);
    assert.match(answer, /Trước sáp nhập: So 12, P\. Ben Nghe, Q1/);
    assert.match(answer, /26740/);
  });

  test("a divided commune is a question with its parts", async () => {
    const { page } = get();
    await page.evaluate(`document.getElementById("address").value = "Xã Văn Khê, Huyện Mê Linh, Hà Nội"`);
    await press("Tra cứu");
    await page.waitFor(`document.querySelectorAll("#answer .units li").length === 4`, "four parts");
    assert.match(await page.evaluate(`document.getElementById("answer").textContent`), /đã được chia/);
  });

  test("a column is converted with its counts and can be downloaded", async () => {
    const { page } = get();
    await keepDownloads(page);
    await paste(["P. Bến Nghé, Q1, TP.HCM", "Xã Văn Khê, Huyện Mê Linh, Hà Nội", "xin chào"].join("\n"));
    await press("Đổi tất cả");
    await page.waitFor(`document.getElementById("counts").textContent.includes("3 trên 3")`, "the end");
    assert.match(await counts(), /1 chắc chắn, 1 cần hỏi lại, 1 chưa nhận ra/);
    await press("Tải kết quả (CSV)");
    const csv = await page.evaluate(`saved.at(-1).text()`);
    assert.equal(await page.evaluate(`saved.name`), "dia-chi-moi.csv");
    const lines = csv.trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 4);
    assert.match(lines[1], /chắc chắn.*Phường Sài Gòn.*26740/);
    assert.match(lines[2], /cần hỏi/);
    assert.match(lines[3], /chưa nhận ra/);
  });

  test("a file is read as well", async () => {
    const { page } = get();
    const file = join(mkdtempSync(join(tmpdir(), "cancuoc-")), "danh-sach.csv");
    writeFileSync(
      file,
      'STT,Họ tên,Địa chỉ\n1,Nguyễn Văn Mẫu,"Xã Yên Trung, Huyện Yên Phong, Tỉnh Bắc Ninh"\n2,Trần Thị ' +
        'Mẫu,"Huyện Côn Đảo, Bà Rịa - Vũng Tàu"\n',
    );
    await page.upload("#file", [file]);
    await page.waitFor(`document.getElementById("column")?.value === "2"`, "the column with addresses");
    await press("Đổi tất cả");
    await page.waitFor(`document.getElementById("counts").textContent.includes("3 trên 3")`, "the end");
    assert.match(await counts(), /2 chắc chắn.*1 dòng trống hoặc tiêu đề/);
  });

  test("a workbook keeps its rows, asks in the page, and gives a workbook back", async () => {
    const { page } = get();
    const file = join(mkdtempSync(join(tmpdir(), "cancuoc-")), "hoi-vien.xlsx");
    const rows = [
      ["Họ tên", "Địa chỉ", "Năm"],
      ["Nguyễn Văn Mẫu", "P. Bến Nghé, Q1, TP.HCM", 1999],
      [],
      ["Trần Thị Mẫu", "Thôn 2, Xã Văn Khê, Huyện Mê Linh, Hà Nội", 2001],
    ];
    writeFileSync(file, writeSheet([{ name: "Hội viên", rows }], "xlsx"));
    await page.upload("#file", [file]);
    await page.waitFor(`document.getElementById("column")?.value === "1"`, "the column with addresses");
    await press("Đổi tất cả");
    await page.waitFor(`document.getElementById("counts").textContent.includes("4 trên 4")`, "the end");
    assert.match(await counts(), /1 chắc chắn, 1 cần hỏi lại, 0 chưa nhận ra\. 2 dòng trống/);
    assert.match(await page.evaluate(`document.getElementById("asked").textContent`), /Dòng 4 Thôn 2, Xã Văn Khê/);
    const unit = await page.evaluate(`document.querySelector("#asked button").textContent`);
    await page.evaluate(`document.querySelector("#asked button").click()`);
    await page.waitFor(`document.getElementById("counts").textContent.includes("2 chắc chắn")`, "the choice");
    await press("Tải kết quả (.xlsx)");
    await page.waitFor(`saved.name === "hoi-vien-moi.xlsx"`, "the workbook");
    const bytes = await page.evaluate(`saved.at(-1).arrayBuffer().then((all) => [...new Uint8Array(all)])`);
    const [sheet] = readSheet(Uint8Array.from(bytes)).sheets;
    assert.deepEqual(sheet?.rows[0]?.slice(0, 5), ["Họ tên", "Địa chỉ", "Năm", "Kết quả", "Địa chỉ mới"]);
    assert.deepEqual(sheet?.rows[1]?.slice(2, 5), [1999, "chắc chắn", "Phường Sài Gòn, Thành phố Hồ Chí Minh"]);
    assert.deepEqual([sheet?.rows[2], sheet?.rows[3]?.slice(2, 5)], [[], [2001, "đã chọn", `Thôn 2, ${unit}`]]);
  });

  test("a file that is none says how to go on", async () => {
    const { page } = get();
    const file = join(mkdtempSync(join(tmpdir(), "cancuoc-")), "anh.xlsx");
    writeFileSync(file, Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    await page.upload("#file", [file]);
    await page.waitFor(`document.getElementById("list").textContent.includes("không phải bảng tính")`, "the words");
  });

  test("blank lines of a pasted column stay rows", async () => {
    const { page } = get();
    await page.evaluate(`document.getElementById("file").value = ""`);
    await paste(["P. Bến Nghé, Q1, TP.HCM", "", "Xã Yên Trung, Huyện Yên Phong, Tỉnh Bắc Ninh"].join("\n"));
    await press("Đổi tất cả");
    await page.waitFor(`document.getElementById("counts").textContent.includes("3 trên 3")`, "the end");
    await press("Tải kết quả (CSV)");
    const lines = (await page.evaluate(`saved.at(-1).text()`)).trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 4);
    assert.match(lines[2], /^,*$|^""/);
    assert.match(lines[3], /Yên Trung.*chắc chắn/);
  });

  test("100,000 rows move a progress bar and can be stopped; what was done stays", async () => {
    const { page } = get();
    await page.evaluate(
      `document.getElementById("rows").value = Array.from({ length: 100000 },
        (_, i) => "Số " + i + ", Phường Bến Nghé, Quận 1, TP.HCM").join("\\n")`,
    );
    await press("Đọc danh sách");
    await page.waitFor(`document.getElementById("list").textContent.includes("100.000 dòng")`, "the list");
    await press("Đổi tất cả");
    await page.waitFor(`document.getElementById("progress").value > 0`, "progress");
    await press("Dừng lại");
    const done = await page.evaluate(`document.getElementById("progress").value`);
    assert.ok(done > 0 && done <= 100_000, String(done));
    assert.match(await counts(), /^Đã dừng\./);
    await page.waitFor(`!!${button("Tải kết quả")}`, "the download of what was done");
  });

  test("no error was told", () => {
    assert.deepEqual(get().page.problems, []);
  });
});
