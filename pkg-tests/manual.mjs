// The manual's code, as the tests run it.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** @typedef {{ language: string, name: string, code: string, line: number }} Fence */

/** Every piece of code of a page. @param {string} page its path from the top @returns {Fence[]} */
export function fences(page) {
  const text = readFileSync(join(ROOT, page), "utf8");
  return [...text.matchAll(/^```(\w*)(?: \[([^\]]+)\])?\n([^]*?)^```$/gm)].map((found) => ({
    language: found[1],
    name: found[2] ?? "",
    code: found[3],
    line: text.slice(0, found.index).split("\n").length,
  }));
}

/** The pieces of "Start in ten minutes" with this name. @param {string} name */
export function startsWith(name) {
  const found = fences("docs/start.md").filter((fence) => fence.name === name);
  if (!found.length) throw new Error(`docs/start.md has no ${name}`);
  return found.map(({ code }) => code);
}
