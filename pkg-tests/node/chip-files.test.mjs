import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { chipFileName, chipFiles } from "cancuoc/chip-files";

import { archive } from "../archive.mjs";

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

/** Milliseconds that this process computed. @param {() => Promise<unknown>} act */
async function cost(act) {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test("an archive that is what its directory says is opened, whatever its order", async () => {
  const zip = archive([
    { name: "dg1.bin", content: card.DG1 },
    { name: "sod.bin", content: card["EF.SOD"] },
  ]);
  assert.deepEqual({ ...(await chipFiles(zip)).files }, card);
});

test("an archive that lies about its sizes is stopped at what it promised, within its time", async () => {
  const bomb = deflateRawSync(new Uint8Array(64 << 20));
  const content = new Uint8Array(10);
  const one = archive([{ name: "dg1.bin", content, packed: bomb }]);
  const shared = archive([
    { name: "dg1.bin", content, packed: bomb },
    ...Array.from({ length: 63 }, (_, i) => ({ name: `dg${(i % 16) + 1}.bin`, content, packed: bomb, shares: 0 })),
  ]);
  const each = archive(
    Array.from({ length: 60 }, (_, i) => ({ name: `dg${i}.bin`, content, packed: bomb.subarray(0, 60_000) })),
  );
  for (const [name, zip] of Object.entries({ one, shared, each })) {
    const ms = await cost(() => rejects(chipFiles(zip), "chipFiles.zip"));
    assert.ok(ms < 1000, `${name}: ${ms} ms for ${zip.length} bytes`);
  }
});

test("sizes, checksums and places that do not agree are a damaged archive", async () => {
  const { DG1: content } = card;
  const packed = deflateRawSync(content);
  for (const [what, entry] of /** @type {const} */ ([
    ["shorter than it is", { size: content.length - 1 }],
    ["longer than it is", { size: content.length + 1 }],
    ["another checksum", { sum: 1 }],
    ["cut", { packed: packed.subarray(0, -3) }],
    ["no deflate", { packed: new Uint8Array(99).fill(255) }],
  ])) {
    await assert.rejects(chipFiles(archive([{ name: "dg1.bin", content, ...entry }])), { code: "chipFiles.zip" }, what);
  }
  const zip = archive([{ name: "dg1.bin", content }]);
  for (const [place, value] of [
    [6, 0xffffffff],
    [22 + 46 + 7 - 42, 0xfffffff0],
  ]) {
    const moved = zip.slice();
    new DataView(moved.buffer).setUint32(moved.length - place, value, true);
    await rejects(chipFiles(moved), "chipFiles.zip");
  }
});

test("more than any chip holds is a limit, before it is unpacked or decoded", async () => {
  const many = Array.from({ length: 65 }, (_, i) => ({ name: `f${i}.bin`, content: new Uint8Array([i]) }));
  await rejects(chipFiles(archive(many)), "limit.input");
  await rejects(chipFiles(archive([{ name: "dg2.bin", content: new Uint8Array((2 << 20) + 1) }])), "limit.input");
  const large = Array.from({ length: 3 }, (_, i) => ({ name: `dg${i + 1}.bin`, content: new Uint8Array(2 << 20) }));
  await rejects(chipFiles(archive(large)), "limit.input");
  await rejects(chipFiles(new Uint8Array((4 << 20) + 1)), "limit.input");
  await rejects(chipFiles(Array.from({ length: 3 }, () => new Blob([new Uint8Array(2 << 20)]))), "limit.input");
  const members = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`x${i}`, 1]));
  await rejects(chipFiles(JSON.stringify(members)), "limit.input");
  await rejects(chipFiles(JSON.stringify({ activeAuthentication: members })), "limit.input");
});

test("the longest JSON that is taken is decoded within its time, in base64 and in hexadecimal", async () => {
  const whole = new Uint8Array(1_900_000).fill(0x5a);
  for (const DG2 of [base64(whole), Buffer.from(whole).toString("hex")]) {
    let files;
    const ms = await cost(async () => ({ files } = await chipFiles(JSON.stringify({ DG2 }))));
    assert.equal(files.DG2.length, whole.length);
    assert.ok(ms < 1000, `${ms} ms`);
  }
});

test("evidence out of a file is recorded, whatever the file says, and under the names of other readers", async () => {
  const evidence = { challenge: "AAECAwQFBgc=", response: "AQID" };
  for (const json of [
    { DG1: base64(card.DG1), activeAuthentication: { ...evidence, origin: "caller" } },
    { DG1: base64(card.DG1), AAChallenge: evidence.challenge, AASignature: evidence.response },
    { files: { DG1: base64(card.DG1), aaSignature: evidence.response, aaChallenge: evidence.challenge } },
  ]) {
    const { trust, ignored } = await chipFiles(JSON.stringify(json));
    assert.deepEqual(trust, {
      activeAuthentication: {
        challenge: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7),
        response: Uint8Array.of(1, 2, 3),
        origin: "recorded",
      },
    });
    assert.deepEqual(ignored, []);
  }
  const half = await chipFiles(JSON.stringify({ DG1: base64(card.DG1), AAChallenge: evidence.challenge, odd: 1 }));
  assert.deepEqual([half.trust, half.ignored], [{}, ["activeAuthentication.challenge"]]);
  const more = {
    DG1: base64(card.DG1),
    chipAuthentication: { response: "AQ==", terminalPrivateKey: "AQ==", mood: "x" },
  };
  const said = await chipFiles(JSON.stringify(more));
  assert.equal(said.trust.chipAuthentication.origin, "recorded");
  assert.deepEqual(said.ignored, ["chipAuthentication.mood"]);
});

test("a file is known by its tag behind which a reader left a status word or padding, and nothing else", async () => {
  const tail = (/** @type {number[]} */ bytes) => new File([card.DG1, Uint8Array.from(bytes)], "blob");
  for (const bytes of [[], [0x90, 0], [0, 0, 0], [255, 255]]) {
    const { files } = await chipFiles([tail(bytes)]);
    assert.deepEqual(Object.keys(files), ["DG1"], `${bytes}`);
  }
  await rejects(chipFiles([tail([1])]), "chipFiles.empty");
  await rejects(chipFiles([tail([0x69, 0x82])]), "chipFiles.empty");
  await rejects(chipFiles([new File(["note: 100 g of rice"], "blob")]), "chipFiles.empty");
});

test("no error holds anything of the input", async () => {
  const secret = "Nguyễn Văn Mẫu";
  for (const source of [
    `{"DG1": "${secret}`,
    JSON.stringify({ activeAuthentication: { [secret]: "*", challenge: secret } }),
    JSON.stringify({ activeAuthentication: secret }),
    archive([{ name: `${secret}.bin`, content: new Uint8Array(3), sum: 1 }]),
  ]) {
    await assert.rejects(chipFiles(source), (error) => {
      assert.ok(!`${error.stack} ${error.cause?.stack ?? ""}`.includes(secret), error.stack);
      return error.name === "CanCuocError";
    });
  }
});
