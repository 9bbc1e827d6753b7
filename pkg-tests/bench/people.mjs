// Lists of people beside the usual Python script, and spreadsheets beside SheetJS and exceljs: the same rows, each step
// in a process of its own, in one run. `PEOPLE_DATA`: the folder that tests/people wrote; `PEOPLE_PYTHON`: a Python
// with bench/people/requirements.txt.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname;
const folder = process.env.PEOPLE_DATA ?? "";
const STEPS = [
  ...["write", "read", "readTables", "openList", "checkPeople", "tables", "writeTables"],
  ...["sheetjsWrite", "sheetjsRead", "exceljsWrite", "exceljsRead"],
];

/** @type {Record<string, any>} */ const steps = {};
for (const step of STEPS) {
  const script = join(here, "people", "step.mjs");
  const options = /** @type {const} */ ({ encoding: "utf8", cwd: join(here, ".."), maxBuffer: 1 << 28 });
  steps[step] = JSON.parse(
    execFileSync(process.execPath, ["--max-old-space-size=8192", script, step, folder], options),
  );
  console.error(step, steps[step]);
}
const python = JSON.parse(
  execFileSync(
    process.env.PEOPLE_PYTHON ?? "python3",
    [join(here, "people", "script.py"), join(folder, "list.xlsx"), "--addresses"],
    { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] },
  ),
);

const table = JSON.parse(readFileSync(join(folder, "list.json"), "utf8"));
/** @type {[number, Record<string, string>][]} */
const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8"));
const ours = JSON.parse(readFileSync(join(folder, "ours.json"), "utf8"));
const COLUMNS = ["", "fullName", "birthDate", "sex", "pin", "residence", "phone", "email", "healthInsurance"];

/** What stands in a cell, in the form of the values. @param {any} cell */
const shown = (cell) => (cell === null ? "" : typeof cell === "object" ? cell.date : String(cell));

/**
 * Of the cells that are not as they should be: right, asked, left as they were, wrong; and right ones made wrong.
 * @param {(row: number, column: string) => string | undefined} value
 * @param {(row: number, column: string) => boolean} open
 */
function score(value, open) {
  /** @type {Record<string, Record<string, number>>} */ const scores = {};
  for (const [at, column] of COLUMNS.entries()) {
    if (!column) continue;
    const own = (scores[column] = { right: 0, asked: 0, left: 0, wrong: 0, spoiled: 0 });
    truth.forEach(([, expected], row) => {
      const right = expected[column];
      if (right === undefined) return;
      const given = shown(table[row + 1][at]);
      const now = value(row, column) ?? "";
      if (given === right) {
        if (now !== right && !open(row, column)) own.spoiled++;
      } else if (now === right) own.right++;
      else if (open(row, column)) own.asked++;
      else if (now === given || now === "") own.left++;
      else own.wrong++;
    });
  }
  return scores;
}

/** Pairs of rows that are one person, found and wrongly joined. @param {number[][]} groups of rows below the heading */
function pairs(groups) {
  const who = (/** @type {number} */ row) => truth[row]?.[0];
  let found = 0;
  let wrong = 0;
  for (const [first = -1, ...rest] of groups)
    for (const row of rest) {
      if (who(row) === who(first)) found++;
      else wrong++;
    }
  return { found, wrong };
}

const people = new Map();
for (const [who] of truth) people.set(who, (people.get(who) ?? 0) + 1);
const repeated = [...people.values()].reduce((sum, count) => sum + count - 1, 0);
const sure = ours.duplicates.filter((/** @type {any} */ group) => group.sure);
const below = (/** @type {any} */ { rows }) => rows.map((/** @type {number} */ row) => row - 1);
const result = {
  rows: truth.length,
  load: loadavg()[0],
  node: process.version,
  scores: {
    cancuoc: score(
      (row, column) => ours.rows[row].values[column],
      (row, column) => ours.rows[row].open.includes(column),
    ),
    python: score(
      (row, column) => python.rows[column]?.[row],
      () => false,
    ),
  },
  duplicates: {
    repeated,
    cancuoc: pairs(sure.map(below)),
    asked: ours.duplicates.length - sure.length,
    python: pairs(python.groups),
  },
  steps,
  python: { seconds: python.seconds, megabytes: python.megabytes },
};
mkdirSync(join(here, "results"), { recursive: true });
writeFileSync(join(here, "results", "people.json"), `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
