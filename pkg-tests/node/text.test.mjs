// The built package: text that was read in the wrong encoding, with the platform's own decoders.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, { decodeText, readQr, repairText } from "cancuoc";

const on = "2026-11-22";
const NAME = "Huỳnh Hiếu Thuận";
const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
const misread = (/** @type {string} */ text, /** @type {string} */ charset) =>
  new TextDecoder(charset).decode(utf8(text));

before(() => init());

describe("repairText", () => {
  test("undoes what TextDecoder does in the encodings that scanners guess", () => {
    assert.deepEqual(repairText("Nguyá»…n VÄƒn Máº«u", { on }).text, "Nguyễn Văn Mẫu");
    // Node 20 decodes windows-1252 as ISO 8859-1; the browsers do not.
    for (const from of ["iso-8859-1", "big5", "shift_jis", "gb18030"]) {
      const texts = [
        "Nguyễn Mẫu",
        "Huỳnh Hiếu Thuận",
        "Hà Nội",
        "Trần Thanh Hương",
        "Đặng Kiều Oanh",
        "Vũ Xuân Trường",
      ];
      const kept = texts.filter((text) => !misread(text, from).includes("\ufffd"));
      assert.ok(kept.length > 0, from);
      for (const text of kept) {
        const { text: back, repaired, lossy, from: charset } = repairText(misread(text, from), { on });
        assert.deepEqual(
          { back, repaired, lossy, charset: charset.replace("windows-1252", "iso-8859-1") },
          { back: text, repaired: true, lossy: false, charset: from },
        );
      }
    }
  });

  test("undoes Big5 of either kind: that of browsers and that of Windows, which Node has", () => {
    for (const [shown, text] of [
      ["Tr\u{f6c0}\u{f6b1}ng Thi\u{5ed9}\u{f294}", "Trương Thiện"],
      ["Tr⑹①ng Ph\u{5ed5}\u{300a}", "Trương Phạm"],
    ])
      assert.deepEqual([repairText(shown, { on }).text, repairText(shown, { on }).from], [text, "big5"]);
  });

  test("leaves right text alone, Chinese and Japanese too", () => {
    for (const text of [
      NAME,
      "NGUYỄN THỊ MẪU",
      "H’Hen Niê",
      "王小明",
      "山田 太郎 (Yamada Tarō)",
      "ﾔﾏﾀﾞ ﾀﾛｳ",
      "José Müller",
      "A型 B王",
      "",
    ]) {
      assert.deepEqual(repairText(text, { on }), { text, from: "utf-8", repaired: false, lossy: false, findings: [] });
    }
  });

  test("says what was lost, in the language asked for", () => {
    const { lossy, findings } = repairText("Nguy\ufffdn", { on, locale: "en" });
    assert.equal(lossy, true);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["text.lossy"],
    );
    assert.match(findings[0].message, /Scan again/);
  });

  test("throws at misuse and above the limit only", () => {
    assert.throws(() => repairText(/** @type {any} */ (1)), { code: "input.type" });
    assert.throws(() => repairText("x".repeat((1 << 20) + 1)), { code: "limit.input" });
    for (const text of ["Nguy廙".repeat(100_000), "Ã".repeat(1 << 19), "\ud800", "á»".repeat(200_000)])
      repairText(text, { on });
  });
});

describe("decodeText", () => {
  test("reads UTF-8 and older encodings", () => {
    assert.equal(decodeText(utf8(NAME), { on }).from, "utf-8");
    const tcvn3 = decodeText(
      Uint8Array.from([0x4e, 0x67, 0x75, 0x79, 0xd4, 0x6e, 0x20, 0x56, 0xa8, 0x6e, 0x20, 0x4d, 0xc9, 0x75]),
      { on },
    );
    assert.deepEqual([tcvn3.text, tcvn3.from, tcvn3.repaired], ["Nguyễn Văn Mẫu", "tcvn3", true]);
    assert.deepEqual(
      tcvn3.findings.map(({ code }) => code),
      ["text.legacy_encoding"],
    );
  });
});

describe("readQr", () => {
  const card = `001199999999|012345678|${NAME}|01011999|Nữ|Phường Mẫu, Quận Mẫu, Hưng Yên|01012022`;
  test("reads a payload that another scanner misread", () => {
    for (const from of ["windows-1252", "iso-8859-1"]) {
      const read = readQr(misread(card, from), { on });
      assert.equal(read.person.fullName, NAME, from);
      assert.equal(read.charset.repaired, true);
    }
    const read = readQr(`001199999999|012345678|${misread(NAME, "big5")}|01011999|Nam|Kon Tum|01012022`, { on });
    assert.deepEqual([read.person.fullName, read.charset], [NAME, { from: "big5", repaired: true }]);
    assert.ok(read.findings.some(({ code }) => code === "text.repaired"));
  });
});
