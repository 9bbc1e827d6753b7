import { CanCuocError } from "./error.js";
import * as glue from "./glue/sheet.js";
import { WasmModule } from "./module.js";
import { asBytes, asText, freeze, guarded } from "./plain.js";
import { tableParts } from "./table.js";

const sheet = new WasmModule("sheet", glue, () => new URL("./sheet.wasm", import.meta.url));

/** Sheets of a workbook; `LIMITS` of `src/sheet/limits.rs`. */
const MOST_SHEETS = 256;
/** Bytes of a file, as there: longer ones are not even copied. */
const LONGEST = 64 << 20;

/** @type {typeof import("./sheet.js").default} */
export default function init(source) {
  return sheet.init(source);
}

/** @type {typeof import("./sheet.js").readSheet} */
export function readSheet(file, options) {
  const bytes = ofFile(file);
  const fill = guarded("options", () => options?.fill === true);
  return freeze(sheet.call((glue) => glue.readSheet(bytes, fill)));
}

/** @type {typeof import("./sheet.js").writeSheet} */
export function writeSheet(sheets, format) {
  const given = list(sheets, "sheets", ({ name, rows }) => ({
    name: asText(name, "the name of a sheet"),
    bytes: packed(rows),
  }));
  return write(given, format);
}

/** @type {typeof import("./sheet.js").readTables} */
export function readTables(file) {
  const bytes = ofFile(file);
  return sheet.call((glue) => glue.readTables(bytes));
}

/** @type {typeof import("./sheet.js").writeTables} */
export function writeTables(tables, format) {
  const given = list(tables, "tables", ({ name, bytes }) => ({
    name: asText(name, "the name of a table"),
    bytes: asBytes(bytes, "the bytes of a table"),
  }));
  return write(given, format);
}

/** @param {readonly { name: string, bytes: Uint8Array }[]} tables @param {unknown} format */
function write(tables, format) {
  const names = tables.map(({ name }) => name);
  const bytes = tables.map(({ bytes }) => bytes);
  return sheet.call((glue) => glue.writeTables(names, bytes, String(format)));
}

/** Rows as bytes: copied and packed some at a time, so that a long table is nowhere twice. @param {unknown} rows */
function packed(rows) {
  /** @type {Uint8Array[]} */ const parts = [];
  for (const part of tableParts(rows, "sheets")) parts.push(sheet.call((glue) => glue.packRows(part)));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

/** @type {typeof import("./sheet.js").explainSheetError} */
export function explainSheetError(code, options) {
  const locale = guarded("options", () => options?.locale ?? "vi");
  return sheet.call((glue) => glue.explainError(String(code), String(locale)));
}

/** @param {unknown} file */
function ofFile(file) {
  const bytes = asBytes(file, "file");
  if (bytes.length > LONGEST) throw new CanCuocError("sheet.too_large", `a file, bytes: at most ${LONGEST}`);
  return bytes;
}

/**
 * @template T
 * @param {unknown} sheets @param {string} name of the argument, for the error
 * @param {(sheet: any) => T} each
 */
function list(sheets, name, each) {
  return guarded(name, () => {
    if (!Array.isArray(sheets)) throw new CanCuocError("input.type", `${name} is not a list`);
    if (sheets.length > MOST_SHEETS) throw new CanCuocError("limit.input", `${name}: at most ${MOST_SHEETS}`);
    return Array.from(sheets, (own) => {
      if (typeof own !== "object" || own === null) throw new CanCuocError("input.type", `${name} holds no sheet`);
      return each(own);
    });
  });
}
