// What server.wasm is asked in every runtime, and what the package says to it: all applications of the corpus, and
// every other function at least once.

import { readFileSync, readdirSync } from "node:fs";

import init, * as core from "cancuoc";
import initChip, * as chip from "cancuoc/chip";

import { right, unread, wrong } from "../wrong-applications/read.mjs";

/** @typedef {{ call: string, args: any[] }} Request as JSON has it */
/** @typedef {{ request: Request, expect: any }} Call `expect` is the whole answer; of an error only its code */

const root = new URL("../../", import.meta.url);
const json = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const bytes = (/** @type {string} */ path) => new Uint8Array(readFileSync(new URL(path, root)));
const on = "2026-11-21";

/** What the package threw, or gave, as JSON has it. @returns {Promise<Call[]>} */
export async function calls() {
  await Promise.all([init(), initChip()]);
  await core.fetchUnits();
  const functions = /** @type {Record<string, (...args: any[]) => any>} */ ({ ...core, ...chip });
  return [...forms(functions), ...others()].map(([call, ...args]) => {
    const request = { call, args: args.map((value) => ofBytes(value, call === "readQr")) };
    try {
      return { request, expect: { ok: ofBytes(functions[call]?.(...args)) } };
    } catch (error) {
      if (!(error instanceof core.CanCuocError)) throw error;
      return { request, expect: { error: { code: error.code } } };
    }
  });
}

/** The answer as `expect` has it. @param {any} answer */
export function comparable(answer) {
  return answer.error ? { error: { code: answer.error.code } } : answer;
}

/**
 * Bytes as base64, and nothing that JSON does not hold.
 * @param {any} value
 * @param {boolean} [named] where a text may stand, too
 * @returns {any}
 */
function ofBytes(value, named = false) {
  if (value instanceof Uint8Array) {
    const base64 = Buffer.from(value).toString("base64");
    return named ? { base64 } : base64;
  }
  if (Array.isArray(value)) return value.map((item) => ofBytes(item));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, ofBytes(member)]));
}

