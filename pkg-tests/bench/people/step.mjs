// One step of bench/people.mjs in a process of its own, so that its memory is its own: `node step.mjs STEP FOLDER`.
// Prints `{ seconds, megabytes, … }`.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , step = "", folder = ""] = process.argv;
const on = "2026-11-22";
const file = (/** @type {string} */ name) => join(folder, name);
const bytes = (/** @type {string} */ name) => new Uint8Array(readFileSync(file(name)));
const table = () => JSON.parse(readFileSync(file("list.json"), "utf8"));

/** Days as the peers take them. @param {any} cell */
const withDays = (cell) => (cell?.date ? new Date(`${cell.date}T00:00:00Z`) : cell);

/** @type {Record<string, () => Promise<{ run: () => any, more?: (result: any) => object }>>} */
const STEPS = {
  async write() {
    const { default: init, writeSheet } = await import("cancuoc/sheet");
    await init();
    const rows = table();
    return { run: () => writeSheet([{ name: "A", rows }], "xlsx"), more: keep("list.xlsx") };
  },
  async read() {
    const { default: init, readSheet } = await import("cancuoc/sheet");
    await init();
    const own = bytes("list.xlsx");
    return { run: () => readSheet(own), more: ({ sheets }) => ({ rows: sheets[0].rows.length }) };
  },
  async readTables() {
    const { default: init, readTables } = await import("cancuoc/sheet");
    await init();
    const own = bytes("list.xlsx");
    return {
      run: () => readTables(own),
      more({ sheets }) {
        writeFileSync(file("list.packed"), sheets[0].bytes);
        return { rows: sheets[0].rows };
      },
    };
  },
  async openList() {
    const { default: init, fetchUnits, openList } = await import("cancuoc/list");
    await init();
    await fetchUnits();
    const own = bytes("list.packed");
    return {
      run: () => openList({ bytes: own }, { on }),
      more: (list) => ({ summary: list.overview({ on }).summary }),
    };
  },
  async checkPeople() {
    const { default: init, checkPeople, fetchUnits } = await import("cancuoc");
    await init();
    await fetchUnits();
    const rows = table();
    return {
      run: () => checkPeople(rows, { on }),
      more({ rows, duplicates }) {
        const short = rows.map((/** @type {any} */ { person, contact, questions, findings }) => ({
          values: { ...person, ...contact },
          open: [...questions, ...findings]
            .filter(({ severity }) => severity !== "info")
            .map(({ field, path }) => field ?? path.split(".")[1]),
        }));
        writeFileSync(file("ours.json"), JSON.stringify({ rows: short, duplicates }));
        return {};
      },
    };
  },
  async tables() {
    const { default: init, fetchUnits, openList } = await import("cancuoc/list");
    await init();
    await fetchUnits();
    const list = openList({ bytes: bytes("list.packed") }, { on });
    return {
      run: () => list.tables("A", { on }),
      more(tables) {
        tables.forEach((/** @type {any} */ { bytes }, /** @type {number} */ at) =>
          writeFileSync(file(`result-${at}.packed`), bytes),
        );
        return { rows: tables.map((/** @type {any} */ { rows }) => rows) };
      },
    };
  },
  async writeTables() {
    const { default: init, writeTables } = await import("cancuoc/sheet");
    await init();
    const tables = [0, 1, 2, 3].map((at) => ({ name: `T${at}`, bytes: bytes(`result-${at}.packed`) }));
    return { run: () => writeTables(tables, "xlsx"), more: (result) => ({ bytes: result.length }) };
  },
  async sheetjsWrite() {
    const { default: XLSX } = await import("./node_modules/xlsx/xlsx.js");
    const rows = table().map((/** @type {any[]} */ row) => row.map(withDays));
    return {
      run() {
        const book = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "A");
        return XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
      },
    };
  },
  async sheetjsRead() {
    const { default: XLSX } = await import("./node_modules/xlsx/xlsx.js");
    const own = readFileSync(file("list.xlsx"));
    return {
      run: () => XLSX.utils.sheet_to_json(XLSX.read(own, { cellDates: true }).Sheets.A, { header: 1 }),
      more: (rows) => ({ rows: rows.length }),
    };
  },
  async exceljsWrite() {
    const { default: Excel } = await import("./node_modules/exceljs/excel.js");
    const rows = table().map((/** @type {any[]} */ row) => row.map(withDays));
    return {
      run() {
        const book = new Excel.Workbook();
        book.addWorksheet("A").addRows(rows);
        return book.xlsx.writeBuffer();
      },
    };
  },
  async exceljsRead() {
    const { default: Excel } = await import("./node_modules/exceljs/excel.js");
    const own = readFileSync(file("list.xlsx"));
    return {
      async run() {
        const book = new Excel.Workbook();
        await book.xlsx.load(own);
        /** @type {any[]} */ const rows = [];
        book.getWorksheet("A").eachRow((/** @type {any} */ row) => rows.push(row.values));
        return rows;
      },
      more: (rows) => ({ rows: rows.length }),
    };
  },
};

/** @param {string} name */
function keep(name) {
  return (/** @type {Uint8Array} */ result) => {
    writeFileSync(file(name), result);
    return { bytes: result.length };
  };
}

const { run, more = () => ({}) } = await /** @type {any} */ (STEPS[step])();
const start = performance.now();
const result = await run();
const seconds = (performance.now() - start) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, megabytes, ...more(result) }));
