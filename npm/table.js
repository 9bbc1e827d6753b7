import { CanCuocError } from "./error.js";
import { guarded } from "./plain.js";

/** At most: the cells of `LIMITS` of `src/sheet/limits.rs`, and characters that fit into memory. */
const LIMITS = { rows: 1_048_576, columns: 16_384, cells: 20_000_000, length: 256 << 20 };
/** Rows of a part. */
const PART = 2000;

/**
 * A copy of a table that a caller hands over: rows of null, truth values, numbers, texts, `{ date }`.
 * @param {unknown} rows
 * @param {string} name of the argument, for the error
 * @returns {import("./sheet.js").Cell[][]}
 * @throws {CanCuocError} `input.type`, `limit.input`
 */
export function asTable(rows, name) {
  return guarded(name, () => Array.from(tableParts(rows, name)).flat());
}

/**
 * The same some rows at a time.
 * @param {unknown} rows
 * @param {string} name
 * @returns {Generator<import("./sheet.js").Cell[][]>}
 * @throws {CanCuocError} `input.type`, `limit.input`, and what the caller's own objects throw
 */
export function* tableParts(rows, name) {
  if (!Array.isArray(rows)) throw new CanCuocError("input.type", `${name} is not a list of rows`);
  const { length } = rows;
  if (length > LIMITS.rows) tooMuch(name, "rows", LIMITS.rows);
  const count = { cells: 0, length: 0 };
  for (let from = 0; from < length; from += PART) {
    const part = { length: Math.min(PART, length - from) };
    yield Array.from(part, (_, at) => asRow(rows[from + at], name, count));
  }
}

/** @param {unknown} row @param {string} name @param {{ cells: number, length: number }} count */
function asRow(row, name, count) {
  if (!Array.isArray(row)) throw new CanCuocError("input.type", `${name} holds a row that is no list`);
  if (row.length > LIMITS.columns) tooMuch(name, "columns", LIMITS.columns);
  count.cells += row.length;
  if (count.cells > LIMITS.cells) tooMuch(name, "cells", LIMITS.cells);
  return Array.from(row, (cell) => {
    const copy = asCell(cell, name);
    if (typeof copy === "string") count.length += copy.length;
    if (count.length > LIMITS.length) tooMuch(name, "characters", LIMITS.length);
    return copy;
  });
}

/** @param {unknown} cell @param {string} name @returns {import("./sheet.js").Cell} */
function asCell(cell, name) {
  switch (typeof cell) {
    case "undefined":
      return null;
    case "string":
    case "boolean":
      return cell;
    case "number":
      return Number.isFinite(cell) ? cell : null;
    case "object":
      if (cell === null) return null;
  }
  const { date } = Object(cell);
  if (typeof date === "string" && Object.keys(Object(cell)).length === 1) return { date };
  throw new CanCuocError("input.type", `${name} holds a cell that is no text, number, truth value or { date }`);
}

/** @param {string} name @param {string} what @param {number} most @returns {never} */
function tooMuch(name, what, most) {
  throw new CanCuocError("limit.input", `${name}, ${what}: at most ${most}`);
}
