/** Rows that a list may have. */
export const MOST_ROWS = 100_000;

/**
 * The rows of CSV or of pasted cells (tab, comma or semicolon between, quotes as in RFC 4180).
 * @param {string} text
 * @returns {string[][]}
 */
export function readTable(text) {
  const clean = text.replace(/^\uFEFF/, "");
  const first = clean.slice(0, clean.search(/\r|\n|$/));
  const between = ["\t", ";", ","]
    .map((mark) => /** @type {const} */ ([mark, first.split(mark).length]))
    .sort((a, b) => b[1] - a[1])[0];
  // One column of addresses has commas of its own and no quotes.
  const mark =
    between && between[1] > 1 && (between[0] !== "," || /(^|,)"/m.test(clean.slice(0, 5000))) ? between[0] : "\t";
  const rows = [];
  let row = [""];
  let quoted = false;
  for (let at = 0; at < clean.length; at++) {
    const letter = clean[at];
    const last = row.length - 1;
    if (quoted) {
      if (letter !== '"') row[last] += letter;
      else if (clean[at + 1] === '"') {
        row[last] += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && row[last] === "") quoted = true;
    else if (letter === mark) row.push("");
    else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && clean[at + 1] === "\n") at++;
      rows.push(row);
      row = [""];
    } else row[last] += letter;
  }
  rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell.trim()));
}

/** The column that looks most like addresses. @param {string[][]} rows */
export function addressColumn(rows) {
  const sample = rows.slice(0, 50);
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const weight = (/** @type {number} */ column) =>
    sample.reduce((sum, cells) => {
      const cell = cells[column] ?? "";
      return (
        sum +
        (cell.match(/,|xã|phường|quận|huyện|tỉnh|thành phố|\b(?:p|q|h|x|tp|tx|tt)\./gi)?.length ?? 0) +
        Math.min(cell.length, 60) / 60
      );
    }, 0);
  return Array.from({ length: width }, (_, column) => column).sort((a, b) => weight(b) - weight(a))[0] ?? 0;
}

/** CSV that Excel opens as UTF-8; a cell that would begin a formula is made text. @param {string[][]} rows */
export function writeCsv(rows) {
  const cell = (/** @type {string} */ value) => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}
