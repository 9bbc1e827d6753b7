// The built package: a card's residence in units that are no more, in a form.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, describe, test } from "node:test";

import init, { loadUnits, prefill, seal, validate } from "cancuoc";

const on = "2026-11-21";
const card = (/** @type {string} */ residence, issueDate = "2022-05-05") =>
  /** @type {any} */ ({
    person: {
      pin: "001090000017",
      fullName: "Nguyễn Văn Mẫu",
      birthDate: "1990-02-28",
      sex: "male",
      residence,
      issueDate,
    },
    source: "qr",
    kind: "cccd2021",
    findings: [],
    assurance: "wellFormed",
  });
const codes = (/** @type {any} */ { findings }, /** @type {string} */ path) =>
  findings.filter((/** @type {any} */ one) => one.path === path).map((/** @type {any} */ one) => one.code);

before(() => init());

describe("a residence of before 01/07/2025", () => {
  test("stays as it is while the units are not loaded", () => {
    const filled = prefill("dc02", card("Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh"), {}, { on });
    assert.equal(filled.answers.residence, "Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh");
    assert.deepEqual(codes(filled, "residence"), ["form.prefill_old_address"]);
  });

  describe("with the units", () => {
    before(() => loadUnits(readFileSync(createRequire(import.meta.url).resolve("cancuoc/units"))));

    test("is converted, and the provenance says from what and by which resolution", () => {
      const filled = prefill("dc02", card("Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh"), {}, { on, locale: "en" });
      assert.equal(filled.answers.residence, "Số 5, Phường Sài Gòn, Thành phố Hồ Chí Minh");
      assert.deepEqual(filled.provenance.residence, {
        source: "qr",
        field: "residence",
        role: "applicant",
        value: "Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh",
        converted: {
          to: "Số 5, Phường Sài Gòn, Thành phố Hồ Chí Minh",
          code: "26740",
          basis: { document: "Nghị quyết 202/2025/QH15 và các nghị quyết của UBTVQH", status: "read" },
        },
      });
      assert.deepEqual(codes(filled, "residence"), ["address.converted"]);
      assert.ok(Object.isFrozen(filled.answers) && !("questions" in filled));
    });

    test("of a divided commune is asked about, not guessed", () => {
      const text = "Số 2, Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội";
      const filled = prefill("dc02", card(text), {}, { on, locale: "en" });
      assert.equal(filled.answers.residence, text);
      assert.match(filled.questions?.[0]?.question ?? "", /divided/);
      assert.deepEqual(
        [filled.questions?.[0]?.path, filled.questions?.[0]?.candidates.map(({ commune }) => commune)],
        ["residence", ["Phường Nghĩa Đô", "Phường Cầu Giấy"]],
      );
      assert.ok(codes(filled, "residence").includes("address.divided"));
      assert.ok(!(/** @type {any} */ (filled.provenance.residence).converted));
    });

    test("that names today's units already is left alone", () => {
      const filled = prefill("dc02", card("Số 1, Phường Sài Gòn, Thành phố Hồ Chí Minh"), {}, { on });
      assert.equal(filled.answers.residence, "Số 1, Phường Sài Gòn, Thành phố Hồ Chí Minh");
      assert.deepEqual(codes(filled, "residence"), []);
    });

    test("does not touch what was typed, and nothing before the units' day", () => {
      const text = "Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh";
      const typed = prefill("dc02", card(text), { residence: "Ấp 1, Xã Mẫu, Tỉnh Mẫu" }, { on });
      assert.equal(typed.answers.residence, "Ấp 1, Xã Mẫu, Tỉnh Mẫu");
      assert.equal(typed.conflicts[0]?.offered, text);
      assert.equal(prefill("dc02", card(text), {}, { on: "2025-06-30" }).answers.residence, text);
    });

    test("is sealed with its provenance", () => {
      const asked = { authority: "Công an phường Mẫu", procedures: ["issueOrReplace"], signedAt: "Mẫu", signedOn: on };
      const { answers, provenance } = prefill("dc02", card("Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh"), asked, {
        on,
      });
      assert.deepEqual(validate("dc02", answers, { on }).findings, []);
      const sealed = seal(
        "dc02",
        answers,
        { provenance, assurance: "wellFormed", sealedAt: "2026-11-21T10:00:00+07:00" },
        { on },
      );
      assert.equal(/** @type {any} */ (sealed.provenance.residence).converted.code, "26740");
    });
  });
});
