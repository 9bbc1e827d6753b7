// `readCard` of the built package against the emulated chip of the Rust tests.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inspect } from "node:util";

import initChip, { readChip } from "cancuoc/chip";
import { cardBridge, readCard } from "cancuoc/reader";

import { Emulator } from "../emulator.mjs";

const root = new URL("../../tests/chip/fixtures/", import.meta.url);
const { fixtures } = JSON.parse(readFileSync(new URL("manifest.json", root), "utf8"));
const authentic = fixtures.find(({ name }) => name === "authentic");
const bytes = (path) => new Uint8Array(readFileSync(new URL(path, root)));
const anchors = authentic.trust.anchors.map(bytes);
const on = { on: "2026-06-01", locale: "en" };

const MRZ = { documentNumber: "001199000015", birthDate: "1999-02-01", expiryDate: "2039-02-01" };
const CAN = { can: "123456" };
/** Of a card whose chip keys are those of the fixture. */
const CAM = [6, 2, 13];

/** @type {Emulator} */ let card;
before(async () => {
  card = new Emulator();
  await initChip();
});
after(() => card.close());

/** @param {object} [options] */
const read = (options = {}) => readCard({ transmit: card.transmit, key: MRZ, ...options });

/** What a promise is rejected with. @param {Promise<unknown>} promise */
const rejection = (promise) =>
  promise.then(
    () => assert.fail("it resolved"),
    (error) => error,
  );

test("a card is read by PACE, octet by octet, and its evidence makes it genuine", async () => {
  await card.card();
  const { files, access, evidence, findings } = await read();
  assert.deepEqual(Object.keys(files).sort(), ["DG1", "DG13", "DG14", "DG15", "DG2", "EF.CardAccess", "EF.SOD"]);
  for (const name of ["EF.SOD", "DG1", "DG2", "DG13", "DG14", "DG15"])
    assert.deepEqual(files[name], bytes(authentic.files[name]), name);
  assert.deepEqual(access, { method: "pace", key: "mrz", cipher: "AES-128", mapping: "generic", domain: "P-256" });
  assert.deepEqual(Object.keys(evidence).sort(), ["activeAuthentication", "chipAuthentication"]);
  assert.equal(evidence.activeAuthentication.challenge.length, 8);
  assert.deepEqual(findings, []);
  for (const proof of [
    ["activeAuthentication"],
    ["chipAuthentication"],
    ["activeAuthentication", "chipAuthentication"],
  ]) {
    const shown = Object.fromEntries(proof.map((name) => [name, evidence[name]]));
    assert.equal(readChip(files, { anchors, ...shown }, on).assurance, "genuine");
  }
  assert.deepEqual(await card.state(), { commands: 51, tries: 1, wrong: 0 });
});

test("a card without PACE is read by BAC, with the reason and a finding", async () => {
  await card.card({ offers: [] });
  const { access, findings } = await read({ locale: "en" });
  assert.deepEqual(access, { method: "bac", key: "mrz", cipher: "3DES", reason: "noCardAccess" });
  assert.deepEqual(
    findings.map(({ code, severity, message }) => [code, severity, message]),
    [["reader.bac", "info", "The card was read with the old protocol (BAC)."]],
  );
  await card.card({ offers: [] });
  const refused = await rejection(read({ allowBac: false }));
  assert.equal(refused.code, "reader.downgrade");
  assert.equal((await card.state()).tries, 0);
});

test("the card access number opens the card, and only the wanted files are read", async () => {
  await card.card();
  const { files, access, evidence } = await read({ key: CAN, files: ["DG1"], prove: [] });
  assert.deepEqual(Object.keys(files).sort(), ["DG1", "EF.CardAccess", "EF.SOD"]);
  assert.equal(access.key, "can");
  assert.deepEqual(evidence, {});
});

test("a server's challenge is the one that is signed", async () => {
  await card.card();
  const challenge = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
  const { files, evidence } = await read({ challenge, files: ["DG1"], prove: ["active"] });
  assert.deepEqual(evidence.activeAuthentication.challenge, challenge);
  const { response } = evidence.activeAuthentication;
  const judged = (drawn) =>
    readChip(files, { anchors, activeAuthentication: { challenge: drawn, response } }, on).clone.status;
  assert.deepEqual([judged(challenge), judged(new Uint8Array(8))], ["proved", "failed"]);
});

