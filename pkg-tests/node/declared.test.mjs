// One definition of each result: the types that the package declares are held, member by member, against what the core
// serialises.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as cancuoc from "cancuoc";
import * as chip from "cancuoc/chip";
import * as lists from "cancuoc/list";
import { readCard } from "cancuoc/reader";
import * as scanner from "cancuoc/scan";
import * as zones from "cancuoc/scan-mrz";
import * as sheets from "cancuoc/sheet";

import { Emulator } from "../emulator.mjs";
import { decodePicture } from "../picture.mjs";
import { Declared } from "../types/declared.mjs";
import { right, wrong } from "../wrong-applications/read.mjs";

const options = { on: "2026-11-21" };
const QR = "001199999999|012345678|Nguyễn Thị Mẫu|15051999|Nữ|Thôn Mẫu, Xã Mẫu, Thái Bình|01072021";
/** All that may be known of a person. @type {import("cancuoc").Person} */
const EVERYTHING = {
  pin: "001199999999",
  oldId: "012345678",
  cancelledPin: "001199999998",
  fullName: "Nguyễn Thị Mẫu",
  latinName: "NGUYEN THI MAU",
  birthDate: "1999-05-15",
  sex: "female",
  nationality: "Việt Nam",
  ethnicity: "Kinh",
  religion: "Không",
  placeOfOrigin: "Xã Mẫu, Thái Bình",
  placeOfBirthRegistration: "Xã Mẫu, Thái Bình",
  residence: "Thôn Mẫu, Xã Mẫu, Thái Bình",
  identifyingMarks: "Nốt ruồi",
  issueDate: "2021-07-01",
  expiryDate: "2039-05-15",
  fatherName: "Nguyễn Văn Mẫu",
  motherName: "Trần Thị Mẫu",
  spouseName: "Lê Văn Mẫu",
  documentNumber: "199999999",
};
/** A name whose capitals are offered. */
const SMALL = { fullName: "nguyễn văn mẫu" };
const ZONE = "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<VAN<A<<<<<<<<<<<<<<<<<";

