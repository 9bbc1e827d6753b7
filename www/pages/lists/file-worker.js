import init, { explainSheetError, readSheet, readTables, writeSheet, writeTables } from "../../../pkg/sheet.js";
import { answer, kept } from "./answer.js";

// Files in and out, in a thread that is ended after each: a large workbook takes much memory for a moment. Tables and
// files pass to the page as blobs: the browser keeps them, and the thread that draws never copies them.

/** @typedef {import("./answer.js").Kept<import("../../../pkg/list.js").PackedTable>} KeptTable */

const QUOTE = 0x22;
/** @type {"vi" | "en"} */ let locale = "vi";

answer(
  {
    /** @param {{ file: File, locale: "vi" | "en" }} values */
    async read(values) {
      locale = values.locale;
      await init();
      const { sheets, ...book } = readTables(new Uint8Array(await values.file.arrayBuffer()));
      return { ...book, sheets: kept(sheets) };
    },
    /** The cells themselves, for a page that needs one column. @param {{ file: File, locale: "vi" | "en" }} values */
    async readCells(values) {
      locale = values.locale;
      await init();
      const bytes = new Uint8Array(await values.file.arrayBuffer());
      const { format, separator, sheets } = readSheet(bytes, { fill: true });
      // Without quotation marks commas stand in the addresses, not between columns.
      const oneColumn = format === "csv" && separator === "," && !bytes.includes(QUOTE);
      return sheets.map(({ name, hidden, rows }) => ({
        name,
        hidden,
        rows: oneColumn ? rows.map((row) => (row.length ? [row.join(",")] : [])) : rows,
      }));
    },
    /** @param {{ sheets: { name: string, rows: any[][] }[], format: "xlsx" | "csv", locale: "vi" | "en" }} values */
    async writeCells(values) {
      locale = values.locale;
      await init();
      return writeSheet(values.sheets, values.format);
    },
    /** @param {{ tables: KeptTable[], format: "xlsx" | "csv", locale: "vi" | "en" }} values */
    async write(values) {
      locale = values.locale;
      await init();
      const tables = await Promise.all(
        values.tables.map(async ({ name, bytes }) => ({ name, bytes: new Uint8Array(await bytes.arrayBuffer()) })),
      );
      return new Blob([/** @type {BlobPart} */ (writeTables(tables, values.format))]);
    },
  },
  (code) => explainSheetError(code, { locale }),
);
