// The official form as a PDF, for who filled it in and for the officer.

import assert from "node:assert/strict";
import { test } from "node:test";

import { completeCt01 } from "./complete.mjs";
import { keepDownloads } from "./downloads.mjs";
import { FORM, accessible, fits, open, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { toOfficer } from "./officer-page.mjs";

const PAGE = "/form.html?lang=vi&on=2026-11-21";
const VIEW = `document.querySelector("cancuoc-view").shadowRoot`;

/** The first bytes of what was saved last, and its name. */
const SAVED = `saved.at(-1).slice(0, 5).text().then((head) => ({ head, name: saved.name, size: saved.at(-1).size }))`;

inEachEngine("the official form as a PDF", (get) => {
  test("is made when it is asked for; without the network words say so, and the next press makes it", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, PAGE);
    await keepDownloads(page);
    // Before the end is shown: what prints the form is fetched with it.
    await page.evaluate(
      `(globalThis.network = fetch, globalThis.fetch = () => Promise.reject(new TypeError("none")), 0)`,
    );
    await completeCt01(page);
    await press(page, "Tải tờ khai PDF");
    await page.waitFor(`/Chưa tạo được tệp PDF/.test(${FORM}.textContent)`, "words about the network");
    assert.equal(await page.evaluate(`saved.length`), 0);
    await page.evaluate(`(globalThis.fetch = network, 0)`);
    await press(page, "Tải tờ khai PDF");
    await page.waitFor(`/Đã tạo tệp PDF/.test(${FORM}.textContent)`, "the file");
    const { head, name, size } = await page.evaluate(SAVED);
    assert.equal(head, "%PDF-");
    assert.match(name, /^ct01-[0-9a-f]{4}-[0-9a-f]{4}\.pdf$/);
    assert.ok(size > 10_000 && size < 200_000, `${size} bytes`);
    await accessible(page, "the end, with a PDF");
    await fits(page, "the end, with a PDF");
    await page.screenshot(`pdf-${engine}`);
    assert.deepEqual(page.problems, []);
  });

  test("is made for an officer from a file that is whole, and not from one that was changed", async () => {
    const { page, origin } = get();
    const { whole, changed } = await toOfficer(page, origin);
    await keepDownloads(page);
    await page.upload("#files", [whole]);
    await page.waitFor(`/còn nguyên/.test(${VIEW}.textContent)`, "the form");
    await press(page, "Tải tờ khai PDF", "cancuoc-view");
    await page.waitFor(`/Đã tạo tệp PDF/.test(${VIEW}.textContent)`, "the file");
    assert.equal((await page.evaluate(SAVED)).head, "%PDF-");
    await page.upload("#files", [changed]);
    await page.waitFor(`/đã bị thay đổi/.test(${VIEW}.textContent)`, "the changed form");
    assert.equal(await page.evaluate(`${VIEW}.querySelector(".save-pdf")`), null);
    assert.deepEqual(page.problems, []);
  });
});