const entry = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../target/package/${name}.d.ts`, import.meta.url));
const [INDEX, CHIP, SCAN, ZONES] = [entry("index"), entry("chip"), entry("scan"), entry("scan-mrz")];
const [LIST, SHEET, READER] = [entry("list"), entry("sheet"), entry("reader")];

/** @type {Declared} */ let declared;

before(async () => {
  await Promise.all([cancuoc.default(), chip.default(), scanner.default(), zones.default(), sheets.default()]);
  await cancuoc.fetchUnits();
  declared = new Declared([INDEX, CHIP, SCAN, ZONES, READER, LIST, SHEET]);
});

/** @param {string} file @param {string} name @param {unknown[]} results */
function hold(file, name, results) {
  const mistakes = results.flatMap((result) => declared.mistakes(file, name, result));
  assert.deepEqual([...new Set(mistakes)], [], name);
}

test("readings and identities are as declared", () => {
  const { readQr, readMrz, readTyped, reconcile, checkPin, repairText, decodeText } = cancuoc;
  const qr = [
    "012345678901;NGUYỄN VĂN MẪU;01011999;B;01062025;Không thời hạn;Hà Nội\nhttps://example.invalid/gplx",
    QR,
    `${QR}|A|B|C|D`,
    "",
    "x|y",
    "https://example.org",
    QR.replace("15051999", "31021999"),
  ];
  const zones = [ZONE, ZONE.replace("9901018", "9901017"), ZONE.replace("9901018", "99O1018"), "", "P<VNM"];
  const typed = [
    {},
    EVERYTHING,
    { fullName: "Nguyễn Thị Mẫu", pin: "001199999999", sex: "Nữ" },
    { pin: "12", birthDate: "31/02/1999" },
  ];
  const readings = [...qr.map((text) => readQr(text, options)), ...zones.map((zone) => readMrz(zone, options))];
  hold(
    INDEX,
    "readQr",
    qr.map((text) => readQr(text, options)),
  );
  hold(
    INDEX,
    "readMrz",
    zones.map((zone) => readMrz(zone, options)),
  );
  hold(
    INDEX,
    "readTyped",
    typed.map((person) => readTyped(person, options)),
  );
  hold(
    INDEX,
    "checkPin",
    ["001199999999", "101199999999", "1", "999999999999"].map((pin) => checkPin(pin, options)),
  );
  const each = readings.map((reading) => [reading]);
  const other = readTyped({ fullName: "Nguyen Thi Mau", birthDate: "1999" }, options);
  const pairs = [
    [],
    [readTyped(EVERYTHING, options), other],
    [/** @type {any} */ (readings[1]), other],
    [/** @type {any} */ (readings[1]), /** @type {any} */ (readings[7])],
  ];
  hold(
    INDEX,
    "reconcile",
    [...each, ...pairs].map((list) => reconcile(list, options)),
  );
  hold(
    INDEX,
    "repairText",
    ["Nguyá»…n VÄƒn Máº«u", "x\ufffd", "Mẫu"].map((text) => repairText(text, options)),
  );
  hold(INDEX, "decodeText", [decodeText(Uint8Array.from([0x4e, 0xd4]), options)]);
});

test("forms and applications are as declared", () => {
  const { listForms, listServices, describeForm, prefill, validate, seal, checkSealed, exportAs, importFrom, attach } =
    cancuoc;
  hold(INDEX, "listForms", [listForms(options)]);
  hold(INDEX, "listServices", [listServices(options)]);
  hold(
    INDEX,
    "describeForm",
    listForms(options).map(({ id }) => describeForm(id, options)),
  );
  const card = cancuoc.reconcile([cancuoc.readQr(QR, options)], options);
  hold(INDEX, "prefill", [
    prefill("ct01", card, {}, options),
    prefill("ct01", card, { fullName: "Trần Văn Khác" }, { ...options, overwrite: true }),
    prefill("ct01", cancuoc.readQr(QR, options), { fullName: "Trần Văn Khác" }, options),
    prefill(
      "dc02",
      cancuoc.readQr(QR.replace("Xã Mẫu, Thái Bình", "Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội"), options),
      {},
      options,
    ),
  ]);
  const all = [...right, ...wrong];
  hold(INDEX, "validate", [
    ...all.map(({ form, on, answers }) => validate(form, answers, { on })),
    validate("ct01", SMALL, options),
  ]);
  const sealed = right.map(({ form, on, answers }) => seal(form, answers, { sealedAt: `${on}T08:00:00Z` }, { on }));
  hold(INDEX, "seal", sealed);
  hold(INDEX, "checkSealed", [...sealed.map((one) => checkSealed(one, { on: one.on })), checkSealed({}, options)]);
  hold(INDEX, "exportAs", [exportAs("ct01", "formio", options)]);
  hold(INDEX, "importFrom", [importFrom("ct01", { data: { pin: "1", other: 2 } }, options)]);
  hold(INDEX, "attach", [attach("khai sinh.pdf", new Uint8Array(4))]);
});

test("addresses are as declared", () => {
  const { parseAddress, convertAddress, convertAddresses, searchUnits } = cancuoc;
  const texts = ["12 Hàng Bài, Phường Tràng Tiền, Quận Hoàn Kiếm, Hà Nội", "Xã Mẫu", "", "P. Bến Nghé, Q1"];
  hold(
    INDEX,
    "parseAddress",
    texts.map((text) => parseAddress(text, options)),
  );
  hold(
    INDEX,
    "convertAddress",
    texts.map((text) => convertAddress(text, options)),
  );
  hold(INDEX, "convertAddresses", [convertAddresses([...texts, "x".repeat(20_000)], options)]);
  hold(INDEX, "convertAddresses", [convertAddresses([...texts, { commune: "Xã Mẫu" }], options)]);
  hold(INDEX, "searchUnits", [searchUnits("ben nghe", options)]);
});

/** People with everything that a list can say of somebody. */
const PEOPLE = [
  ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Nơi ở", "Điện thoại", "Email", "Mã số thuế", "BHYT", "Ghi chú"],
  ["NGUYỄN VĂN MẪU", "5/3/1999", "nam", 36099012345, "Xã Văn Khê, Huyện Mê Linh, Hà Nội", "901234567", "a@vidu.vn"],
  ["Trần Thị Mẫu", "05/03/1999", "Nữ", "1099012346", "", "", "", "0100109106", "GD4010110123456"],
  ["Trần Thị Mẫu", "05/03/1999", "Nữ", "", "", "", ""],
];

test("lists of people are as declared", () => {
  const { checkPeople, comparePeople, personColumns } = cancuoc;
  const report = checkPeople(PEOPLE, options);
  const bare = checkPeople([["Trần Thị Mẫu", "036199012346"]], options);
  hold(INDEX, "checkPeople", [report, bare, checkPeople([], options)]);
  hold(INDEX, "comparePeople", [comparePeople(report, report, options), comparePeople(report, bare, options)]);
  hold(INDEX, "personColumns", [personColumns(options)]);
  const file = sheets.writeSheet([{ name: "A", rows: PEOPLE }], "xlsx");
  const text = new TextEncoder().encode("a;b\n1;2\n");
  const xls = new Uint8Array(readFileSync(new URL("../../tests/sheet/fixtures/people.xls", import.meta.url)));
  hold(SHEET, "readSheet", [sheets.readSheet(file), sheets.readSheet(text), sheets.readSheet(xls)]);
  const tables = sheets.readTables(file);
  assert.deepEqual(Object.keys(tables.sheets[0] ?? {}).sort(), [
    "bytes",
    "columns",
    "hidden",
    "name",
    "preview",
    "repeated",
    "rows",
  ]);
  const [sheet] = tables.sheets;
  assert.ok(sheet);
  const list = lists.openList(sheet, options);
  for (const [name, result] of /** @type {[string, unknown][]} */ ([
    ["overview", list.overview(options)],
    ["rows", list.rows({}, options)],
    ["groups", list.groups({}, options)],
    ["decide", list.decide(0, "pin", { value: "12" }, options)],
    ["tables", list.tables("A", options)],
  ])) {
    const mistakes = declared.mistakesOfMethod(LIST, "openList", name, result);
    assert.deepEqual(mistakes, [], name);
  }
  hold(LIST, "compareLists", [lists.compareLists(list, list, options)]);
});

test("chips and pictures are as declared", () => {
  const card = new URL("../../tests/chip/fixtures/card/", import.meta.url);
  const files = Object.fromEntries(
    readdirSync(card)
      .filter((name) => /^(dg\d+|ef-com)\.bin$/.test(name))
      .map((name) => [
        name.replace("ef-com", "EF.COM").replace(/\.bin$/, ""),
        new Uint8Array(readFileSync(new URL(name, card))),
      ]),
  );
  hold(CHIP, "readChip", [chip.readChip(files, {}, options), chip.readChip({}, {}, options)]);
  const pki = new URL("../../tests/chip/fixtures/pki/", import.meta.url);
  const read = (/** @type {string} */ name) => new Uint8Array(readFileSync(new URL(name, pki)));
  const trusted = ["authentic-0.cer", "crl-good-0.crl", "master-list-0.ml"].map((name) =>
    chip.describeTrust(read(name)),
  );
  hold(CHIP, "describeTrust", [...trusted, chip.describeTrust(new Uint8Array(9))]);
  const picture = { data: new Uint8Array(10_000).fill(255), width: 100, height: 100 };
  hold(SCAN, "scan", [scanner.scan(picture)]);
  hold(SCAN, "scanFrame", [scanner.scanFrame(picture)]);
  const zone = decodePicture(new URL("../../tests/scan/zones/turned.png", import.meta.url));
  hold(ZONES, "scanMrz", [zones.scanMrz(zone), zones.scanMrz(picture)]);
});

test("cards are as declared", async () => {
  const emulator = new Emulator();
  const key = { documentNumber: "001199000015", birthDate: "1999-02-01", expiryDate: "2039-02-01" };
  const read = async (/** @type {import("../emulator.mjs").Wanted} */ card) => {
    await emulator.card(card);
    return readCard({ transmit: emulator.transmit, key });
  };
  const mapped = { fixture: "cam", offers: [[6, 2, 13]], chipKey: "brainpoolP256r1" };
  hold(READER, "readCard", [await read({}), await read({ offers: [] }), await read(mapped)]);
  emulator.close();
});

/** Members that these inputs do not bring; other tests do. */
const UNSEEN =
  /^(ChipReading|TrustFile|ScannedSymbol|ScannedZone|readChip|scan|scanFrame|describeForm|listServices|FormField\.placeholder|readCard\.evidence)\b/;

test("whatever is declared as optional is there in some result", () => {
  const unseen = [...declared.optional].filter(([path, seen]) => !seen && !UNSEEN.test(path)).map(([path]) => path);
  assert.deepEqual(unseen, []);
});
