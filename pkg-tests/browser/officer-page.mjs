// The officer's page, with files of an application to hand in.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * From a completed form to the officer's page: files of what was sealed, whole and changed afterwards.
 * @param {import("./harness.mjs").Page} page @param {string} origin
 */
export async function toOfficer(page, origin) {
  const sealed = await page.evaluate(`document.querySelector("cancuoc-form").sealed`);
  const folder = mkdtempSync(join(tmpdir(), "cancuoc-sealed-"));
  const file = (/** @type {string} */ name, /** @type {any} */ application) => {
    writeFileSync(join(folder, name), JSON.stringify(application));
    return join(folder, name);
  };
  await page.goto(`${origin}/officer.html?lang=vi&on=2026-11-21`);
  await page.waitFor(`document.getElementById("files")`, "the page");
  page.problems.length = 0;
  return {
    whole: file("whole.json", sealed),
    changed: file("changed.json", { ...sealed, sealedAt: "2026-11-21T01:00:00Z" }),
  };
}
