// The functions of the package with their limits, and the shapes of input that may cost most.

import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

import init, * as cancuoc from "cancuoc";
import initChip, { describeTrust, readChip } from "cancuoc/chip";
import { chipFiles } from "cancuoc/chip-files";
import initJp2, { decodeJp2 } from "cancuoc/jp2";
import initScan, { scan, scanFrame } from "cancuoc/scan";

import { Random } from "./random.mjs";
import { bentPictures } from "./pictures.mjs";
import { archive } from "../../archive.mjs";

const on = "2026-11-21";
const options = { on };

export async function ready() {
  await Promise.all([init(), initChip(), initJp2(), initScan()]);
  await cancuoc.fetchUnits();
}

/** Letters and words that some function looks at twice. */
const LETTERS = [
  ...[
    "a",
    "ấ",
    "\u0301",
    "\u0334",
    "a\u0323\u0302",
    "Đ",
    "\u0110",
    "0",
    "9",
    "|",
    ";",
    "<",
    "\n",
    " ",
    ",",
    ".",
    "-",
    "/",
    "$",
    "'",
  ],
  ...[
    "\ufffd",
    "Ã",
    "á»",
    "Ä\u0090",
    "Æ°",
    "\u0080",
    "%E1",
    "&#7845;",
    "=?",
    "漢",
    "ﾃ",
    "\u200b",
    "\u00a0",
    "ng",
    "TCVN",
    "µ",
  ],
  ...[
    "P.",
    "Q.",
    "tp ",
    "Phường ",
    "Quận 1, ",
    "xã Mẫu, ",
    "Hà Nội ",
    "Thị trấn ",
    "đường 3/2 ",
    "số 1 ",
    "01011990",
    "001090000017",
  ],
  ...["4e677579e1bb856e", "IDVNM", "<<", "O", "http://", "\ud83d\ude00", "\u0e01", "ấ1", "Nguyễn ", "T.", "(", "Ấp "],
];

const long = (/** @type {number} */ bytes) => `${bytes.toLocaleString("en")} characters`;

/** Functions of one text. */
export function texts() {
  const letters = LETTERS;
  const all = [
    { name: "readQr", largest: 1 << 20, run: (/** @type {string} */ text) => cancuoc.readQr(text, options) },
    { name: "readMrz", largest: 1 << 20, run: (/** @type {string} */ text) => cancuoc.readMrz(text, options) },
    { name: "checkPin", largest: 1 << 20, run: (/** @type {string} */ text) => cancuoc.checkPin(text, options) },
    {
      name: "readTyped, a name",
      largest: 1 << 20,
      run: (/** @type {string} */ fullName) => cancuoc.readTyped({ fullName }, options),
    },
    {
      name: "readTyped, a residence",
      largest: 1 << 20,
      run: (/** @type {string} */ residence) => cancuoc.readTyped({ residence }, options),
    },
    { name: "repairText", largest: 1 << 20, run: (/** @type {string} */ text) => cancuoc.repairText(text, options) },
    {
      name: "decodeText",
      largest: 1 << 19,
      run: (/** @type {string} */ text) => cancuoc.decodeText(new TextEncoder().encode(text), options),
    },
    { name: "parseAddress", largest: 10_000, run: (/** @type {string} */ text) => cancuoc.parseAddress(text, options) },
    {
      name: "convertAddress",
      largest: 10_000,
      run: (/** @type {string} */ text) => cancuoc.convertAddress(text, options),
    },
    { name: "searchUnits", largest: 10_000, run: (/** @type {string} */ text) => cancuoc.searchUnits(text, options) },
    {
      name: "validate, one answer",
      largest: 1 << 20,
      run: (/** @type {string} */ text) =>
        cancuoc.validate("ct01", { fullName: text, request: text, pin: text }, options),
    },
    {
      name: "checkSealed, a text",
      largest: 1 << 20,
      run: (/** @type {string} */ text) => cancuoc.checkSealed(text, options),
    },
  ];
  return all.map((each) => ({ ...each, letters, limit: long(each.largest) }));
}

const json = (/** @type {unknown} */ value) => JSON.stringify(value)?.length ?? 0;
const many = (/** @type {number} */ count, /** @type {(i: number) => any} */ make) =>
  Array.from({ length: count }, (_, i) => make(i));
const members = (/** @type {number} */ count, /** @type {(i: number) => any} */ make) =>
  Object.fromEntries(many(count, (i) => [`x${i}`, make(i)]));
/** @returns {any} an application that is whole */
function application() {
  const examples = JSON.parse(readFileSync(new URL("../../../packs/ct01/examples.json", import.meta.url), "utf8"));
  const { answers } = examples.accept.find((/** @type {any} */ each) => each.on === on);
  return cancuoc.seal("ct01", answers, { sealedAt: `${on}T08:00:00+07:00` }, options);
}

