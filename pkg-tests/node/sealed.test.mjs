// Applications that were sealed before results crossed the border as structures: they still check, and are sealed to
// the same digest again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";

import init, { checkSealed, listForms, seal } from "cancuoc";
import initChip, { readChip } from "cancuoc/chip";

/** @type {any[]} */
const applications = JSON.parse(readFileSync(new URL("../sealed/applications.json", import.meta.url), "utf8"));

const on = "2026-11-21";
/** One that is of the version in force. @type {any} */ let application;

before(async () => {
  await Promise.all([init(), initChip()]);
  const examples = JSON.parse(readFileSync(new URL("../../packs/ct01/examples.json", import.meta.url), "utf8"));
  const { answers } = examples.accept.find((/** @type {any} */ each) => each.on === on);
  application = seal("ct01", answers, { sealedAt: "2026-11-21T08:30:00.5+07:00" }, { on });
});

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

// What a server asks beside the rules.
const codes = (/** @type {any} */ check) => check.findings.map((/** @type {any} */ { code }) => code);

test("an application proves nothing of itself", () => {
  for (const each of applications) {
    const { claims } = checkSealed(each, { on: each.on });
    assert.deepEqual(claims, { assurance: "unproved", provenance: "unproved" });
  }
});

test("a server says which forms it takes, how old they may be, and which it has", () => {
  const digest = application.digest.value;
  assert.deepEqual(codes(checkSealed(application, { on, acceptedForms: ["ct01", "dc02"], maxAgeDays: 0 })), []);
  assert.deepEqual(codes(checkSealed(application, { on, acceptedForms: ["dc02"] })), ["form.not_accepted"]);
  assert.deepEqual(codes(checkSealed(application, { on: "2026-11-25", maxAgeDays: 3 })), ["form.sealed_long_ago"]);
  assert.deepEqual(codes(checkSealed(application, { on, notBefore: "2026-11-22" })), ["form.sealed_too_early"]);
  assert.deepEqual(codes(checkSealed(application, { on, notBefore: "2026-11-21T01:30:00.5Z" })), []);
  assert.deepEqual(codes(checkSealed(application, { on, seen: [digest] })), ["form.seen_before"]);
  assert.deepEqual(codes(checkSealed(JSON.stringify(application), { on, seen: [digest] })), ["form.seen_before"]);
});

test("an option that is not what it should be switches no check off", () => {
  for (const [code, options] of /** @type {const} */ ([
    ["options.acceptedForms", { acceptedForms: "ct01" }],
    ["options.acceptedForms", { acceptedForms: [1] }],
    ["options.acceptedForms", { acceptedForms: null }],
    ["options.maxAgeDays", { maxAgeDays: "7" }],
    ["options.maxAgeDays", { maxAgeDays: -1 }],
    ["options.maxAgeDays", { maxAgeDays: 1.5 }],
    ["options.maxAgeDays", { maxAgeDays: null }],
    ["options.notBefore", { notBefore: "21/11/2026" }],
    ["options.notBefore", { notBefore: 20261121 }],
    ["options.seen", { seen: {} }],
    ["input.type", { evidence: null }],
    ["input.type", { evidence: {} }],
  ])) {
    assert.throws(
      () => checkSealed(application, /** @type {any} */ ({ on, ...options })),
      { code },
      JSON.stringify(options),
    );
  }
});

describe("the chip's files beside an application", () => {
  const fixture = (/** @type {string} */ name) =>
    new Uint8Array(readFileSync(new URL(`../../tests/chip/fixtures/${name}`, import.meta.url)));
  /** The mint's card, as a reader hands it over. */
  const files = () =>
    Object.fromEntries([
      ["EF.SOD", fixture("sod/authentic.bin")],
      ...["DG1", "DG2", "DG13"].map((name) => [name, fixture(`card/${name.toLowerCase()}.bin`)]),
    ]);
  const trust = () => ({ anchors: [fixture("pki/authentic-0.cer")] });
  const day = "2026-06-01";
  /** Of the card's holder. @param {string} assurance @param {any} [more] answers beside the card's */
  const sealed = (assurance, more = {}) => {
    const { person } = readChip(files(), trust(), { on: day });
    const answers = {
      to: "Công an phường Mẫu",
      procedure: "confirm",
      request: "Xác nhận thông tin về cư trú",
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      pin: person.pin,
      ...more,
    };
    const provenance = { pin: { source: "chip", field: "pin", role: "applicant", value: answers.pin } };
    const context = { provenance, assurance: /** @type {any} */ (assurance), sealedAt: `${day}T08:30:00+07:00` };
    return seal("ct01", answers, context, { on: day });
  };

  test("confirm what they show by the server's own anchors, and no more", () => {
    const check = (/** @type {any} */ application, /** @type {any} */ evidence) => {
      const { ok, claims, findings } = checkSealed(application, { on: day, evidence });
      return [
        ok,
        claims.assurance,
        claims.provenance,
        findings.map(({ code }) => code).filter((code) => /evidence/.test(code)),
      ];
    };
    const evidence = { files: files(), trust: trust() };
    assert.deepEqual(check(sealed("authentic"), evidence), [true, "confirmed", "confirmed", []]);
    assert.deepEqual(check(sealed("genuine"), evidence), [true, "unproved", "confirmed", ["form.evidence_weak"]]);
    // Nobody vouches for the files.
    assert.deepEqual(check(sealed("intact"), { files: files() }), [
      true,
      "unproved",
      "unproved",
      ["form.evidence_weak"],
    ]);
    // Altered files.
    const altered = files();
    altered.DG13[altered.DG13.length - 1] ^= 1;
    assert.deepEqual(check(sealed("authentic"), { files: altered, trust: trust() }).slice(0, 3), [
      true,
      "unproved",
      "unproved",
    ]);
    // Of another person.
    assert.deepEqual(
      check(sealed("authentic", { pin: "001090000017", birthDate: "1990-02-28", sex: "male" }), evidence),
      [false, "unproved", "unproved", ["form.evidence_other_person"]],
    );
  });
});
