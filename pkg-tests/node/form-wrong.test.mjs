// The list of wrong applications over all packs, written from the forms, the laws and what people complain of: how many
// are refused or warned of at the item that is wrong. What is not stays in the list, and is counted.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";

import init, { validate } from "cancuoc";

import { blind, logic, right, unread, wrong } from "../wrong-applications/read.mjs";

const forms = readdirSync(join(import.meta.dirname, "..", "..", "packs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

before(() => init());

/** @typedef {import("../wrong-applications/read.mjs").Wrong} Wrong */

/** What is said at the item that is wrong: the gravest of it. @param {Wrong} each */
function said({ form, on, answers, at }) {
  const here = validate(form, answers, { on, locale: "en" }).findings.filter(({ path }) => path === at);
  return ["error", "warning"].find((wanted) => here.some(({ severity }) => severity === wanted));
}

/** @param {Wrong[]} list */
function judged(list) {
  const results = list.map((each) => ({ each, said: said(each) }));
  const count = (/** @type {string | undefined} */ wanted) => results.filter((result) => result.said === wanted).length;
  const missed = results.filter((result) => !result.said).map(({ each }) => `${each.form}: ${each.why} (${each.at})`);
  return { refused: count("error"), warned: count("warning"), missed };
}

describe("wrong applications", () => {
  test("there are at least 120 wrong ones and 60 right ones, some of every form", () => {
    assert.ok(wrong.length >= 120, `${wrong.length}`);
    assert.ok(right.length >= 60, `${right.length}`);
    for (const form of forms) {
      assert.ok(
        wrong.some((each) => each.form === form),
        `no wrong ${form}`,
      );
      assert.ok(
        right.some((each) => each.form === form),
        `no right ${form}`,
      );
    }
  });

  test("none of the right ones is refused, and none is warned of", () => {
    for (const { form, on, answers, why } of right) {
      const { ok, findings } = validate(form, answers, { on, locale: "en" });
      const disturbing = findings.filter(({ severity }) => severity !== "info");
      assert.deepEqual([form, why, ok, disturbing], [form, why, true, []]);
    }
  });

  test("of the wrong ones at least 95 of 100 are refused or warned of at the right item", (t) => {
    const { refused, warned, missed } = judged(wrong);
    t.diagnostic(`${refused} refused and ${warned} warned of, of ${wrong.length}`);
    missed.forEach((each) => t.diagnostic(`not seen: ${each}`));
    assert.ok((refused + warned) / wrong.length >= 0.95, missed.join("\n"));
  });

  test("the first 60, written before any rule was, and those of the laws that were read are all refused", () => {
    const of = (/** @type {string} */ area) => wrong.filter((each) => each.area === area);
    const oldest = ["civil", "passport and others", "residence"].flatMap((area) => of(area).slice(0, 20));
    for (const each of [...oldest, ...of("law")]) assert.equal(said(each), "error", `${each.form}: ${each.why}`);
  });

  test("what contradicts itself or says nothing is counted apart", (t) => {
    const { refused, warned, missed } = judged(logic);
    t.diagnostic(`${refused} refused and ${warned} warned of, of ${logic.length}`);
    missed.forEach((each) => t.diagnostic(`not seen: ${each}`));
    assert.equal(refused + warned + missed.length, logic.length);
  });
});

describe("wrong by a law that is known from copies or memory only: warned of at the item, not refused", () => {
  for (const each of unread)
    test(`${each.form}: ${each.why}`, () => {
      assert.notEqual(each.mark, "read");
      assert.equal(said(each), "warning", each.law);
      assert.ok(validate(each.form, each.answers, { on: each.on }).ok);
    });
});

/** Of each set the least share that is seen; docs/measured.md says what the first run was. */
const LEAST = /** @type {Record<string, number>} */ ({ "blind.json": 0.95, "blind-2.json": 0.78 });

for (const set of blind)
  describe(`applications written by somebody who has not seen the rules (${set.name})`, () => {
    const item = (/** @type {string} */ path) => path.replaceAll(/\[\d+\]/g, "");

    test("none of the right ones is refused", (t) => {
      const warned = set.right.filter(({ form, on, answers, why }) => {
        const { ok, findings } = validate(form, answers, { on, locale: "en" });
        assert.deepEqual([form, why, ok], [form, why, true], JSON.stringify(findings));
        return findings.some(({ severity }) => severity === "warning");
      });
      t.diagnostic(`${warned.length} of ${set.right.length} right ones are warned of something`);
    });

    test("of the wrong ones as many as before are refused or warned of at the right item", (t) => {
      const results = set.wrong.map((each) => {
        const { findings } = validate(each.form, each.answers, { on: each.on, locale: "en" });
        const here = findings.filter(({ path }) => each.at.some((at) => item(at) === item(path)));
        return { each, said: ["error", "warning"].find((wanted) => here.some(({ severity }) => severity === wanted)) };
      });
      const count = (/** @type {string} */ wanted) => results.filter(({ said }) => said === wanted).length;
      t.diagnostic(`${count("error")} refused and ${count("warning")} warned of, of ${set.wrong.length}`);
      const missed = results.filter(({ said }) => !said).map(({ each }) => `${each.form}: ${each.why} (${each.at})`);
      missed.forEach((each) => t.diagnostic(`not seen: ${each}`));
      assert.ok((count("error") + count("warning")) / set.wrong.length >= (LEAST[set.name] ?? 1), missed.join("\n"));
    });

    test("each entry that is counted apart says what its author misunderstood", () => {
      for (const { fault } of set.mistaken) assert.ok(fault.length > 20, fault);
    });
  });
