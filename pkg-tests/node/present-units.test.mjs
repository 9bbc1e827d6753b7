// Addresses of an application in units that are no more: which are warned of, and what is offered.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withPresentUnits } from "../../npm/form-units.js";

const form = /** @type {any} */ ({
  sections: [
    {
      fields: [
        { id: "home", type: "address" },
        { id: "origin", type: "address" },
        { id: "rows", type: "group", fields: [{ id: "place", type: "address" }] },
      ],
    },
  ],
  meanings: [{ past: ["origin"] }],
});
const convert = /** @type {any} */ (
  (/** @type {string} */ text) => {
    const findings = [{ code: text.startsWith("Xã Mới") ? "address.already_current" : "address.converted", path: "" }];
    return { candidates: [{}], exact: true, address: "Xã Mới, tỉnh Ví Dụ", findings };
  }
);

/** @param {any} answers @param {any[]} [findings] */
function offered(answers, findings = []) {
  const visible = ["home", "origin", "rows[0].place"];
  const result = withPresentUnits(/** @type {any} */ ({ findings, visible }), answers, form, convert);
  return result.findings.map(({ code, severity, path, offer }) => [code, severity, path, offer]);
}

test("an old address of today is warned of, with the new one to take over; one of the past is not", () => {
  const answers = { home: "Xã Cũ, huyện Cũ", origin: "Xã Cũ", rows: [{ place: "Xã Cũ" }] };
  const seen = { code: "plausibility.old_unit", severity: "warning", path: "home", message: "…" };
  assert.deepEqual(offered(answers, [seen]), [
    ["plausibility.old_unit", "warning", "home", "Xã Mới, tỉnh Ví Dụ"],
    ["address.converted", "warning", "rows[0].place", "Xã Mới, tỉnh Ví Dụ"],
  ]);
});

test("what names today's units, and what is not answered, is left alone", () => {
  assert.deepEqual(offered({ home: "Xã Mới, tỉnh Ví Dụ" }), []);
  assert.deepEqual(offered({ home: { text: "Xã Cũ" }, rows: [] }), []);
});
