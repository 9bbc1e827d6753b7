import type { WasmSource } from "./index.js";

/** Loads the reader and writer of spreadsheets, once. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * Reads `.xlsx`, `.xlsb`, `.xls`, `.ods`, `.csv`, `.tsv`: what a file is, its content says. Rows keep their number, blank ones stay.
 * @throws `sheet.encrypted`, `sheet.damaged`, `sheet.not_a_sheet`, `sheet.web_page`, `sheet.empty`, `sheet.too_large` (64 MB),
 * `sheet.too_many_cells`; `explainSheetError` has the words
 */
export function readSheet(file: BufferSource, options?: { readonly fill?: boolean }): Workbook;

/**
 * Writes tables; `.csv` holds one. Texts stay texts, with their zeros; what a spreadsheet would run as a formula is defused. The same
 * tables give the same bytes.
 * @throws `sheet.format`, `sheet.one_sheet`, `sheet.cell_too_long`, `sheet.too_many_cells`, `input.type`
 */
export function writeSheet(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[],
  format: "xlsx" | "csv",
): Uint8Array;

/**
 * The same as bytes for `openList`: 100,000 rows pass to another thread at once. `bytes` are for this version of the package only.
 * @throws as `readSheet`
 */
export function readTables(file: BufferSource): Omit<Workbook, "sheets"> & { readonly sheets: readonly PackedSheet[] };

/** @throws as `writeSheet` */
export function writeTables(
  tables: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  format: "xlsx" | "csv",
): Uint8Array;

/** What to say to people about an error of this module; nothing for other codes. */
export function explainSheetError(code: string, options?: { readonly locale?: "vi" | "en" }): string | undefined;

/** `date`: `2002-05-15`, with a time `2002-05-15T08:30:00`. */
export type Cell = null | boolean | number | string | { readonly date: string };

export type Workbook = {
  readonly format: "xlsx" | "xlsb" | "xls" | "ods" | "csv" | "tsv";
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904: for `checkPeople`. */
  readonly date1904: boolean;
  /** Of a text. */
  readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | "tcvn3" | "vni" | "viscii" | "windows-1252";
  /** What stands between the values of a text. */
  readonly separator?: string;
  /** Cells whose letters could not be brought back for certain. */
  readonly doubtful: number;
};

export type Sheet = {
  readonly name: string;
  /** As long as their last filled cell. With `fill` the value of merged cells stands in each of their rows. */
  readonly rows: readonly (readonly Cell[])[];
  /** Cells that are shown as one; both ends included, from 0. */
  readonly merged?: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly hidden: boolean;
};

export type PackedSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** How many. */
  readonly rows: number;
  readonly columns: number;
  /** The first rows, as they are shown. */
  readonly preview: readonly (readonly string[])[];
  readonly bytes: Uint8Array;
  /** Cells that repeat a merged one: row and column, one pair after the other. */
  readonly repeated: Uint32Array;
};