test("progress names what is done and never holds contents", async () => {
  await card.card();
  const seen = [];
  await read({ onProgress: (step) => seen.push(step) });
  assert.deepEqual(
    [...new Set(seen.map(({ step }) => step))],
    ["connect", "file", "access", "active", "chip"].sort((a, b) => order(a, seen) - order(b, seen)),
  );
  const portrait = seen.filter(({ file }) => file === "DG2");
  assert.equal(portrait.at(-1).total, bytes(authentic.files.DG2).length);
  assert.ok(portrait.every(({ done, total }) => done <= total || total === 0));
  for (const step of seen) {
    assert.ok(Object.isFrozen(step));
    assert.deepEqual(
      Object.keys(step).filter((key) => !["step", "file", "done", "total"].includes(key)),
      [],
    );
  }
});

/** @param {string} step @param {{ step: string }[]} seen */
const order = (step, seen) => seen.findIndex((each) => each.step === step);

test("a wrong key is tried once, says what to do, and a third asks for a person", async () => {
  await card.card();
  const wrong = { ...MRZ, birthDate: "1999-02-02" };
  const first = await rejection(read({ key: wrong }));
  assert.deepEqual(
    [first.code, first.key, first.wrongKeys, first.triesLeft],
    ["reader.wrong_key", "mrz", 1, undefined],
  );
  assert.equal(
    first.finding.message,
    "Thẻ không nhận số thẻ và hai ngày này. Máy chỉ thử một lần, không tự thử lại. " +
      "So từng chữ số với thẻ, sửa lại rồi bấm đọc.",
  );
  assert.deepEqual(await card.state().then(({ tries, wrong }) => [tries, wrong]), [1, 1]);
  await card.tap();
  const second = await rejection(read({ key: wrong, resume: first.resume }));
  assert.equal(second.wrongKeys, 2);
  await card.tap();
  const third = await rejection(read({ resume: second.resume }));
  assert.equal(third.code, "reader.key");
  assert.equal((await card.state()).commands, 0);
  const { access } = await read({ resume: second.resume, confirmed: true });
  assert.equal(access.method, "pace");
});

test("tries that the card counts are told, and a card that takes no more is left alone", async () => {
  const wrong = { can: "654321" };
  await card.card({ faults: [["WrongKey", 0x63c2]] });
  const counted = await rejection(read({ key: wrong, locale: "en" }));
  assert.deepEqual([counted.code, counted.triesLeft, counted.key], ["reader.wrong_key", 2, "can"]);
  assert.equal(
    counted.finding.message,
    "The card refused this CAN. Tries left: 2. It was tried once and is not tried again by itself. " +
      "Compare every digit with the card, correct it, then read.",
  );
  await card.card({ faults: [["WrongKey", 0x6983]] });
  const blocked = await rejection(read({ key: wrong }));
  assert.equal(blocked.code, "reader.blocked");
  assert.match(blocked.finding.message, /^Thẻ đang khoá/);
});

test("a card that is silent after a wrong key makes its holder wait", async () => {
  await card.card();
  const first = await rejection(read({ key: { can: "654321" } }));
  const silent = async () => {
    throw new DOMException("no answer", "TimeoutError");
  };
  const late = await rejection(read({ transmit: silent, resume: first.resume }));
  assert.equal(late.code, "reader.delayed");
  assert.equal((await rejection(read({ transmit: silent }))).code, "reader.timeout");
});

test("a lost card is read on to the same files, and another card is not taken for it", async () => {
  await card.card({ faults: [["LostAt", 30]] });
  const lost = await rejection(read());
  assert.deepEqual([lost.code, lost.wrongKeys], ["reader.tag_lost", 0]);
  assert.match(lost.finding.message, /^Thẻ đã rời khỏi đầu đọc\. Áp thẻ lại/);

  await card.card({ fixture: "cam" });
  const other = await rejection(read({ resume: lost.resume }));
  assert.equal(other.code, "reader.other_card");
  assert.equal(other.resume, undefined);

  await card.card();
  const { files } = await read({ resume: lost.resume });
  for (const name of ["EF.SOD", "DG1", "DG2", "DG13", "DG14", "DG15"])
    assert.deepEqual(files[name], bytes(authentic.files[name]), name);
  assert.ok((await card.state()).commands < 51);
});

test("a copied chip gives its files and no proof", async () => {
  await card.card({ faults: [["Copied"]] });
  const { files, evidence, findings } = await read({ locale: "en" });
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["reader.chip_failed"],
  );
  const judged = readChip(files, { anchors, ...evidence }, on);
  assert.deepEqual([judged.clone.status, judged.assurance], ["failed", "authentic"]);
});