/** @param {Record<string, (...args: any[]) => any>} functions @returns {any[][]} */
function forms(functions) {
  const context = { assurance: "none", sealedAt: "2026-11-21T09:00:00+07:00" };
  const folders = readdirSync(new URL("packs", root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const examples = folders.flatMap(({ name }) => {
    const { accept } = json(`packs/${name}/examples.json`);
    return accept.map((/** @type {any} */ own) => ({ form: name, on: own.on, answers: own.answers }));
  });
  const all = [...examples, ...right, ...wrong, ...unread];
  return [
    ...all.flatMap(({ form, on, answers }) => {
      const sealed = sealedOrForged(functions, { form, answers, context, on });
      return [
        ["validate", form, answers, { on, locale: "en" }],
        ["seal", form, answers, context, { on }],
        ["checkSealed", sealed, { on }],
        ["checkSealed", JSON.stringify(sealed), { on, acceptedForms: ["ct01"], maxAgeDays: 1 }],
      ];
    }),
    ...folders.flatMap(({ name }) => [
      ["describeForm", name, { on }],
      ["describeForm", name, { on, locale: "en" }],
      ...["formio", "jsonSchema", "xlsform"].map((format) => ["exportAs", name, format, { on }]),
    ]),
    ...json("pkg-tests/sealed/applications.json").flatMap((/** @type {any} */ application) => [
      ["checkSealed", application, { on: application.on }],
      ["checkSealed", JSON.stringify(application), { on, locale: "en" }],
      ["checkSealed", { ...application, sealedAt: "2026-11-21T08:31:00+07:00" }, { on }],
      ["exportAs", application, "formio", { on }],
    ]),
  ];
}

/**
 * What is wrong is not sealed: a sender who does not care makes it up.
 * @param {Record<string, (...args: any[]) => any>} functions
 * @param {{ form: string, answers: any, context: { assurance: string, sealedAt: string }, on: string }} of
 */
function sealedOrForged({ seal }, { form, answers, context, on }) {
  try {
    return seal?.(form, answers, context, { on });
  } catch {
    const digest = { algorithm: "SHA-256", value: "0".repeat(64) };
    return { form, version: `${on}.1`, on, ...context, answers, provenance: {}, digest };
  }
}

const CARD = "001199000015|123456789|Nguyễn Thị Mẫu|01011999|Nữ|Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh|05052022";
const MRZ = "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<";

/** @returns {any[][]} */
function others() {
  const options = { on };
  const qr = core.readQr(CARD, options);
  const rows = [
    ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Nơi thường trú"],
    ["NGUYỄN VĂN MẪU", { date: "1999-03-05" }, "nam", 36099012345, "Phường Bến Nghé, Quận 1, TP Hồ Chí Minh"],
    [],
    ["Trần Thị Mẫu", "1950", "Nữ", null, "Xã Văn Khê, Huyện Mê Linh, Hà Nội"],
    ["Nguyễn Văn Mẫu", "05/03/1999", "nam", "036099012345", true],
  ];
  const report = core.checkPeople(/** @type {any} */ (rows), options);
  return [
    ...["vi", "en"].map((locale) => ["readQr", CARD, { on, locale }]),
    ["readQr", new TextEncoder().encode(CARD), options],
    // As the decoders of Node show it: their Big5 is not that of the table in server.wasm.
    ...["gb18030", "big5", "shift_jis", "euc-kr", "euc-jp"].flatMap((from) =>
      [CARD, "001099999999||Trương Thiện|01011999|Nam|Phạm Hiền|01012022"].map((card) => [
        "readQr",
        new TextDecoder(from).decode(new TextEncoder().encode(card)),
        options,
      ]),
    ),
    ["readQr", "001099999999||Tr⑹①ng|01011999|Nam|Kon Tum|01012022", options],
    ["readQr", "hello", options],
    ["readQr", 7, options],
    ["readMrz", MRZ, options],
    ["readTyped", { pin: "001199999999", fullName: "Nguyen Thi Mau" }, options],
    ["readTyped", null, options],
    ["readAccount", { pin: "001199000015", fullName: "Nguyễn Thị Mẫu" }, options],
    ...["015099000001", "999999999999", "12345"].map((pin) => ["checkPin", pin, options]),
    ["checkPin", "015099000001", { on: "2026-02-30" }],
    ["checkPin", "015099000001", { on, locale: "fr" }],
    ["checkPin", "015099000001", null],
    ["reconcile", [qr, core.readMrz(MRZ, options), core.readTyped({ fullName: "Nguyen Thi Mau" }, options)], options],
    ["reconcile", [null, 5, {}], options],
    ["reconcile", {}, options],
    ["repairText", "Nguyá»…n VÄƒn Máº«u", options],
    ["decodeText", new TextEncoder().encode("Huỳnh Hiếu Thuận"), options],
    ["decodeText", new Uint8Array([0x4e, 0x67, 0x75, 0x79, 0xd4, 0x45, 0x6e]), options],
    ["listServices", options],
    ["listForms", options],
    ["listForms", { on: "2020-01-01", locale: "en" }],
    ["describeForm", "no-such-form", options],
    ["prefill", "ct01", qr, {}, options],
    ["prefill", "dc02", qr, {}, options],
    ["prefill", "dc02", core.reconcile([qr], options), { residence: "Thôn Mẫu" }, { on, overwrite: true }],
    [
      "prefill",
      "dc02",
      { ...qr, person: { ...qr.person, residence: "Xã Văn Khê, Huyện Mê Linh, Hà Nội" } },
      {},
      options,
    ],
    ["prefill", "ct01", qr, {}, { on, role: "no such role" }],
    ["validate", "ct01", [], options],
    ["seal", "ct01", {}, { sealedAt: "never" }, options],
    ["seal", "ct01", JSON.parse('{"__proto__": 1}'), {}, options],
    ["checkSealed", "no JSON", options],
    ["checkSealed", 5, options],
    ["checkSealed", {}, { on, maxAgeDays: null }],
    ["checkSealed", {}, { on, evidence: 5 }],
    ["attach", "C:\\Giấy tờ\\khai sinh.png", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["exportAs", "ct01", "word", options],
    ["importFrom", "ct01", { data: { birthDate: "1990-02-28T00:00:00+07:00", submit: true } }, options],
    ["parseAddress", "Số 12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh", options],
    ["parseAddress", "ă".repeat(10_001), options],
    ["convertAddress", "Xã Văn Khê, Huyện Mê Linh, Hà Nội", { on, locale: "en" }],
    ["convertAddress", { commune: "Phường Bến Nghé", district: "Quận 1" }, options],
    ["convertAddress", "Phường Sài Gòn, Thành phố Hồ Chí Minh", { on, to: "before2025" }],
    ["convertAddress", "x", { on, to: "x" }],
    [
      "convertAddresses",
      ["P. Bến Nghé, Q1", "12 Lê Lợi, Xã Văn Khê, Huyện Mê Linh, Hà Nội", "", "ă".repeat(10_001)],
      options,
    ],
    ["convertAddresses", ["P. Bến Nghé, Q1", { commune: "Phường Bến Nghé" }, { code: "26740" }], options],
    ["searchUnits", "ba", options],
    ["searchUnits", "ba", { on, limit: 3, province: "Hà Nội" }],
    ["checkPeople", rows, options],
    ["checkPeople", rows, { on, header: true, columns: ["fullName", "birthDate", null, "pin"], locale: "en" }],
    ["checkPeople", [[{ day: 5 }]], options],
    ["comparePeople", report, report, options],
    ["comparePeople", {}, report, options],
    ["personColumns", { on, locale: "en" }],
    ...chips(),
  ];
}

/** @returns {any[][]} */
function chips() {
  const { fixtures } = json("tests/chip/fixtures/manifest.json");
  const loaded = (/** @type {any} */ value, /** @type {string} */ name = "") => {
    if (Array.isArray(value)) return value.map((part) => loaded(part));
    if (typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, loaded(part, key)]));
    return typeof value === "string" && name !== "at" && name !== "origin"
      ? bytes(`tests/chip/fixtures/${value}`)
      : value;
  };
  const options = { on: "2026-06-01", locale: "en" };
  const cards = fixtures.map((/** @type {any} */ { files, trust: { policy, ...trust } }) => [
    "readChip",
    loaded(files),
    { ...loaded(trust), ...(policy && { policy }) },
    options,
  ]);
  const [, files, trust] = cards[0];
  const [{ answers }] = json("packs/ct01/examples.json").accept;
  const sealed = core.seal("ct01", answers, /** @type {any} */ ({ sealedAt: "2026-11-21T09:00:00Z" }), { on });
  return [
    ...cards,
    ["readChip", files, {}, { on: "2026-06-01" }],
    ["readChip", files, trust, { on: "2026-06-01" }],
    ["readChip", files, { at: "then" }, options],
    ["readChip", 5, {}, options],
    ["checkSealed", sealed, { on, evidence: { files, trust } }],
    ...(trust.anchors ?? []).map((/** @type {Uint8Array} */ anchor) => ["describeTrust", anchor]),
    ["describeTrust", new Uint8Array([1, 2, 3])],
  ];
}
