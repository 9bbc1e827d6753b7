import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { chipFileName, chipFiles } from "cancuoc/chip-files";

const read = (path) => new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)));
const card = { "EF.SOD": read("tests/chip/fixtures/sod/authentic.bin"), DG1: read("tests/chip/fixtures/card/dg1.bin") };
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const rejects = (promise, code) =>
  assert.rejects(promise, (error) => error.name === "CanCuocError" && error.code === code);

test("names in every usual spelling lead to the names of readChip", () => {
  const spellings = {
    "EF.SOD": ["EF.SOD", "sod.bin", "EF_SOD", "EFSOD", "efSod", "chip/SOD.der", "011D", "EF.SOD.BIN", "card-sod"],
    "EF.COM": ["EF.COM", "com", "EF_COM.bin", "011E.bin"],
    "EF.CardAccess": ["EF.CardAccess", "cardaccess.bin", "CARD_ACCESS", "011c"],
    "EF.CardSecurity": ["EF.CardSecurity", "card-security.bin"],
    DG1: [
      "DG1",
      "dg01.bin",
      "EF.DG1",
      "EF_DG1",
      "EFDG1",
      "DataGroup1",
      "data_group_1",
      "dataGroup01",
      "C:\\out\\DG1.bin",
      "0101.bin",
      "passport-dg1",
      "dg1Data",
    ],
    DG13: ["DG13", "DataGroup13", "010D", "ef.dg13.bin"],
    DG2: ["dg2.bin", "DG02"],
  };
  for (const [name, all] of Object.entries(spellings)) {
    for (const spelling of all) assert.equal(chipFileName(spelling), name, spelling);
  }
  for (const other of [
    "",
    "DG0",
    "DG17",
    "DG100",
    "readme.txt",
    "comment",
    "sodium",
    "photo.jpg",
    "0117",
    "__proto__",
    "csca.cer",
  ]) {
    assert.equal(chipFileName(other), undefined, other);
  }
});

test("one JSON, flat, nested, in base64, base64url or hexadecimal", async () => {
  const url = base64(card["EF.SOD"]).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  for (const json of [
    { "EF.SOD": base64(card["EF.SOD"]), DG1: base64(card.DG1) },
    { sod: url, dataGroups: { dg1: Buffer.from(card.DG1).toString("hex") } },
    {
      files: {
        EF_SOD: `data:application/octet-stream;base64,${base64(card["EF.SOD"])}`,
        DataGroup1: Buffer.from(card.DG1).toString("hex").toUpperCase(),
      },
    },
  ]) {
    const { files, ignored } = await chipFiles(JSON.stringify(json));
    assert.deepEqual({ ...files }, card);
    assert.deepEqual(ignored, []);
    assert.deepEqual(
      { ...(await chipFiles(new TextEncoder().encode("\ufeff \n" + JSON.stringify(json)))).files },
      card,
    );
  }
});

test("remarks are no files, and a file that cannot be decoded is said to be left aside", async () => {
  const { files, ignored } = await chipFiles(
    JSON.stringify({ about: "a card: read today", version: 1, DG1: base64(card.DG1), DG2: "*", photo: "AAAA" }),
  );
  assert.deepEqual(Object.keys(files), ["DG1"]);
  assert.deepEqual(ignored, ["DG2", "photo"]);
});

test("evidence in the JSON stands ready for readChip", async () => {
  const { files, trust } = await chipFiles(read("www/demo/chip/authentic.json"));
  assert.deepEqual(Object.keys(files).sort(), ["DG1", "DG13", "DG14", "DG15", "DG2", "EF.COM", "EF.SOD"]);
  assert.equal(trust.activeAuthentication.challenge.length, 8);
  assert.equal(trust.activeAuthentication.response.length, 64);
});

test("one ZIP gives what the JSON of the same card gives", async () => {
  const zip = await chipFiles(read("www/demo/chip/authentic.zip"));
  const json = await chipFiles(new Blob([read("www/demo/chip/authentic.json")]));
  assert.deepEqual(zip.files, json.files);
});

test("a list of files, as an <input> gives it; a file without a name is known by its tag", async () => {
  const list = [
    new File([card["EF.SOD"]], "sod.bin"),
    new File([card.DG1], "blob"),
    new File(["hello"], "notes.txt"),
    new File([card.DG1], "DG1"),
  ];
  const { files, ignored } = await chipFiles(list);
  assert.deepEqual({ ...files }, card);
  assert.deepEqual(ignored, ["notes.txt", "DG1"]);
});

test("what is no chip data is an error with a code", async () => {
  await rejects(chipFiles("{"), "chipFiles.json");
  await rejects(chipFiles("{}"), "chipFiles.empty");
  await rejects(chipFiles('{"DG1": "*** no base64"}'), "chipFiles.empty");
  await rejects(chipFiles('{"DG1": "AAAA", "activeAuthentication": {"challenge": "*"}}'), "chipFiles.json");
  await rejects(chipFiles(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])), "chipFiles.zip");
  await rejects(chipFiles(null), "input.type");
  await rejects(chipFiles([1, 2]), "input.type");
  await rejects(chipFiles(7), "input.type");
});

test("an archive cut at any byte, and one that promises too much, end in an error or in whole files", async () => {
  const zip = read("www/demo/chip/authentic.zip");
  const whole = (await chipFiles(zip)).files;
  for (let cut = 4; cut < zip.length; cut += 41) {
    await chipFiles(zip.subarray(0, cut)).then(
      ({ files }) => assert.deepEqual(files, whole),
      (error) => assert.equal(error.name, "CanCuocError"),
    );
  }
  const lying = zip.slice();
  const central = Buffer.from(lying).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(lying.buffer).setUint32(central + 24, 0x7fffffff, true);
  await rejects(chipFiles(lying), "limit.input");
  await rejects(chipFiles(new Uint8Array((16 << 20) + 1)), "limit.input");
});
