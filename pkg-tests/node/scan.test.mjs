// The built package: scan and scanFrame as JavaScript sees them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";

import init, { scan, scanFrame } from "cancuoc/scan";

import { decodePicture } from "../picture.mjs";

const cards = new URL("../cards/pictures/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", cards), "utf8"));
const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

before(() => init());

describe("scan", () => {
  for (const { file, payload } of manifest.filter((/** @type {any} */ p) => p.payload && /\.(jpg|png)$/.test(p.file))) {
    test(`reads ${file}`, () => {
      const found = scan(decodePicture(new URL(file, cards)));
      assert.deepEqual(
        found.map(({ bytes }) => text(bytes)),
        [payload],
      );
      assert.equal(found[0].corners.length, 4);
      assert.deepEqual(found.findings, []);
      assert.ok(Object.isFrozen(found) && Object.isFrozen(found[0]));
    });
  }

  test("keeps to a budget, also to one that is too small for what is there", () => {
    const picture = decodePicture(new URL("front-2021-dim.jpg", cards));
    assert.deepEqual(
      [1, 30].map((budget) => scan(picture, { budget }).length),
      [0, 1],
    );
  });

  test("says what hinders, in both languages, when there is no code", () => {
    const dark = { data: new Uint8Array(320 * 240).fill(10), width: 320, height: 240 };
    const codes = scan(dark, { locale: "en" }).findings.map(({ code }) => code);
    assert.deepEqual(codes, ["scan.nothing_found", "scan.too_dark"]);
    assert.notEqual(scan(dark).findings[0].message, scan(dark, { locale: "en" }).findings[0].message);
    assert.deepEqual(scan({ data: new Uint8Array(), width: 0, height: 0 }).map(String), []);
  });

  test("throws for what is no picture, with a code", () => {
    const grey = new Uint8Array(100);
    assert.throws(() => scan({ data: grey, width: 11, height: 10 }), { code: "scan.size" });
    assert.throws(() => scan({ data: grey, width: 1.5, height: 10 }), { code: "scan.size" });
    assert.throws(() => scan({ data: grey, width: 20_000, height: 20_000 }), { code: "limit.input" });
    assert.throws(() => scan({ data: /** @type {any} */ ("x"), width: 1, height: 1 }), { code: "input.type" });
    assert.throws(() => scan({ data: grey, width: 10, height: 10 }, { effort: /** @type {any} */ ("much") }), {
      code: "options.effort",
    });
  });
});

describe("scanFrame", () => {
  test("reads what scan reads, and takes any evidence", () => {
    const picture = decodePicture(new URL("front-2021-straight.jpg", cards));
    const first = scanFrame(picture, undefined, { effort: "photo" });
    assert.equal(
      text(first[0].bytes),
      manifest.find((/** @type {any} */ p) => p.file === "front-2021-straight.jpg").payload,
    );
    assert.equal(first.evidence.length, 38, "only the place is kept");
    assert.equal(scanFrame(picture, new Uint8Array(99), { effort: "photo" }).length, 1);
  });
});
