// Puts measured tables into the READMEs, docs/measured.md and docs/server.md, between `<!-- bench:NAME -->` and
// `<!-- /bench -->`.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/**
 * @param {string} name
 * @param {string[][]} rows the first one is the head
 */
export function intoReadme(name, rows) {
  const table = markdown(rows);
  console.log(`\n${name}\n\n${table}`);
  for (const file of ["README.md", "README.vi.md", "docs/measured.md", "docs/server.md"]) {
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    const place = new RegExp(`(<!-- bench:${name} -->\n)[\\s\\S]*?(<!-- /bench -->)`);
    if (place.test(text))
      writeFileSync(
        path,
        text.replace(place, (_, before, after) => `${before}\n${table}\n${after}`),
      );
  }
}

/** @param {string[][]} rows */
export function markdown([head = [], ...rows]) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

/** The middle value. @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Three significant digits, as people read them. @param {number} value */
export function short(value) {
  return value >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}
