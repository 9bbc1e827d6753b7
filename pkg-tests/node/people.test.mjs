// Lists of people through the package: rows in, a report out; two reports side by side; a list that stays in the
// module.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, { checkPeople, comparePeople, fetchUnits, personColumns } from "cancuoc";
import { compareLists, openList } from "cancuoc/list";
import initSheet, { readSheet, readTables, writeSheet, writeTables } from "cancuoc/sheet";

import { code } from "./code.mjs";

const options = { on: "2026-11-22" };
const HEADING = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD"];
const ROWS = [
  HEADING,
  ["NGUYỄN VĂN MẪU", { date: "1999-03-05" }, "nam", 36099012345],
  [],
  ["Trần Thị Mẫu", "1950", "Nữ", null],
];

before(async () => {
  await Promise.all([init(), initSheet()]);
  await fetchUnits();
});

describe("checkPeople", () => {
  test("repairs what is certain, says why, and names what is missing", () => {
    const report = checkPeople(ROWS, options);
    assert.deepEqual(report.columns[0], { field: "fullName", heading: "Họ và tên", sure: true });
    assert.equal(report.headings, 0);
    const [first, second] = report.rows;
    assert.deepEqual(first?.person, {
      pin: "036099012345",
      fullName: "Nguyễn Văn Mẫu",
      birthDate: "1999-03-05",
      sex: "male",
    });
    assert.deepEqual(first?.changes, [
      { field: "fullName", from: "NGUYỄN VĂN MẪU", to: "Nguyễn Văn Mẫu", code: "people.capitals" },
      { field: "pin", from: "36099012345", to: "036099012345", code: "people.zero_restored" },
    ]);
    assert.deepEqual([first?.row, first?.status, second?.row, second?.status], [1, "changed", 3, "ask"]);
    assert.deepEqual(
      second?.findings.map(({ code, path, message }) => [code, path, message]),
      [["people.missing", "person.pin", "Thiếu số định danh cá nhân. Hãy bổ sung."]],
    );
    assert.deepEqual(
      [report.summary.people, report.summary.blank, report.summary.changed, report.summary.ask],
      [2, 1, 1, 1],
    );
    assert.ok(Object.isFrozen(report.rows) && Object.isFrozen(first?.person));
  });

  test("takes the columns that the caller names, in both languages", () => {
    const rows = [
      ["A", "B"],
      ["Trần Thị Mẫu", "12"],
    ];
    const report = checkPeople(rows, { ...options, header: true, columns: [null, "pin"], locale: "en" });
    assert.deepEqual(
      report.columns.map(({ field }) => field),
      [null, "pin"],
    );
    assert.match(
      report.rows[0]?.findings[0]?.message ?? "",
      /^A personal number has exactly 12 digits; 2 were read here\./,
    );
    assert.equal(
      code(() => checkPeople(rows, { ...options, columns: /** @type {any} */ (["shoeSize"]) })),
      "input.type",
    );
  });

  test("an old residence comes into the units of the day", () => {
    const report = checkPeople(
      [
        ["Họ và tên", "Nơi thường trú"],
        ["Trần Thị Mẫu", "12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, TP.HCM"],
      ],
      options,
    );
    assert.equal(report.rows[0]?.person.residence, "12 Nguyễn Huệ, Phường Sài Gòn, Thành phố Hồ Chí Minh");
  });

  test("an empty table is a report of nobody", () => {
    assert.deepEqual(checkPeople([], options).summary.people, 0);
    assert.deepEqual(checkPeople([[], [null, undefined]], options).rows, []);
  });

  test("cells that are none are refused by name", () => {
    for (const cell of [
      Symbol("x"),
      1n,
      () => 1,
      {},
      { date: 5 },
      { date: "31/12/1999" },
      new Date(0),
      [],
      new Map(),
    ]) {
      assert.equal(
        code(() => checkPeople([[cell]], options)),
        "input.type",
        String(cell),
      );
    }
    assert.equal(
      code(() => checkPeople(/** @type {any} */ ("rows"), options)),
      "input.type",
    );
    assert.equal(
      code(() => checkPeople(/** @type {any} */ ([5]), options)),
      "input.type",
    );
    assert.equal(
      code(() => checkPeople([Array(20_000)], options)),
      "limit.input",
    );
    assert.equal(checkPeople([[Number.NaN, Infinity, undefined]], options).summary.people, 0);
  });
});

describe("comparePeople", () => {
  test("pairs by number, names the difference, and says who is only in one", () => {
    const left = checkPeople(
      [HEADING, ["Nguyễn Văn Mẫu", "1999", "Nam", "036099012345"], ["Lê Văn Ba", "1980", "Nam", ""]],
      options,
    );
    const right = checkPeople([HEADING, ["Nguyen Van Mau", "1999", "Nam", "036099012345"]], options);
    assert.deepEqual(comparePeople(left, right, options), {
      matches: [
        {
          left: 1,
          right: 1,
          differences: [
            { field: "fullName", left: "Nguyễn Văn Mẫu", right: "Nguyen Van Mau", difference: "diacritics" },
          ],
        },
      ],
      onlyLeft: [2],
      onlyRight: [],
      ask: [],
    });
  });

  test("what is no report is refused", () => {
    const report = checkPeople(ROWS, options);
    for (const other of [
      undefined,
      null,
      5,
      {},
      { rows: 1 },
      { rows: [1] },
      { rows: [{ row: -1 }] },
      { rows: [{ row: 1 }] },
    ]) {
      assert.equal(
        code(() => comparePeople(report, /** @type {any} */ (other), options)),
        "input.type",
      );
    }
    // A report that went through JSON is one.
    assert.equal(comparePeople(report, JSON.parse(JSON.stringify(report)), options).matches.length, 1);
  });
});