test("a way in that is not supported is named", async () => {
  await card.card({ offers: [[4, 2, 13]] });
  const error = await rejection(read({ locale: "en" }));
  assert.deepEqual([error.code, error.finding.code], ["reader.no_access", "reader.pace_unsupported"]);
  assert.match(error.finding.message, /0\.4\.0\.127\.0\.7\.2\.2\.4\.4\.2 integrated mapping/);
  assert.equal((await card.state()).tries, 0);
});

test("after a wrong checksum nothing more is sent", async () => {
  await card.card({ faults: [["BadMac", 4]] });
  let sent = 0;
  const error = await rejection(read({ transmit: (apdu) => ((sent += 1), card.transmit(apdu)) }));
  assert.equal(error.code, "reader.protocol");
  assert.equal((await card.state()).commands, sent);
});

test("reading stops when the caller wants it, also while the card is asked, and can go on", async () => {
  await card.card();
  const stop = new AbortController();
  let asked = 0;
  const transmit = (apdu) => {
    asked += 1;
    if (asked < 20) return card.transmit(apdu);
    queueMicrotask(() => stop.abort());
    return new Promise(() => {});
  };
  const stopped = await rejection(read({ transmit, signal: stop.signal }));
  assert.deepEqual([stopped.code, asked], ["reader.aborted", 20]);
  await card.tap();
  assert.equal((await read({ resume: stopped.resume })).access.method, "pace");
  const never = await rejection(read({ transmit: () => assert.fail("asked"), signal: AbortSignal.abort() }));
  assert.equal(never.code, "reader.aborted");
});

test("what a transport does is told apart, and hostile answers end in an error with a code", async () => {
  const throws = (error) => async () => {
    throw error;
  };
  const cases = [
    [throws(new Error("gone")), "reader.tag_lost"],
    [throws(undefined), "reader.tag_lost"],
    [throws(Object.assign(new Error("late"), { code: "timeout" })), "reader.timeout"],
    [throws(new DOMException("", "AbortError")), "reader.aborted"],
    [throws(new DOMException("", "NetworkError")), "reader.transport"],
    [async () => "9000", "reader.transport"],
    [async () => undefined, "reader.transport"],
    [async () => new Uint8Array(0), "reader.protocol"],
    [async () => Uint8Array.from([0x90]), "reader.protocol"],
    [async () => Uint8Array.from([0x61, 0x00]), "reader.limit"],
    [async () => Uint8Array.from([0x6d, 0x00]), "reader.no_access"],
    [async () => Uint8Array.from([0x6a, 0x82]), "reader.not_a_document"],
    [async () => new Uint8Array(70_000), "reader.limit"],
  ];
  for (const [transmit, code] of cases) {
    const error = await rejection(read({ transmit }));
    assert.equal(error.code, code, String(transmit));
    assert.equal(error.finding.severity, "error");
  }
});

test("misuse is thrown before the card is asked", async () => {
  const transmit = () => assert.fail("asked");
  const cases = [
    [undefined, "input.type"],
    [{ key: MRZ }, "input.type"],
    [{ transmit }, "input.type"],
    [{ transmit, key: {} }, "reader.key"],
    [{ transmit, key: { can: "12345" } }, "reader.key"],
    [{ transmit, key: { can: 123456 } }, "input.type"],
    [{ transmit, key: { ...MRZ, birthDate: "1999-02-30" } }, "reader.key"],
    [{ transmit, key: MRZ, files: ["DG17"] }, "input.type"],
    [{ transmit, key: MRZ, files: Array.from({ length: 21 }, () => "DG1") }, "limit.input"],
    [{ transmit, key: MRZ, challenge: new Uint8Array(7) }, "input.type"],
    [{ transmit, key: MRZ, prove: ["terminal"] }, "input.type"],
    [{ transmit, key: MRZ, allowBac: "always" }, "input.type"],
    [{ transmit, key: MRZ, allowBac: true }, "input.type"],
    [{ transmit, key: MRZ, resume: {} }, "input.type"],
    [{ transmit, key: MRZ, locale: "fr" }, "options.locale"],
    [{ transmit, key: MRZ, random: () => new Uint8Array(1024) }, "reader.random"],
    [{ transmit, key: MRZ, random: () => new Uint8Array(8) }, "reader.random"],
    [{ transmit, key: MRZ, onProgress: 1 }, "input.type"],
  ];
  for (const [options, code] of cases) assert.equal((await rejection(readCard(options))).code, code, inspect(options));
});

