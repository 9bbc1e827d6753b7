// The main job from a photograph to a checked, sealed application: the lines that the README shows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import initScan, { scan } from "cancuoc/scan";

import { mainJob } from "../examples/main-job.mjs";
import { decodePicture } from "../picture.mjs";

const ON = "2026-11-22";
const TYPED = {
  to: "Công an phường Sài Gòn",
  procedure: "temporary",
  newAddress: "Số 5, Phố Mẫu, Phường Sài Gòn, Thành phố Hồ Chí Minh",
  stayFrom: "2026-11-22",
  stayUntil: "2027-11-22",
  declarantIsHead: true,
  declarantIsOwner: true,
  request: "Đăng ký tạm trú tại số 5, Phố Mẫu, Phường Sài Gòn, Thành phố Hồ Chí Minh",
};

/** @param {string} name */
const picture = (name) => new URL(`../cards/pictures/${name}`, import.meta.url);

test("a tilted photograph of a card becomes a sealed CT01 that checks", async () => {
  const { reading, findings, application, checked } = await mainJob(picture("front-2021-tilted.jpg"), TYPED, {
    on: ON,
  });
  assert.equal(reading.assurance, "wellFormed");
  assert.deepEqual(reading.person, {
    pin: "001202999999",
    oldId: "012345678",
    fullName: "Nguyễn Văn Mẫu",
    birthDate: "2002-05-15",
    sex: "male",
    residence: "Số 1, Phố Mẫu, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh",
    issueDate: "2021-06-20",
    expiryDate: "2027-05-15",
  });
  assert.deepEqual(findings, []);
  assert.equal(application?.answers.fullName, "Nguyễn Văn Mẫu");
  assert.equal(checked?.ok, true);
  assert.equal(checked?.digest, "match");
});

test("what the citizen left out is found, and nothing is sealed", async () => {
  const { findings, application } = await mainJob(
    picture("front-2021-straight.jpg"),
    { ...TYPED, stayUntil: undefined },
    { on: ON },
  );
  assert.equal(application, undefined);
  assert.deepEqual(
    findings.map(({ code, path }) => [code, path]),
    [["form.missing", "stayUntil"]],
  );
});

test("every picture of the generator gives exactly its bytes, or nothing where there is no code", async () => {
  await initScan();
  for (const { file, payload } of JSON.parse(readFileSync(picture("manifest.json"), "utf8"))) {
    const symbols = scan(decodePicture(picture(file)), { effort: "photo" });
    assert.deepEqual(
      symbols.map(({ bytes }) => new TextDecoder().decode(bytes)),
      payload === null ? [] : [payload],
      file,
    );
  }
});

test("the README shows the lines of the example", () => {
  const example = readFileSync(new URL("../examples/main-job.mjs", import.meta.url), "utf8");
  const lines = example
    .slice(example.indexOf("  await Promise.all"), example.lastIndexOf("}\n"))
    .replaceAll(/^ {2}/gm, "")
    .trim();
  assert.ok(
    readFileSync(new URL("../../README.md", import.meta.url), "utf8").includes(lines),
    "README.md and examples/main-job.mjs differ",
  );
});
