import { parse, unparse } from "../vendor/papaparse.js";

/** No cell holds it, so no quotation mark is taken for more than a character. */
const NO_QUOTES = "\u0000";

/**
 * The rows of a CSV file (RFC 4180) or of pasted cells: tab, semicolon or comma between, any kind of line end. Lines
 * without a letter are left out. Where quotation marks do not pair up they are characters of the text: nothing is
 * swallowed up to the next one.
 * @param {string} text
 * @returns {string[][]}
 */
export function readCsv(text) {
  // Line ends of several kinds come together when files are joined; the library knows one kind a file.
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const options = /** @type {const} */ ({ delimiter: delimiterOf(clean), newline: "\n", skipEmptyLines: "greedy" });
  const { data, errors } = parse(clean, options);
  return errors.some(({ type }) => type === "Quotes") ? parse(clean, { ...options, quoteChar: NO_QUOTES }).data : data;
}

/**
 * What stands between the cells: what is most frequent in the first line. A comma only where there are quotation marks:
 * one column of addresses has commas of its own.
 * @param {string} text
 */
function delimiterOf(text) {
  const [first = ""] = text.split("\n", 1);
  const count = (/** @type {string} */ delimiter) => first.split(delimiter).length - 1;
  const [best = "\t"] = ["\t", ";", ","].sort((one, other) => count(other) - count(one));
  if (count(best) === 0) return "\t";
  return best === "," && !/(^|,)"/m.test(text.slice(0, 5000)) ? "\t" : best;
}

/**
 * CSV that Excel opens as UTF-8 (by the mark at its beginning), in places where it expects semicolons too; a cell that
 * would begin a formula is made text.
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function writeCsv(rows) {
  const csv = unparse(rows, {
    newline: "\r\n",
    quotes: (value) => String(value).includes(";"),
    escapeFormulae: /^[=+\-@\t\r]/,
  });
  return `\uFEFF${csv}\r\n`;
}