/** @param {number} i @param {number} length */
function reading(i, length) {
  const text = `${"Phường Ấp Đ. ".repeat(Math.ceil(length / 13)).slice(0, Math.max(0, length - 3))}${i % 1000}`;
  const person = Object.fromEntries(
    [
      "fullName",
      "ethnicity",
      "religion",
      "residence",
      "placeOfOrigin",
      "identifyingMarks",
      "fatherName",
      "motherName",
    ].map((name) => [name, text]),
  );
  const source = i % 2 ? "qr" : "mrz";
  return { source, kind: "cccd2021", person, findings: [], assurance: "wellFormed" };
}

/** Functions of structures, files and pictures. @param {number} tries @param {string} only part of a name */
export function shapes(tries, only) {
  const whole = application();
  const files = LIMITS_OF_FILES;
  return [
    {
      name: "reconcile",
      limit: "64 readings, 50,000 characters",
      what: "64 readings of eight values that differ in the last word",
      largest: 95,
      make: (/** @type {number} */ length) => many(64, (i) => reading(i, length)),
      run: (/** @type {any} */ readings) => cancuoc.reconcile(readings, options),
      bytes: json,
    },
    {
      name: "reconcile",
      limit: "200 findings a reading",
      what: "64 readings with findings that are all different",
      largest: 75,
      make: (/** @type {number} */ count) =>
        many(64, (i) => ({
          ...reading(i, 10),
          findings: many(count, (j) => ({ code: `x.${i}`, severity: "info", path: `${j}`, message: "x" })),
        })),
      run: (/** @type {any} */ readings) => cancuoc.reconcile(readings, options),
      bytes: json,
    },
    {
      name: "reconcile",
      limit: "64 readings",
      what: "more readings than that",
      largest: 100_000,
      make: (/** @type {number} */ count) => many(count, (i) => reading(i, 10)),
      run: (/** @type {any} */ readings) => cancuoc.reconcile(readings, options),
      bytes: json,
    },
    ...["validate", "seal", "prefill", "importFrom"].flatMap((name) => {
      /** @type {Record<string, (answers: any) => unknown>} */
      const run = {
        validate: (answers) => cancuoc.validate("ct01", answers, options),
        seal: (answers) => cancuoc.seal("ct01", answers, { sealedAt: `${on}T08:00:00Z` }, options),
        prefill: (answers) => cancuoc.prefill("ct01", /** @type {any} */ (reading(1, 100)), answers, options),
        importFrom: (answers) => cancuoc.importFrom("ct01", { data: answers }, options),
      };
      /** @type {[string, number, (count: number) => any][]} */
      const kinds = [
        ["members that the form does not have", 24_800, (count) => members(count, () => 1)],
        ["rows of a group", 8_200, (count) => ({ members: many(count, (i) => ({ fullName: `Mẫu ${i}`, pin: "1" })) })],
        ["texts in one answer", 24_800, (count) => ({ members: many(count, () => "x") })],
        [
          "levels of lists",
          120,
          (count) => JSON.parse(`${'{"to":['.repeat(1)}${"[".repeat(count)}${"]".repeat(count)}]}`),
        ],
      ];
      return kinds.map(([what, largest, make]) => ({
        name,
        limit: "25,000 values, 2 Mi characters",
        what,
        largest,
        make,
        run: run[name],
        bytes: json,
      }));
    }),
    ...[
      [
        "entries of the provenance",
        12_300,
        (count) => ({ ...whole, provenance: members(count, () => ({ source: "qr" })) }),
      ],
      ["answers that the form does not have", 24_700, (count) => ({ ...whole, answers: members(count, () => 1) })],
      ["members beside its own", 24_700, (count) => ({ ...whole, ...members(count, () => 1) })],
    ].map(([what, largest, make]) => ({
      name: "checkSealed",
      limit: "25,000 values, 2 Mi characters",
      what: /** @type {string} */ (what),
      largest: /** @type {number} */ (largest),
      make: /** @type {(count: number) => any} */ (make),
      run: (/** @type {any} */ given) => cancuoc.checkSealed(given, options),
      bytes: json,
    })),
    ...[
      ["its numbers", 24_900, (count) => `{"answers":[${"1.5e3,".repeat(count)}0]}`],
      [
        "its members, in the order that sorting likes least",
        24_900,
        (count) => `{${many(count, (i) => `"${count - i}":0`).join(",")}}`,
      ],
      ["its empty lists", 38_200, (count) => `[${"[],".repeat(count)}0]`],
    ].map(([what, largest, make]) => ({
      name: "checkSealed, a text",
      limit: "25,000 values, 2 Mi characters",
      what: /** @type {string} */ (what),
      largest: /** @type {number} */ (largest),
      make: /** @type {(count: number) => any} */ (make),
      run: (/** @type {any} */ given) => cancuoc.checkSealed(given, options),
      bytes: (/** @type {string} */ text) => text.length,
    })),
    {
      name: "exportAs",
      limit: "25,000 values, 2 Mi characters",
      what: "a sealed application with answers that the form does not have",
      largest: 24_700,
      make: (/** @type {number} */ count) => ({ ...whole, answers: members(count, () => 1) }),
      run: (/** @type {any} */ given) => cancuoc.exportAs(given, "formio", options),
      bytes: json,
    },
    {
      name: "attach",
      limit: "32 MiB",
      what: "a file",
      largest: 32 << 20,
      make: (/** @type {number} */ size) => new Uint8Array(size),
      run: (/** @type {Uint8Array} */ bytes) => cancuoc.attach("x.pdf", bytes),
      bytes: length,
    },
    ...files(),
    ...("decodeJp2".includes(only) ? bentPictures(decodeJp2, tries, new Random(7)) : []),
    ...[1, 4]
      .flatMap((depth) => [
        { name: "scan, a photo", run: (/** @type {any} */ image) => scan(image, { effort: "photo" }), depth },
        { name: "scanFrame", run: (/** @type {any} */ image) => scanFrame(image), depth },
      ])
      .map(({ name, run, depth }) => ({
        name,
        limit: "64 million pixels",
        what: depth === 1 ? "grey noise" : "noise in colour",
        largest: 64_000_000,
        make: (/** @type {number} */ pixels) => noise(Math.floor(Math.sqrt(pixels)), depth),
        run,
        bytes: (/** @type {any} */ { data }) => data.length,
      })),
  ];
}

