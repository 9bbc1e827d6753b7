// What a page takes of the machine's memory, as Linux counts it: the process that draws it, with its threads.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";

/** @param {number} process @param {string} file */
function told(process, file) {
  try {
    return readFileSync(`/proc/${process}/${file}`, "latin1");
  } catch {
    return ""; // it ended meanwhile
  }
}

/** @param {number} process @param {string} name */
const status = (process, name) =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(told(process, "status"))?.[1] ?? 0);

/**
 * The process that draws the only page of a Chromium.
 * @param {import("../../browser/harness.mjs").Page} page
 */
function renderer(page) {
  const browser = page.raw.browser().process().pid;
  const all = readdirSync("/proc").map(Number).filter(Boolean);
  const below = (/** @type {number} */ own) => {
    for (let at = own; at > 1; at = status(at, "PPid")) if (at === browser) return true;
    return false;
  };
  const own = all.filter((one) => told(one, "cmdline").includes("--type=renderer") && below(one));
  // Chromium keeps one more for the next page.
  return own.sort((one, other) => status(other, "VmRSS") - status(one, "VmRSS"))[0] ?? 0;
}

/**
 * The most memory that the page has had since the last call, in mebibytes, and what it has now.
 * @param {import("../../browser/harness.mjs").Page} page of Chromium
 */
export function memoryOf(page) {
  const own = renderer(page);
  const result = { most: Math.round(status(own, "VmHWM") / 1024), now: Math.round(status(own, "VmRSS") / 1024) };
  writeFileSync(`/proc/${own}/clear_refs`, "5"); // The most is what it is now (proc(5)).
  return result;
}
