// The built package: forms, from the description to the check on the server.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, {
  CanCuocError,
  checkSealed,
  describeForm,
  listForms,
  listServices,
  prefill,
  readQr,
  seal,
  validate,
} from "cancuoc";

const on = "2026-11-21";
const IDENTITY = {
  person: { pin: "001090000017", fullName: "Nguyễn Văn Mẫu", birthDate: "1990-02-28", sex: "male" },
  fields: { pin: { value: "001090000017", source: "qr", agreement: "single", others: [] } },
  assurance: "wellFormed",
  findings: [],
};
const ASKED = { to: "Công an phường Mẫu", procedure: "confirm", request: "Xác nhận thông tin về cư trú" };
const sealedAt = "2026-11-21T10:00:00+07:00";

before(() => init());

const sealed = (/** @type {any} */ more = {}) => {
  const { answers, provenance } = /** @type {any} */ (prefill("ct01", /** @type {any} */ (IDENTITY), ASKED, { on }));
  return seal("ct01", { ...answers, ...more }, { provenance, assurance: "wellFormed", sealedAt }, { on });
};

describe("forms", () => {
  test("a licence's QR fills in what the licence says of itself", () => {
    const licence = readQr("790123456789;NGUYỄN VĂN MẪU;01011990;B;01012026;01012036;Thành phố Hồ Chí Minh", { on });
    assert.deepEqual(prefill("gplx", licence, {}, { on }).answers, {
      fullName: "NGUYỄN VĂN MẪU",
      birthDate: "1990-01-01",
      heldClass: "B",
      licenceNumber: "790123456789",
      licenceIssuer: "Thành phố Hồ Chí Minh",
      licenceIssued: "2026-01-01",
      licenceExpiry: "2036-01-01",
    });
  });

  test("the day chooses the version", () => {
    const [after, before] = [describeForm("ct01", { on }), describeForm("ct01", { on: "2026-06-30" })];
    assert.equal(after.effectiveFrom, "2026-07-01");
    assert.equal(before.effectiveTo, "2026-06-30");
    assert.ok(listForms({ on }).some(({ id, title }) => id === "ct01" && title.includes("CT01")));
    assert.ok(!listForms({ on: "2020-01-01" }).some(({ id }) => id === "ct01"));
    assert.throws(() => describeForm("ct01", { on: "2020-01-01" }), { code: "form.unknown" });
    assert.throws(() => describeForm("__proto__", { on }), { code: "form.unknown" });
    assert.ok(Array.isArray(listServices({ on })));
  });

  test("words follow the locale, and results are frozen", () => {
    const [vi, en] = ["vi", "en"].map((locale) => describeForm("ct01", { on, locale: /** @type {any} */ (locale) }));
    assert.match(/** @type {any} */ (vi).notice, /Biểu mẫu dựng thử/);
    assert.match(/** @type {any} */ (en).notice, /trial form/);
    assert.ok(Object.isFrozen(vi) && Object.isFrozen(vi.sections[0]));
  });

  test("a card fills in, what was typed stays, the difference is shown", () => {
    const typed = { ...ASKED, fullName: "NGUYỄN VĂN MẪU", birthDate: "1991-01-01" };
    const filled = prefill("ct01", /** @type {any} */ (IDENTITY), typed, { on });
    assert.equal(filled.answers.pin, "001090000017");
    assert.equal(filled.answers.fullName, "NGUYỄN VĂN MẪU");
    assert.equal(filled.answers.birthDate, "1991-01-01");
    assert.deepEqual(
      filled.conflicts.map(({ path, kept, offered }) => ({ path, kept, offered })),
      [{ path: "birthDate", kept: "1991-01-01", offered: "1990-02-28" }],
    );
    assert.equal(/** @type {any} */ (filled.provenance.pin).source, "qr");
    assert.ok(!("birthDate" in filled.provenance));
    const over = prefill("ct01", /** @type {any} */ (IDENTITY), typed, { on, overwrite: true });
    assert.equal(over.answers.birthDate, "1990-02-28");
  });

  test("a child's card fills the next row of the members", () => {
    const child = {
      ...IDENTITY,
      person: { pin: "001315000018", fullName: "Nguyễn Thị Bé", birthDate: "2015-03-04", sex: "female" },
    };
    const first = prefill("ct01", /** @type {any} */ (child), ASKED, { on, role: "child" });
    const again = prefill("ct01", /** @type {any} */ (child), first.answers, { on, role: "child" });
    assert.deepEqual(again.answers.members, [
      { fullName: "Nguyễn Thị Bé", birthDate: "2015-03-04", sex: "female", pin: "001315000018" },
    ]);
    assert.ok("members[0].pin" in again.provenance);
    assert.throws(() => prefill("ct01", /** @type {any} */ (child), {}, { on, role: "nobody" }), { code: "form.role" });
  });

  test("findings name the field, in words, with the provision", () => {
    const { ok, findings } = validate("ct01", { ...ASKED, pin: "123", procedure: "temporary" }, { on, locale: "en" });
    assert.equal(ok, false);
    const pin = findings.find(({ path }) => path === "pin");
    assert.equal(pin?.code, "form.wrong_pin");
    assert.match(pin?.message ?? "", /12 digits/);
    const missing = findings.find(({ path }) => path === "newAddress");
    assert.deepEqual([missing?.code, missing?.basis?.status], ["form.missing", "read"]);
  });

  test("the printed page asks for the signatures that are needed", () => {
    const needed = (/** @type {any} */ answers) => {
      const { signatures } = validate("ct01", answers, { on });
      const print = /** @type {any} */ (describeForm("ct01", { on, locale: "en" })).print;
      return signatures.map((index) => print.signatures[index].title);
    };
    assert.deepEqual(needed({ procedure: "confirm", birthDate: "2010-05-05", declarantIsHead: true }), [
      "THE PARENT OR GUARDIAN",
      "THE DECLARANT",
    ]);
    assert.deepEqual(needed({ procedure: "permanent", birthDate: "1990-02-28" }), [
      "THE HEAD OF THE HOUSEHOLD",
      "THE OWNERS OR WHO REPRESENTS THEM",
      "THE DECLARANT",
    ]);
  });

  test("any JSON is answered", () => {
    for (const answers of [
      null,
      1,
      "x",
      [],
      [[]],
      { pin: {} },
      { members: 1 },
      { members: [1, null, []] },
      JSON.parse('{"__proto__":{"a":1}}'),
      { pin: NaN },
      { to: "x".repeat(1 << 20) },
    ]) {
      assert.equal(validate("ct01", /** @type {any} */ (answers), { on }).ok, false);
    }
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key${index}`, index]));
    assert.ok(validate("ct01", many, { on }).findings.length < 60);
    const deep = JSON.parse("[".repeat(1000) + "]".repeat(1000));
    assert.throws(() => validate("ct01", deep, { on }), CanCuocError);
    const round = /** @type {any} */ ({});
    round.round = round;
    assert.throws(() => validate("ct01", round, { on }), { code: "input.type" });
    assert.throws(() => validate("ct01", {}, { on: "2026-02-30" }), { code: "options.on" });
  });
});

describe("the seal", () => {
  test("holds, and the server's check runs every rule again", () => {
    const application = /** @type {any} */ (sealed());
    assert.deepEqual(
      [application.form, application.on, application.sealedAt, application.assurance],
      ["ct01", on, sealedAt, "wellFormed"],
    );
    assert.match(application.digest.value, /^[0-9a-f]{64}$/);
    const check = checkSealed(application, { on: "2026-11-22" });
    const claims = { assurance: "unproved", provenance: "unproved" };
    assert.deepEqual(check, { ok: true, digest: "match", findings: [], claims });
    assert.deepEqual(checkSealed(JSON.stringify(application), { on: "2026-11-22" }), check);
  });

  test("an application with errors is not sealed", () => {
    assert.throws(
      () => sealed({ pin: "1" }),
      (error) =>
        error instanceof CanCuocError &&
        error.code === "seal.not_ok" &&
        error.message.includes("form.wrong_pin at pin"),
    );
    assert.throws(() => seal("ct01", ASKED, /** @type {any} */ ({}), { on }), { code: "seal.sealed_at" });
  });

  test("every changed leaf is found", async () => {
    const application = /** @type {any} */ (sealed());
    const leaves = (/** @type {any} */ value, /** @type {string[]} */ path = []) =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
        : [path];
    for (const path of leaves(application)) {
      const changed = structuredClone(application);
      const parent = path.slice(0, -1).reduce((value, name) => value[name], changed);
      const last = /** @type {string} */ (path.at(-1));
      parent[last] = typeof parent[last] === "string" ? `${parent[last]}0` : !parent[last];
      const check = checkSealed(changed, { on: "2026-11-22" });
      assert.deepEqual([path.join("."), check.ok, check.digest], [path.join("."), false, "mismatch"]);
    }
  });

  test("a forged digest does not help", async () => {
    const forged = async (/** @type {(application: any) => void} */ change) => {
      const application = /** @type {any} */ (structuredClone(sealed()));
      change(application);
      const { digest: _, ...rest } = application;
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical(rest))));
      application.digest.value = Buffer.from(bytes).toString("hex");
      return checkSealed(application, { on: "2026-11-22" });
    };
    const codes = async (/** @type {(application: any) => void} */ change) => {
      const check = await forged(change);
      assert.equal(check.digest, "match");
      return check.ok
        ? ["ok"]
        : check.findings.filter(({ severity }) => severity === "error").map(({ code, path }) => `${code} ${path}`);
    };
    assert.deepEqual(await codes(() => {}), ["ok"]);
    assert.deepEqual(
      await codes((it) => {
        it.answers.pin = "1";
      }),
      ["form.wrong_pin pin"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.answers.extra = "1";
      }),
      ["form.unknown_field extra"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.extra = "1";
      }),
      ["form.unknown_field extra"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.answers.stayFrom = "2026-11-01";
      }),
      ["form.hidden_answer stayFrom"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.version = "2025-07-01.1";
      }),
      ["form.other_version version"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.on = "2026-06-30";
        it.sealedAt = "2026-06-30T10:00:00Z";
      }),
      ["form.other_version version"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.on = "2027-01-01";
      }),
      ["form.sealed_later on"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.form = "ct99";
      }),
      ["form.unknown_form form"],
    );
    assert.deepEqual(
      await codes((it) => {
        it.provenance.headName = { source: "chip" };
      }),
      ["form.unknown_field provenance.headName"],
    );
    assert.deepEqual(
      await codes((it) => {
        delete it.assurance;
      }),
      ["form.not_sealed assurance"],
    );
  });

  test("what is no application is answered", () => {
    for (const application of [null, 1, "{}", [], {}, { form: "ct01" }]) {
      const check = checkSealed(application, { on });
      assert.deepEqual([check.ok, check.digest], [false, "mismatch"]);
    }
  });
});

/** RFC 8785 for values without numbers that JSON.stringify writes otherwise. @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join(",")}}`;
}
