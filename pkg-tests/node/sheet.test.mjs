// Spreadsheets in and out through the package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";

import init, { explainSheetError, readSheet, readTables, writeSheet, writeTables } from "cancuoc/sheet";

import { code } from "./code.mjs";

before(() => init());

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("a workbook comes back as it was written", () => {
  const rows = [
    ["Họ và tên", "Số CCCD", "Ngày sinh"],
    [],
    ["Nguyễn Văn Mẫu", "036099012345", { date: "1999-03-05" }],
    [true, 36099012345, { date: "2002-05-15T08:30:00" }],
    [null, "=1+1"],
  ];
  const file = writeSheet(
    [
      { name: "Hội viên", rows },
      { name: "B", rows: [["x"]] },
    ],
    "xlsx",
  );
  const book = readSheet(file);
  assert.deepEqual([book.format, book.date1904, book.doubtful], ["xlsx", false, 0]);
  assert.deepEqual(book.sheets[0], { name: "Hội viên", rows, hidden: false });
  assert.deepEqual(
    book.sheets.map(({ name }) => name),
    ["Hội viên", "B"],
  );
  assert.ok(Object.isFrozen(book.sheets[0]?.rows[0]));
});

test("what a spreadsheet would run is defused in .csv", () => {
  const file = writeSheet([{ name: "A", rows: [["=HYPERLINK(1)", "-5", "@x"]] }], "csv");
  assert.equal(new TextDecoder("utf-8", { ignoreBOM: true }).decode(file), "\ufeff'=HYPERLINK(1),-5,'@x\r\n");
});

test("texts are read in their encoding, with zeros and blank rows", () => {
  const book = readSheet(bytes("Họ tên;CCCD\n\nNguyễn Văn Mẫu;036099012345\n"));
  assert.deepEqual([book.format, book.encoding, book.separator], ["csv", "utf-8", ";"]);
  assert.deepEqual(book.sheets[0]?.rows, [["Họ tên", "CCCD"], [], ["Nguyễn Văn Mẫu", "036099012345"]]);
});

test("merged cells are filled when that is asked for", () => {
  const file = new Uint8Array(readFileSync(new URL("../../tests/sheet/fixtures/people.xls", import.meta.url)));
  const plain = readSheet(file);
  assert.deepEqual([plain.format, plain.sheets[1]?.hidden], ["xls", true]);
  assert.deepEqual(
    plain.sheets[0]?.merged?.find(({ top }) => top === 3),
    { top: 3, left: 3, bottom: 4, right: 3 },
  );
  assert.equal(plain.sheets[0]?.rows[4]?.[3], undefined);
  assert.equal(readSheet(file, { fill: true }).sheets[0]?.rows[4]?.[3], "Thôn 3, xã Mẫu");
  const [packed] = readTables(file).sheets;
  assert.deepEqual([...(packed?.repeated ?? [])], [4, 3]);
});

test("files that are none end in an error with words", () => {
  const whole = writeSheet([{ name: "A", rows: [["Mẫu"]] }], "xlsx");
  const compound = new Uint8Array(1024);
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  compound.set(new Uint8Array(Buffer.from("EncryptedPackage", "utf16le")), 512);
  /** @type {[Uint8Array, string][]} */
  const files = [
    [new Uint8Array(), "sheet.empty"],
    [bytes("%PDF-1.7"), "sheet.not_a_sheet"],
    [bytes("<html><table>"), "sheet.web_page"],
    [whole.slice(0, whole.length / 2), "sheet.damaged"],
    [compound, "sheet.encrypted"],
  ];
  for (const [file, wanted] of files) {
    for (const read of [readSheet, readTables])
      assert.equal(
        code(() => read(file)),
        wanted,
      );
    assert.match(explainSheetError(wanted) ?? "", /^Tệp|^Đây/);
    assert.match(explainSheetError(wanted, { locale: "en" }) ?? "", /^The file|^This/);
  }
  assert.equal(explainSheetError("form.unknown"), undefined);
  assert.equal(
    code(() => readSheet(new Uint8Array((64 << 20) + 1))),
    "sheet.too_large",
  );
  for (const other of [undefined, "x", {}, 5])
    assert.equal(
      code(() => readSheet(/** @type {any} */ (other))),
      "input.type",
    );
});

test("tables that cannot be written are refused by name", () => {
  const one = { name: "A", rows: [["x"]] };
  assert.equal(
    code(() => writeSheet([one, one], "csv")),
    "sheet.one_sheet",
  );
  assert.equal(
    code(() => writeSheet([one], /** @type {any} */ ("pdf"))),
    "sheet.format",
  );
  assert.equal(
    code(() => writeSheet([{ name: "A", rows: [["a".repeat(40_000)]] }], "xlsx")),
    "sheet.cell_too_long",
  );
  assert.equal(
    code(() => writeSheet([{ name: "A", rows: [[{}]] }], "xlsx")),
    "input.type",
  );
  assert.equal(
    code(() => writeSheet(/** @type {any} */ ([{ rows: [] }]), "xlsx")),
    "input.type",
  );
  assert.equal(
    code(() => writeSheet(/** @type {any} */ ("x"), "xlsx")),
    "input.type",
  );
  assert.equal(
    code(() => writeSheet(Array(300).fill(one), "xlsx")),
    "limit.input",
  );
  assert.equal(
    code(() => writeTables([{ name: "A", bytes: new Uint8Array([9, 9]) }], "xlsx")),
    "input.type",
  );
  assert.deepEqual(readSheet(writeSheet([], "xlsx")).sheets[0]?.rows, []);
});
