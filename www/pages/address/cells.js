import { readCsv } from "../../shell/csv.js";

/** @typedef {import("../../../pkg/sheet.js").Cell} Cell */

/** What stands in a cell, as text. @param {Cell | undefined} cell */
export function textOf(cell) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return cell.date.slice(0, 10).split("-").reverse().join("/");
  return String(cell);
}

/**
 * Pasted rows; a blank line stays a row, so that what is pasted back stands beside its own.
 * @param {string} text
 * @returns {string[][]}
 */
export function pasted(text) {
  const rows = readCsv(text);
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const isBlank = (/** @type {string} */ line) => /^[\s;,]*$/.test(line);
  // Line breaks within quotation marks: lines are no rows there.
  if (lines.filter((line) => !isBlank(line)).length !== rows.length) return rows;
  let at = 0;
  const aligned = lines.map((line) => (isBlank(line) ? [] : (rows[at++] ?? [])));
  while (aligned.length && !aligned[aligned.length - 1]?.length) aligned.pop();
  return aligned;
}

const HEADING =
  /địa chỉ|nơi (ở|cư trú|thường trú|tạm trú)|hộ khẩu|quê quán|thường trú|chỗ ở|dia chi|thuong tru|address|residence/i;

/** Whether the first row that is not blank names its columns. @param {Cell[][]} rows @param {number} column */
export function headingRow(rows, column) {
  const at = rows.findIndex((row) => row.some((cell) => textOf(cell).trim()));
  const words = textOf(rows[at]?.[column]).trim();
  return words.length <= 60 && HEADING.test(words) && !/[,;]/.test(words) && !/\d/.test(words) ? at : -1;
}
