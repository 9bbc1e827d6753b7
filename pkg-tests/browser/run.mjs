// Runs the tests of the pages, one file at a time: `node pkg-tests/browser/run.mjs [file…]`.
//
// A browser that stopped answering (see webkit.mjs), or whose storage did (form-page.mjs), says nothing about the page
// from some moment on that is not known: the files in which that happened are run once more, and the output says so.
// Any other failure is final.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const HUNG = /^webkit did not answer|EngineHung/m;
const FILE = 20 * 60_000;

const given = process.argv.slice(2);
const all = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".test.mjs"))
  .sort();
const files = (given.length ? given : all).map((name) => join(import.meta.dirname, name));

let { failed, hung } = await once(files);
if (hung.length && hung.length === failed.length) {
  console.log(`\nA browser stopped answering: once more ${hung.join(" ")}\n`);
  ({ failed } = await once(hung));
}
process.exit(failed.length ? 1 : 0);

/**
 * @param {string[]} files
 * @returns {Promise<{ failed: string[], hung: string[] }>} the files with a failure, and those of them whose browser
 * hung
 */
function once(files) {
  /** @type {Map<string, string[]>} */ const failures = new Map();
  return new Promise((done, broken) => {
    const events = run({ files, concurrency: 1, timeout: FILE, forceExit: false });
    events.on("test:fail", ({ file, details }) => {
      const error = /** @type {any} */ (details.error);
      const words = [error?.message, error?.cause?.message, error?.cause?.stack].filter(Boolean).join("\n");
      // A suite fails with its test, a test with its hook: only the first cause counts.
      if (
        error?.failureType === "subtestsFailed" ||
        error?.failureType === "cancelledByParent" ||
        error?.failureType === "parentAlreadyFinished"
      )
        return;
      failures.set(file ?? "", [...(failures.get(file ?? "") ?? []), words]);
    });
    const report = events.compose(spec);
    report.pipe(process.stdout, { end: false });
    report.on("error", broken);
    report.on("end", () => {
      const failed = [...failures.keys()];
      done({ failed, hung: failed.filter((file) => failures.get(file)?.some((words) => HUNG.test(words))) });
    });
  });
}
