// The list of 60 wrong applications, written from the forms and the laws: each is refused at its field. Where the law was not read
// in its own text, a rule may only warn, and the list says so.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, { validate } from "cancuoc";

import { right, wrong } from "../wrong-applications/read.mjs";

before(() => init());

describe("60 wrong applications", () => {
  test("the right ones that they were made of are accepted without a word", () => {
    for (const { form, on, answers } of right) assert.deepEqual([form, validate(form, answers, { on, locale: "en" }).findings], [form, []]);
  });

  test("there are 20 of each area", () => {
    for (const area of ["civil", "passport and others", "residence"]) assert.equal(wrong.filter((each) => each.area === area).length, 20, area);
  });

  for (const { form, on, answers, why, law, mark, at } of wrong) {
    test(`${form}: ${why}`, () => {
      const { ok, findings } = validate(form, answers, { on, locale: "en" });
      const here = findings.filter(({ path }) => path === at);
      assert.ok(here.length > 0, `nothing is said at ${at} (${law}): ${JSON.stringify(findings)}`);
      if (mark === "read") assert.ok(!ok && here.some(({ severity }) => severity === "error"), `it is not refused at ${at} (${law})`);
      else assert.ok(here.some(({ severity }) => severity !== "info"), `it is only remarked upon at ${at} (${law})`);
    });
  }

  test("six of them are warned of and not refused, because their law is known from copies or memory only", () => {
    const warned = wrong.filter(({ form, on, answers }) => validate(form, answers, { on }).ok);
    assert.deepEqual(warned.map(({ form, at, mark }) => [form, at, mark]), [
      ["khai-sinh", "childEthnicity", "recalled"],
      ["ket-hon", "husbandBirthDate", "recalled"],
      ["ket-hon", "wifeBirthDate", "recalled"],
      ["ket-hon", "bothPresent", "recalled"],
      ["xntthn", "status", "recalled"],
      ["tctn10", "contributedIn24", "copied"],
    ]);
  });
});
