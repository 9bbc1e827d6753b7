// The package in a page without a bundler, under the strict policy, in three engines.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachEngine } from "./harness.mjs";

inEachEngine("the package in a page", (get) => {
  test("loads under the strict policy and answers", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/`);
    const type = await page.evaluate(
      `import("/pkg/index.js").then(async (m) => { await m.default(); await m.default(); return typeof m.readQr })`,
    );
    assert.equal(type, "function");
  });

  test("a call before init says so", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/`);
    // The page loads the core for its form; nobody has asked for the scanner yet.
    const code = await page.evaluate(
      `import("/pkg/scan.js").then((m) => { try { m.scan({ data: new Uint8Array(1), width: 1,
        height: 1 }) } catch (error) { return error.code } })`,
    );
    assert.equal(code, "init.missing");
  });
});
