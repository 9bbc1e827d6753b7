// The list of 60 wrong applications, written from the forms and the laws: each is refused at its field.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, { validate } from "cancuoc";

import { right, unread, wrong } from "../wrong-applications/read.mjs";

before(() => init());

describe("60 wrong applications", () => {
  test("the right ones that they were made of are accepted without a word", () => {
    for (const { form, on, answers } of right)
      assert.deepEqual([form, validate(form, answers, { on, locale: "en" }).findings], [form, []]);
  });

  test("there are 20 of each area", () => {
    for (const area of ["civil", "passport and others", "residence"])
      assert.equal(wrong.filter((each) => each.area === area).length, 20, area);
  });

  for (const { form, on, answers, why, law, at } of wrong) {
    test(`${form}: ${why}`, () => {
      const { ok, findings } = validate(form, answers, { on, locale: "en" });
      const here = findings.filter(({ path }) => path === at);
      assert.ok(
        !ok && here.some(({ severity }) => severity === "error"),
        `it is not refused at ${at} (${law}): ${JSON.stringify(findings)}`,
      );
    });
  }
});

describe("six more, wrong by a law that is known from copies or memory only, are warned of at their field, not refused", () => {
  for (const { form, on, answers, why, law, mark, at } of unread) {
    test(`${form}: ${why}`, () => {
      const { ok, findings } = validate(form, answers, { on, locale: "en" });
      assert.notEqual(mark, "read");
      assert.ok(
        ok && findings.some(({ path, severity }) => path === at && severity === "warning"),
        `nothing is said at ${at} (${law})`,
      );
    });
  }
});
