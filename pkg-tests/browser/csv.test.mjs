// The lists of the pages as CSV: what spreadsheets and mail programs give, and what spreadsheets must not misread.

import assert from "node:assert/strict";
import { before, test } from "node:test";

before(async () => (await import("../../www/tools/assets.mjs")).writeAssets());

const csv = () => import("../../www/shell/csv.js");

/** @param {string} text @param {string[][]} rows */
const reads = async (text, rows) => assert.deepEqual((await csv()).readCsv(text), rows);

test("cells are parted by what the first line has most: comma with quotes, semicolon, tab", async () => {
  await reads('a,"b, c"\n1,2\n', [["a", "b, c"], ["1", "2"]]); // prettier-ignore
  await reads("a;b;c,d\n1;2;3", [["a", "b", "c,d"], ["1", "2", "3"]]); // prettier-ignore
  await reads("a\tb\n1;2\t3", [["a", "b"], ["1;2", "3"]]); // prettier-ignore
});

test("one column of addresses keeps its commas", async () => {
  await reads("P. Bến Nghé, Q1, TP.HCM\nXã Cổ Bi, Gia Lâm", [["P. Bến Nghé, Q1, TP.HCM"], ["Xã Cổ Bi, Gia Lâm"]]);
});

test("the mark of UTF-8 belongs to no cell", () => reads("\uFEFFa;b\n", [["a", "b"]]));

test("line ends of Windows, Unix and old Macs may come together", async () => {
  await reads("a;1\r\nb;2\nc;3\rd;4", [["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"]]); // prettier-ignore
});

test("a quoted cell holds separators, line ends and doubled quotation marks", async () => {
  await reads('1;"Thôn ""Đông""; xóm 2\r\nXã Cổ Bi"\r\n2;b', [
    ["1", 'Thôn "Đông"; xóm 2\nXã Cổ Bi'],
    ["2", "b"],
  ]);
});

test("a quotation mark inside a cell is a character", async () => {
  await reads('Xã "Cổ Bi";1\nKhu 7" B;2', [['Xã "Cổ Bi"', "1"], ['Khu 7" B', "2"]]); // prettier-ignore
});

test("quotation marks that do not pair up swallow no row", async () => {
  await reads('"Trần Phú" cũ;1\nXã Cổ Bi;2\n"Lê Lợi;3\nd;4', [
    ['"Trần Phú" cũ', "1"],
    ["Xã Cổ Bi", "2"],
    ['"Lê Lợi', "3"],
    ["d", "4"],
  ]);
});

test("lines without a letter are left out, blank cells are not", async () => {
  await reads("a;b\n\n ; \n;;\n1;;3\n", [["a", "b"], ["1", "", "3"]]); // prettier-ignore
  await reads("", []);
  await reads(" \n\t\n", []);
});

test("100,000 rows are read within seconds", async () => {
  const { readCsv } = await csv();
  const row = 'Số 12;"Phường Bến Nghé; Quận 1";TP.HCM\n';
  const start = performance.now();
  assert.equal(readCsv(row.repeat(100_000)).length, 100_000);
  assert.ok(performance.now() - start < 10_000);
});

test("what is written is read again as it was", async () => {
  const { readCsv, writeCsv } = await csv();
  const rows = [
    ["STT", "Địa chỉ; ghi chú", "c"],
    ["1", 'Thôn "Đông", xóm 2\nXã Cổ Bi', ""],
    ["", " có khoảng trắng ", "ắ"],
  ];
  assert.deepEqual(readCsv(writeCsv(rows)), rows);
});

test("Excel sees UTF-8, and takes no cell for a formula", async () => {
  const { writeCsv } = await csv();
  const text = writeCsv([["a", 2], ["=1+1", "+84"], ["-1", "@x"], ["\tb", "=a\nb"], ["x;y", 'q"']]); // prettier-ignore
  assert.equal(text, '\uFEFFa,2\r\n"\'=1+1","\'+84"\r\n"\'-1","\'@x"\r\n"\'\tb","\'=a\nb"\r\n"x;y","q"""\r\n');
});
