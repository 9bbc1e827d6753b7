// Applications that were sealed before results crossed the border as structures: they still check, and are sealed to
// the same digest again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";

import init, { checkSealed, listForms, seal } from "cancuoc";

/** @type {any[]} */
const applications = JSON.parse(readFileSync(new URL("../sealed/applications.json", import.meta.url), "utf8"));

before(() => init());

test("there are applications of all thirteen forms", () => {
  assert.equal(applications.length, 70);
  assert.equal(new Set(applications.map(({ form }) => form)).size, 13);
});

for (const [index, application] of applications.entries()) {
  const { form, on } = application;
  test(`${form} of ${on}, number ${index}, has the digest that it had`, () => {
    const check = checkSealed(application, { on });
    assert.equal(check.digest, "match");
    assert.equal(checkSealed(JSON.stringify(application), { on }).digest, "match");
    // A form whose pack has a newer version says so; of one that has not, nothing else is found.
    if (!check.findings.some(({ code }) => code === "form.other_version")) {
      const { answers, provenance, assurance, sealedAt } = application;
      const again = seal(form, answers, { provenance, assurance, sealedAt }, { on });
      assert.deepEqual(again, application);
      assert.deepEqual(Object.keys(again), Object.keys(application));
    }
  });
}

test("a changed leaf breaks each of them", () => {
  for (const application of applications) {
    const changed = { ...application, sealedAt: application.sealedAt.replace("08:30", "08:31") };
    assert.equal(checkSealed(changed, { on: application.on }).digest, "mismatch");
  }
  assert.ok(listForms({ on: "2026-11-21" }).length >= 13);
});
