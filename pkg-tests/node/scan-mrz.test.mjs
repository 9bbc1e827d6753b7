// The built package: scanMrz as JavaScript sees it. What the lines of the pictures are is in tests/scan/mrz.rs.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { initReading, readMrz } from "cancuoc";
import init, { scanMrz } from "cancuoc/scan-mrz";

import { decodePicture } from "../picture.mjs";

const picture = (/** @type {string} */ name) =>
  decodePicture(new URL(`../../tests/scan/zones/${name}.png`, import.meta.url));
const LINES = {
  coarse: ["IDVNM3464795781010346479578<<4", "0806121M3206010VNM<<<<<<<<<<<2", "DO<<GIA<HA<<<<<<<<<<<<<<<<<<<<"],
  glare: ["IDVNM2727809782007272780978<<9", "0809269F3708204VNM<<<<<<<<<<<8", "HO<<VE<<<<<<<<<<<<<<<<<<<<<<<<"],
};

/**
 * The lines of a zone with the right sign in each unsure place, if it is among the likely ones.
 * @param {import("cancuoc/scan-mrz").ScannedZone} zone @param {string[]} right
 */
function completed({ lines, unsure }, right) {
  const signs = lines.map((line) => [...line]);
  for (const { line, column, likely } of unsure) {
    assert.equal(signs[line - 1][column - 1], "?");
    const sign = right[line - 1][column - 1];
    signs[line - 1][column - 1] = likely.includes(sign) ? sign : `(${likely.join("")})`;
  }
  return signs.map((line) => line.join(""));
}

before(() => Promise.all([init(), initReading()]));

describe("scanMrz", () => {
  for (const [name, lines] of Object.entries(LINES)) {
    test(`what it is sure of in ${name}.png is right, and it names each place that is not sure`, () => {
      const { data, width, height } = picture(name);
      const found = scanMrz({ data, width, height });
      assert.equal(found.length, 1);
      const [zone] = found;
      assert.deepEqual([zone.format, zone.text ?? lines.join("\n")], ["td1", lines.join("\n")]);
      assert.equal(zone.text === undefined, zone.unsure.length > 0);
      assert.deepEqual(
        completed(zone, lines),
        lines,
        "each sign that is sure, and among the likely ones the right one",
      );
      if (zone.text) assert.equal(readMrz(zone.text, { on: "2026-11-21" }).assurance, "wellFormed");
      assert.ok(zone.corners.every(([x, y]) => x > 0 && x < width && y > 0 && y < height));
      assert.ok(Object.isFrozen(found) && Object.isFrozen(zone) && Object.isFrozen(zone.unsure));
      // Grey, or in colours: the same picture.
      const grey = new Uint8Array(width * height).map((_, pixel) => data[4 * pixel]);
      assert.deepEqual(scanMrz({ data: grey, width, height }), found);
    });
  }

  test("a passport is read on its head, and of a large picture the corners are those of the picture", () => {
    const [zone] = scanMrz(picture("turned"));
    assert.deepEqual([zone.format, zone.lines.map(({ length }) => length)], ["td3", [44, 44]]);
    const { data, width, height } = picture("coarse");
    // Five million coloured pixels cross as grey.
    const wide = { width: 2600, height: 2000, data: new Uint8Array(4 * 2600 * 2000).fill(200) };
    for (let y = 0; y < height; y++)
      wide.data.set(data.subarray(4 * y * width, 4 * (y + 1) * width), 4 * ((y + 900) * 2600 + 1200));
    const [found] = scanMrz(wide, { budget: 5000 });
    const [first] = scanMrz({ data, width, height });
    found.corners.forEach(([x, y], corner) => {
      const [left, top] = first.corners[corner];
      assert.ok(Math.hypot(x - 1200 - left, y - 900 - top) < 4, `${x}, ${y}`);
    });
  });

  test("says what hinders, in both languages, where there is no zone", () => {
    const empty = { data: new Uint8Array(320 * 240).fill(10), width: 320, height: 240 };
    const found = scanMrz(empty, { locale: "en" });
    assert.deepEqual([found.length, found.findings.map(({ code }) => code)], [0, ["scan.mrz_not_found"]]);
    assert.notEqual(scanMrz(empty).findings[0].message, found.findings[0].message);
    assert.equal(scanMrz({ data: new Uint8Array(), width: 0, height: 0 }).length, 0);
    assert.equal(scanMrz(empty, { effort: "frame" }).length, 0);
  });

  test("throws for what is no picture, with a code", () => {
    const grey = new Uint8Array(100);
    assert.throws(() => scanMrz({ data: grey, width: 11, height: 10 }), { code: "scan.size" });
    assert.throws(() => scanMrz({ data: grey, width: 1.5, height: 10 }), { code: "scan.size" });
    assert.throws(() => scanMrz({ data: grey, width: 20_000, height: 20_000 }), { code: "limit.input" });
    assert.throws(() => scanMrz({ data: /** @type {any} */ ("x"), width: 1, height: 1 }), { code: "input.type" });
    assert.throws(() => scanMrz(/** @type {any} */ (undefined)), { code: "input.type" });
    const size = { data: grey, width: 10, height: 10 };
    assert.throws(() => scanMrz(size, { effort: /** @type {any} */ ("much") }), { code: "options.effort" });
    assert.throws(() => scanMrz(size, { locale: /** @type {any} */ ("fr") }), { code: "options.locale" });
    assert.throws(() => scanMrz(size, { budget: 0 }), { code: "options.budget" });
  });
});
