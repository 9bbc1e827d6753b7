// What may be a draft: hostile ones are refused whole before they are drawn or kept; none carries a seal or evidence.

import assert from "node:assert/strict";
import { test } from "node:test";

import { draftOfFile, soundDraft } from "../../www/elements/draft-check.js";

/** As the form's element keeps it. */
const honest = () => ({
  step: "section:applicant",
  trail: ["how", "scan"],
  readings: [
    {
      source: "qr",
      kind: "cccd2021",
      person: { pin: "001090000017", fullName: "Nguyễn Văn Mẫu" },
      findings: [{ code: "identity.expired", severity: "warning", path: "person.expiryDate", message: "…" }],
      assurance: "wellFormed",
    },
  ],
  role: "applicant",
  back: "",
  answers: {
    fullName: "Nguyễn Văn Mẫu",
    declarantIsHead: true,
    newAddress: { text: "Số 1", commune: "Xã Mẫu" },
    members: [{ fullName: "Trần Thị Mẫu", address: { text: "x" } }],
    papers: ["a", "b"],
  },
  filled: { pin: { value: "001090000017", entry: { source: "qr", field: "pin" } } },
  conflicts: [{ path: "birthDate", kept: "1991-01-01", offered: "1990-02-28", source: "qr", overwritten: false }],
  chosen: { birthDate: "kept" },
  questions: { residence: { question: "?", original: "x", candidates: [{ code: "1", commune: "a", province: "b" }] } },
  assurance: "wellFormed",
  raw: { birthDate: ["28", "2", "1990"] },
  papers: { consent: true },
});

test("an honest draft is taken as it is", () => {
  assert.deepEqual(soundDraft(honest()), honest());
});

test("no draft carries a seal, and none goes on at the end", () => {
  const sealed = { ...honest(), step: "done", sealed: { form: "ct01", digest: { value: "0".repeat(64) } } };
  const draft = soundDraft(sealed);
  assert.equal(draft?.step, "review");
  assert.equal("sealed" in /** @type {any} */ (draft), false);
});

test("what comes out of a file is as good as typed", () => {
  const draft = draftOfFile({ ...honest(), assurance: "genuine", step: "read" });
  assert.deepEqual(draft?.answers, honest().answers);
  const { readings, cards, filled, conflicts, assurance, step } = /** @type {any} */ (draft);
  assert.deepEqual([readings, cards, filled, conflicts, assurance, step], [[], [], {}, [], "none", "how"]);
});

/** A value within lists. @param {number} levels */
function nested(levels) {
  /** @type {any} */ let value = "x";
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

/** @type {[string, any][]} */
const HOSTILE = [
  ["a list", []],
  ["a number", 7],
  ["null", null],
  ["a conflict of nothing", { conflicts: [null] }],
  ["a conflict without a path", { conflicts: [{}] }],
  ["conflicts that are a text", { conflicts: "x" }],
  ["rows of nothing", { answers: { members: [null] } }],
  ["rows of rows", { answers: { members: [[{}]] } }],
  ["answers within answers within answers", { answers: { newAddress: { text: { text: {} } } } }],
  ["two hundred levels", { answers: { to: nested(200) } }],
  ["a step that is an object", { step: {} }],
  ["a trail of objects", { trail: [{}] }],
  ["a reading of nothing", { readings: [null] }],
  ["a reading from nowhere", { readings: [{ source: "nfc", person: {} }] }],
  ["a reading whose name is an object", { readings: [{ source: "qr", person: { fullName: {} } }] }],
  ["a reading with findings of nothing", { readings: [{ source: "qr", person: {}, findings: [null] }] }],
  ["a reading with a name of a megabyte", { readings: [{ source: "qr", person: { fullName: "x".repeat(1 << 20) } }] }],
  ["a card without readings", { cards: [{}] }],
  ["a provenance without an entry", { filled: { pin: { value: "1" } } }],
  ["a provenance of nothing", { filled: { pin: null } }],
  ["a question without candidates", { questions: { residence: { question: "?", original: "x" } } }],
  [
    "a question with a candidate of nothing",
    { questions: { r: { question: "?", original: "x", candidates: [null] } } },
  ],
  ["a date of objects", { raw: { birthDate: [{}] } }],
  ["choices that are lists", { chosen: { a: [] } }],
  ["a text of a megabyte", { answers: { to: "x".repeat(1 << 20) } }],
  ["a hundred thousand rows", { answers: { members: Array.from({ length: 100_000 }, () => ({})) } }],
  ["a prototype", JSON.parse('{"answers":{"__proto__":{"polluted":true}}}')],
];

for (const [name, part] of HOSTILE) {
  test(`${name} is no draft`, () => {
    const draft = typeof part === "object" && part && !Array.isArray(part) ? { ...honest(), ...part } : part;
    assert.equal(soundDraft(draft), undefined);
    assert.equal(draftOfFile(draft), undefined);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });
}

test("a part that this version does not know is kept, within the bounds", () => {
  assert.deepEqual(soundDraft({ ...honest(), later: { a: [1] } })?.later, { a: [1] });
});
