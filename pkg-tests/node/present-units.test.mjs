// Addresses of an application in units that are no more: which are looked at, and what becomes of what the core said.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withOldUnits } from "../../npm/form-units.js";

const form = /** @type {any} */ ({
  sections: [
    {
      fields: [
        { id: "home", type: "address", label: "Home" },
        { id: "origin", type: "address", label: "Origin" },
        { id: "same", type: "address", label: "Same", value: "home" },
        { id: "note", type: "text", label: "Note" },
        { id: "rows", type: "group", fields: [{ id: "place", type: "address", label: "Place" }] },
      ],
    },
  ],
  meanings: [{ past: ["origin"] }],
});
const oldUnit = /** @type {any} */ (
  (/** @type {string} */ text, /** @type {string} */ path, /** @type {string} */ label) =>
    text.startsWith("Xã Cũ")
      ? { code: "plausibility.old_unit", severity: "warning", path, message: label, offer: "Xã Mới, tỉnh Ví Dụ" }
      : undefined
);

/** @param {any} answers @param {any[]} [findings] @param {(path: string) => boolean} [isShown] */
function said(answers, findings = [], isShown) {
  const result = withOldUnits(/** @type {any} */ ({ findings }), answers, form, oldUnit, isShown);
  return result.findings.map(({ code, path, message, offer }) => [code, path, message, offer]);
}

const answers = { home: "Xã Cũ", origin: "Xã Cũ", same: "Xã Cũ", note: "Xã Cũ", rows: [{}, { place: "Xã Cũ" }] };
const offer = "Xã Mới, tỉnh Ví Dụ";

test("addresses of today are looked at, of rows as well; the past, calculated ones and other texts are not", () => {
  assert.deepEqual(said(answers), [
    ["plausibility.old_unit", "home", "Home", offer],
    ["plausibility.old_unit", "rows[1].place", "Place", offer],
  ]);
});

test("what the core said of it is said once, in its place", () => {
  const seen = { code: "plausibility.old_unit", severity: "warning", path: "home", message: "by its kind" };
  const other = { code: "form.missing", severity: "error", path: "note", message: "missing" };
  assert.deepEqual(said({ home: "Xã Cũ, huyện Cũ" }, [seen, other]), [
    ["plausibility.old_unit", "home", "Home", offer],
    ["form.missing", "note", "missing", undefined],
  ]);
});

test("what is hidden, refused already, of today or not answered is left alone", () => {
  const refused = { code: "plausibility.says_nothing", severity: "error", path: "home", message: "…" };
  assert.deepEqual(
    said({ home: "Xã Cũ" }, [], () => false),
    [],
  );
  assert.equal(said({ home: "Xã Cũ" }, [refused]).length, 1);
  for (const left of [{ home: "Xã Mới" }, { home: { text: "Xã Cũ" }, rows: {} }, { home: " " }, null])
    assert.deepEqual(said(left), []);
});
