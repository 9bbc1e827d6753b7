// Every card of the mint in the built package: tests/chip/fixtures/manifest.json says what must come out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import init, { readChip } from "cancuoc/chip";

const root = new URL("../../tests/chip/fixtures/", import.meta.url);
const { fixtures } = JSON.parse(readFileSync(new URL("manifest.json", root), "utf8"));
const bytes = (path) => new Uint8Array(readFileSync(new URL(path, root)));
const options = { on: "2026-06-01", locale: "en" };

/** The paths of a trust or a record of files, as bytes. */
function loaded(value, name) {
  if (Array.isArray(value)) return value.map((part) => loaded(part));
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, loaded(part, key)]));
  return typeof value === "string" && name !== "at" && name !== "origin" ? bytes(value) : value;
}

function read({ files, trust: { policy, ...trust } }) {
  return readChip(loaded(files), { ...loaded(trust), ...(policy && { policy }) }, options);
}

await init();

for (const fixture of fixtures) {
  test(`${fixture.name}: ${fixture.why}`, () => {
    const reading = read(fixture);
    const { expect } = fixture;
    assert.deepEqual(
      {
        signature: reading.signature.status,
        chain: reading.chain.status,
        dataGroups: Object.fromEntries(reading.dataGroups.map(({ name, status }) => [name, status])),
        clone: reading.clone.status,
        assurance: reading.assurance,
      },
      {
        signature: expect.signature,
        chain: expect.chain,
        dataGroups: expect.dataGroups,
        clone: expect.clone,
        assurance: expect.assurance,
      },
    );
    for (const [field, value] of Object.entries(expect.person ?? {})) assert.equal(reading.person[field], value, field);
    assert.ok(Object.isFrozen(reading) && Object.isFrozen(reading.findings));
    assert.equal(reading.source, "chip");
  });
}

test("the authentic card gives the person, the portrait and words in both languages", () => {
  const authentic = fixtures.find(({ name }) => name === "authentic");
  const reading = read(authentic);
  assert.equal(reading.person.fullName, "Nguyễn Thị Mẫu");
  assert.equal(reading.person.pin, "001199000015");
  assert.equal(reading.person.motherName, "Trần Thị Mẹ");
  const { format, width, height, bytes: picture } = reading.portrait;
  assert.deepEqual([format, width, height], ["jpeg", 120, 160]);
  assert.deepEqual(picture, new Uint8Array(readFileSync(new URL("../../tools/mint/portrait.jpg", import.meta.url))));
});

test("misuse is thrown with its code, and a slip of the pen opens no door", () => {
  const { files } = fixtures.find(({ name }) => name === "authentic");
  const chip = loaded(files);
  const code = (trust, chosen = options) => {
    try {
      readChip(chip, trust, chosen);
    } catch (error) {
      return error.code;
    }
    return undefined;
  };
  assert.equal(code({ at: "yesterday" }), "trust.at");
  assert.equal(code({ at: 20260601 }), "trust.at");
  assert.equal(code({ at: null }), "trust.at");
  assert.equal(code({ policy: { country: "ignore" } }), "trust.policy");
  assert.equal(code({ policy: { contry: "report" } }), "trust.policy");
  assert.equal(code({ policy: { country: undefined } }), undefined);
  assert.equal(code({ policy: "report" }), "trust.policy");
  const evidence = { terminalPrivateKey: new Uint8Array(32), response: new Uint8Array(10) };
  assert.equal(code({ chipAuthentication: { ...evidence, keyId: "one" } }), "trust.chipAuthentication");
  assert.equal(code({ chipAuthentication: { ...evidence, keyId: 1 } }), undefined);
  assert.equal(code({ chipAuthentication: { terminalPrivateKey: new Uint8Array(32) } }), "input.type");
  assert.equal(code({ anchors: new Uint8Array(3) }), "input.type");
  assert.equal(code({}, { on: "2026-02-30" }), "options.on");
  assert.equal(code({}, { on: 5 }), "options.on");
  assert.equal(code({}, { on: "2026-06-01", locale: "fr" }), "options.locale");
  assert.equal(code(undefined, { on: "2026-06-01", locale: undefined }), undefined);
  assert.equal(code(null, undefined), undefined);
});

test("a name of a file and a text of the card may hold any letter", () => {
  const reading = readChip({ 'Ảnh "1"\\\n\u0001.bin': new Uint8Array(1) }, {}, options);
  const unknown = reading.findings.find((finding) => finding.code === "chip.file_unknown");
  assert.match(unknown.message, /Ảnh "1"\\\n\u0001\.bin/);
});