/** Half a million pixels of noise, over and over. @param {number} side @param {number} depth bytes a pixel */
function noise(side, depth) {
  const random = new Random(3);
  const tile = Uint8Array.from({ length: 500_009 * depth }, () => random.below(2) * 255);
  const data = new Uint8ClampedArray(side * side * depth);
  for (let at = 0; at < data.length; at += tile.length) data.set(tile.subarray(0, data.length - at), at);
  // Opaque, as a photo is.
  if (depth === 4) for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { data, width: side, height: side };
}

/** @param {ArrayLike<unknown>} value */
function length(value) {
  return value.length;
}

/** Files of a chip and of readers. */
function LIMITS_OF_FILES() {
  const zeros = (/** @type {number} */ size) => new Uint8Array(size);
  return [
    {
      name: "chipFiles, a JSON",
      limit: "4 MiB",
      what: "base64 in one member",
      largest: 4_100_000,
      make: (/** @type {number} */ size) => `{"DG2":"${"AAAA".repeat(size / 4)}"}`,
      run: chipFiles,
      bytes: length,
    },
    {
      name: "chipFiles, a JSON",
      limit: "4 MiB",
      what: "hexadecimal in one member",
      largest: 4_100_000,
      make: (/** @type {number} */ size) => `{"DG2":"${"5a".repeat(size / 2)}"}`,
      run: chipFiles,
      bytes: length,
    },
    {
      name: "chipFiles, a JSON",
      limit: "1,000 members",
      what: "members",
      largest: 300_000,
      make: (/** @type {number} */ count) => JSON.stringify(members(count, () => 1)),
      run: chipFiles,
      bytes: length,
    },
    {
      name: "chipFiles, an archive",
      limit: "4 MiB, packed and unpacked",
      what: "zeros, as they say",
      largest: 1_390_000,
      make: (/** @type {number} */ size) => archive(many(3, (i) => ({ name: `dg${i + 1}.bin`, content: zeros(size) }))),
      run: chipFiles,
      bytes: length,
    },
    {
      name: "chipFiles, an archive",
      limit: "4 MiB, packed and unpacked",
      what: "64 entries that are each 64 MB, claiming 10 bytes",
      largest: 64 << 20,
      make: (/** @type {number} */ size) => {
        const packed = deflateRawSync(zeros(size));
        return archive(
          many(60, (i) => ({ name: `f${i}.bin`, content: zeros(10), packed: packed.subarray(0, 65_000) })),
        );
      },
      run: chipFiles,
      bytes: length,
    },
    {
      name: "readChip",
      limit: "200,000 units; 64 MiB",
      what: "data groups of zeros (the chip's own table is below)",
      largest: 3 << 20,
      make: (/** @type {number} */ size) => Object.fromEntries(many(16, (i) => [`DG${i + 1}`, zeros(size)])),
      run: (/** @type {any} */ files) => readChip(files, {}, options),
      bytes: (/** @type {any} */ files) => Object.values(files).reduce((sum, file) => sum + file.length, 0),
    },
    {
      name: "describeTrust",
      limit: "200,000 units",
      what: "PEM blocks",
      largest: 100_000,
      make: (/** @type {number} */ count) =>
        new TextEncoder().encode("-----BEGIN X-----\nMAA=\n-----END X-----\n".repeat(count)),
      run: describeTrust,
      bytes: length,
    },
  ];
}
