import { textOf } from "./cells.js";

/** The column that looks most like addresses. @param {import("./cells.js").Cell[][]} rows */
export function addressColumn(rows) {
  const sample = rows.slice(0, 50);
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const score = (/** @type {number} */ column) =>
    sample.reduce((sum, cells) => {
      const cell = textOf(cells[column]);
      return (
        sum +
        (cell.match(/,|xã|phường|quận|huyện|tỉnh|thành phố|\b(?:p|q|h|x|tp|tx|tt)\./gi)?.length ?? 0) +
        Math.min(cell.length, 60) / 60
      );
    }, 0);
  return Array.from({ length: width }, (_, column) => column).sort((a, b) => score(b) - score(a))[0] ?? 0;
}