test("random octets are used once", async () => {
  const pool = Uint8Array.from({ length: 1024 }, (_, i) => (i * 167 + (i >> 3)) & 255);
  await card.card({ faults: [["LostAt", 20]] });
  const lost = await rejection(read({ random: () => pool }));
  assert.equal(lost.code, "reader.tag_lost");
  assert.equal((await rejection(read({ random: () => pool, resume: lost.resume }))).code, "reader.random");
});

test("no error, progress or console line holds the key, a random octet or what a file says", async () => {
  const said = [];
  const names = /** @type {const} */ (["log", "info", "warn", "error", "debug"]);
  const kept = names.map((name) => console[name]);
  for (const name of names) console[name] = (...words) => said.push(inspect(words, { depth: 9, showHidden: true }));
  try {
    for (const faults of [[["LostAt", 40]], [["BadMac", 9]], [["Copied"]], [["WrongKey", 0x6300]]]) {
      await card.card({ faults });
      const key = faults[0][0] === "WrongKey" ? { ...MRZ, birthDate: "1999-02-02" } : MRZ;
      const error = await read({ key, onProgress: (step) => said.push(JSON.stringify(step)) }).catch((each) => each);
      if (error instanceof Error) {
        const shown = inspect(error, { depth: 9, showHidden: true });
        said.push(shown, JSON.stringify(error), String(error.stack));
      }
    }
  } finally {
    names.forEach((name, index) => (console[name] = kept[index]));
  }
  const all = said.join("\n");
  assert.ok(said.length > 40);
  for (const secret of [
    "199000015",
    "1199000015",
    "990201",
    "1999-02-01",
    "1999-02-02",
    "2039",
    "123456",
    "Mẫu",
    "MAU",
  ])
    assert.ok(!all.includes(secret), secret);
  assert.doesNotMatch(all, /Uint8Array|\[\s*(\d+,\s*){8}/);
});

test("two readings at a time do not disturb each other", async () => {
  const other = new Emulator();
  try {
    await Promise.all([card.card(), other.card({ offers: [CAM], fixture: "cam", chipKey: "brainpoolP256r1" })]);
    const [one, two] = await Promise.all([read(), read({ transmit: other.transmit })]);
    assert.deepEqual([one.access.mapping, two.access.mapping], ["generic", "chip"]);
    assert.equal(readChip(one.files, { anchors, ...one.evidence }, on).assurance, "genuine");
    assert.equal(two.access.domain, "brainpoolP256r1");
  } finally {
    other.close();
  }
});

test("a bridge is found where an app put one, and each of its words has a code", async () => {
  assert.equal(cardBridge(), undefined);
  let replies = { open: { ok: { maxCommand: 261, maxAnswer: 258 } } };
  const handler = {
    postMessage: async (text) => {
      const { id, do: what, apdu } = JSON.parse(text);
      if (what === "transmit" && !replies.transmit) {
        const answer = await card.answer(Buffer.from(apdu, "hex"));
        return JSON.stringify(
          answer ? { id, ok: { apdu: Buffer.from(answer).toString("hex") } } : { id, error: "lost" },
        );
      }
      return JSON.stringify({ id, ...(replies[what] ?? { ok: {} }) });
    },
  };
  globalThis.webkit = { messageHandlers: { cancuocCard: handler } };
  try {
    const bridge = cardBridge();
    assert.equal(bridge.kind, "ios");
    await card.card();
    const connection = await bridge.open();
    const { files } = await read({ transmit: connection.transmit, transport: connection.transport });
    assert.deepEqual(files["EF.SOD"], bytes(authentic.files["EF.SOD"]));
    replies.transmit = { ok: { apdu: "90 00" } };
    assert.equal((await rejection(read({ transmit: connection.transmit }))).code, "reader.transport");
    replies.transmit = { error: "timeout" };
    assert.equal((await rejection(read({ transmit: connection.transmit }))).code, "reader.timeout");
    connection.close();
    for (const [error, code] of [
      ["denied", "bridge.denied"],
      ["busy", "bridge.busy"],
      ["absent", "bridge.absent"],
      ["off", "bridge.off"],
      ["timeout", "reader.timeout"],
      ["lost", "reader.tag_lost"],
      ["__proto__", "reader.transport"],
      [undefined, "reader.transport"],
    ]) {
      replies = { open: { error } };
      assert.equal((await rejection(bridge.open())).code, code);
    }
    assert.equal((await rejection(bridge.open({ signal: AbortSignal.abort() }))).code, "reader.aborted");
  } finally {
    delete globalThis.webkit;
  }
});
