// The built package: readQr, readTyped, checkPin, reconcile as JavaScript sees them.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, { CanCuocError, checkPin, readAccount, readMrz, readQr, readTyped, reconcile } from "cancuoc";

const on = "2026-11-22";
const CARD = "001199999999|012345678|Nguyễn Thị Mẫu|01011999|Nữ|Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội|01012022";

before(() => init());

describe("readQr", () => {
  test("gives the same for bytes and for text, frozen", () => {
    const fromBytes = readQr(new TextEncoder().encode(CARD), { on });
    const fromText = readQr(CARD, { on });
    assert.deepEqual(fromBytes.person, fromText.person);
    assert.deepEqual(fromText.person, {
      pin: "001199999999",
      oldId: "012345678",
      fullName: "Nguyễn Thị Mẫu",
      birthDate: "1999-01-01",
      sex: "female",
      residence: "Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội",
      issueDate: "2022-01-01",
      expiryDate: "2039-01-01",
    });
    assert.deepEqual(fromBytes.charset, { from: "utf-8", repaired: false });
    assert.equal(fromText.assurance, "wellFormed");
    assert.throws(() => {
      /** @type {any} */ (fromText.person).pin = "x";
    }, TypeError);
  });

  test("takes a view into a bigger buffer and an ArrayBuffer", () => {
    const bytes = new TextEncoder().encode(`xx${CARD}\r\n`);
    assert.equal(readQr(bytes.subarray(2), { on }).kind, "cccd2021");
    assert.equal(readQr(/** @type {any} */ (bytes.buffer.slice(2)), { on }).kind, "cccd2021");
  });

  test("answers anything of up to 1 MB and refuses more", () => {
    for (const payload of ["", "\0", "|".repeat(1 << 20), "x".repeat(1 << 20), "\ud800|\udfff", ";".repeat(50_000)]) {
      const read = readQr(payload, { on });
      assert.equal(read.kind, "unknown");
      assert.equal(read.assurance, "none");
    }
    assert.throws(() => readQr("x".repeat((1 << 20) + 1), { on }), { name: "CanCuocError", code: "limit.input" });
    assert.throws(() => readQr("ữ".repeat(500_000), { on }), { code: "limit.input" });
    assert.throws(() => readQr(/** @type {any} */ (7), { on }), { code: "input.type" });
  });

  test("speaks both languages with the same codes", () => {
    const [vi, en] = ["vi", "en"].map(
      (locale) => readQr("hello", { on, locale: /** @type {any} */ (locale) }).findings,
    );
    assert.deepEqual(
      vi?.map(({ code }) => code),
      en?.map(({ code }) => code),
    );
    assert.notEqual(vi?.[0]?.message, en?.[0]?.message);
  });

  test("an impossible day is misuse", () => {
    for (const day of ["2026-02-30", "today", "", 5]) {
      assert.throws(
        () => readQr(CARD, /** @type {any} */ ({ on: day })),
        (error) => error instanceof CanCuocError && error.code === "options.on",
      );
    }
  });
});

describe("checkPin", () => {
  test("explains the digits; warnings leave it ok", () => {
    const checked = checkPin("015099000001", { on });
    assert.deepEqual(checked.place, { code: "015", names: ["Yên Bái", "Lào Cai"] });
    assert.deepEqual([checked.ok, checked.sex, checked.birthYear], [true, "male", 1999]);
    assert.equal(checkPin("999999999999", { on }).ok, true);
    assert.equal(checkPin("12345", { on }).ok, false);
    assert.throws(() => checkPin(/** @type {any} */ (12345), { on }), { code: "input.type" });
  });
});

describe("reconcile", () => {
  test("keeps the better source and shows the difference", () => {
    const qr = readQr(CARD, { on });
    const typed = readTyped({ pin: "001199999999", fullName: "Nguyen Thi Mau" }, { on });
    assert.equal(typed.assurance, "none");
    const identity = reconcile([typed, qr], { on });
    assert.deepEqual(identity, reconcile([qr, typed], { on }));
    assert.equal(identity.assurance, "wellFormed");
    assert.equal(identity.fields.fullName?.value, "Nguyễn Thị Mẫu");
    assert.equal(identity.fields.fullName?.agreement, "differ");
    assert.deepEqual(
      identity.fields.fullName?.others.map(({ value, source }) => ({ value, source })),
      [{ value: "Nguyen Thi Mau", source: "typed" }],
    );
    assert.deepEqual(reconcile([qr], { on }).quality, { correct: true, complete: true, clean: true, current: true });
  });

  test("takes anything in the list, and only a list", () => {
    const identity = reconcile(/** @type {any} */ ([null, 3, {}, { source: "qr", person: [] }]), { on });
    assert.equal(identity.assurance, "none");
    assert.throws(() => reconcile(/** @type {any} */ ({}), { on }), { code: "input.type" });
  });
});

describe("readMrz", () => {
  const LINES = "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<";

  test("reads a card, and with its QR code the two are consistent", () => {
    const zone = readMrz(LINES.toLowerCase().replaceAll("\n", ""), { on });
    assert.equal(zone.kind, "td1Vnm");
    assert.deepEqual(new Set(Object.values(zone.checkDigits)), new Set(["ok"]));
    assert.equal(reconcile([zone, readQr(CARD, { on })], { on }).assurance, "consistent");
  });

  test("offers the one correction that fits, and does not apply it", () => {
    const zone = readMrz(LINES.replace("VNM1", "VNMI"), { on });
    assert.equal(zone.assurance, "none");
    assert.equal(zone.checkDigits.documentNumber, "mismatch");
    assert.equal(zone.suggestion, LINES);
    assert.equal(zone.lines[0]?.[5], "I");
  });

  test("answers anything of up to 1 MB and refuses more", () => {
    for (const text of ["", "\n".repeat(1 << 20), "<".repeat(1 << 20), "\ud800"])
      assert.equal(readMrz(text, { on }).assurance, "none");
    assert.throws(() => readMrz("<".repeat((1 << 20) + 1), { on }), { code: "limit.input" });
  });
});

describe("readAccount", () => {
  test("is no evidence, and its words do not say that somebody typed it", () => {
    const account = readAccount({ fullName: "Nguyễn Thị Mẫu", pin: "001199999999" }, { on });
    assert.equal(account.source, "account");
    assert.equal(account.assurance, "none");
    const { assurance, fields, findings } = reconcile([account], { on });
    assert.equal(assurance, "none");
    assert.equal(fields.fullName?.source, "account");
    assert.ok(!findings.some(({ code }) => code === "identity.typed_only"));
  });
});