describe("a list in work", () => {
  const table = () => {
    const file = writeSheet([{ name: "Hội viên", rows: ROWS }], "xlsx");
    const [sheet] = readTables(file).sheets;
    assert.ok(sheet);
    return sheet;
  };

  test("is checked with progress, settled, taken back, and written", () => {
    /** @type {number[][]} */ const heard = [];
    const sheet = table();
    assert.deepEqual([sheet.name, sheet.rows, sheet.columns, sheet.hidden], ["Hội viên", 4, 4, false]);
    assert.deepEqual(sheet.preview[1], ["NGUYỄN VĂN MẪU", "05/03/1999", "nam", "36099012345"]);
    const list = openList(sheet, { ...options, progress: (done, all) => heard.push([done, all]) });
    assert.deepEqual(heard, [[4, 4]]);
    const overview = list.overview(options);
    assert.deepEqual(overview.kinds.map(({ role, code, field, rows }) => [role, code, field, rows]).at(0), [
      "finding",
      "people.missing",
      "pin",
      1,
    ]);
    assert.deepEqual(overview.columns[3], {
      field: "pin",
      heading: "Số CCCD",
      sure: true,
      examples: ["36099012345"],
    });
    const { total, rows } = list.rows({ status: "ask" }, options);
    assert.deepEqual([total, rows[0]?.at, rows[0]?.row], [1, 1, 3]);
    assert.equal(list.decide(1, "pin", { value: "12" }, options).refused?.code, "pin.not_twelve_digits");
    assert.deepEqual(list.decide(1, "pin", { value: "036 150 012 346" }, options), { rows: 1 });
    assert.equal(list.rows({ status: "ask" }, options).total, 0);
    assert.equal(list.undo(), 1);
    assert.deepEqual(list.decide(1, "pin", { value: "036150012346" }, options), { rows: 1 });

    const book = readSheet(writeTables(list.tables("Hội viên", options), "xlsx"));
    assert.deepEqual(
      book.sheets.map(({ name }) => name),
      ["Hội viên", "Thay đổi", "Cần làm", "Trùng"],
    );
    const first = book.sheets[0]?.rows;
    assert.deepEqual(first?.[1]?.slice(0, 4), ["NGUYỄN VĂN MẪU", { date: "1999-03-05" }, "nam", 36099012345]);
    assert.deepEqual(first?.[1]?.slice(4, 8), ["Nguyễn Văn Mẫu", { date: "1999-03-05" }, "Nam", "036099012345"]);
    assert.deepEqual([first?.[2], first?.[3]?.[7]], [[], "036150012346"]);
    list.close();
    assert.equal(
      code(() => list.overview(options)),
      "list.closed",
    );
  });

  test("two lists are compared, and a list is only what openList gave", () => {
    const [one, other] = [openList(table(), options), openList(table(), options)];
    const compared = compareLists(one, other, options);
    // A year alone, and no number: that is asked.
    assert.deepEqual([compared.matches, compared.different, compared.onlyLeft, compared.ask], [1, 0, 0, 1]);
    assert.deepEqual(compared.tables[0]?.preview[0]?.slice(0, 2), ["Dòng ở danh sách 1", "Dòng ở danh sách 2"]);
    assert.equal(
      code(() => compareLists(one, /** @type {any} */ ({}), options)),
      "input.type",
    );
    one.close();
    assert.equal(
      code(() => compareLists(one, other, options)),
      "list.closed",
    );
    other.close();
  });

  test("wrong arguments are refused by name", () => {
    for (const bytes of [new Uint8Array([255, 255, 255, 255]), "x", undefined]) {
      assert.equal(
        code(() => openList(/** @type {any} */ ({ bytes }), options)),
        "input.type",
      );
    }
    const list = openList(table(), options);
    assert.equal(
      code(() => list.rows(/** @type {any} */ ({ status: "x" }), options)),
      "input.type",
    );
    assert.equal(
      code(() => list.rows(/** @type {any} */ ({ from: -1 }), options)),
      "input.type",
    );
    assert.equal(
      code(() => list.decide(0, /** @type {any} */ ("shoeSize"), { value: "42" }, options)),
      "input.type",
    );
    assert.equal(
      code(() => list.decide(0, "pin", /** @type {any} */ ({}), options)),
      "input.type",
    );
    assert.deepEqual(list.decide(99, "pin", { value: "036150012346" }, options), { rows: 0 });
    assert.deepEqual(list.decide(0, "pin", { option: 7 }, options), { rows: 0 });
    list.close();
  });

  test("columns have their names in both languages", () => {
    const vi = personColumns(options);
    assert.deepEqual(vi[1], { field: "pin", label: "Số định danh cá nhân" });
    assert.deepEqual(personColumns({ ...options, locale: "en" })[3], { field: "fullName", label: "Full name" });
  });
});
