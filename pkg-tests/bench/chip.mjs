// The chip beside its peers, in one run over the mint's matrix: rightly accepted, rightly refused, milliseconds cold
// and warm. Figures of this machine: compare ratios, not numbers.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { intoReadme, short } from "./readme.mjs";

const here = import.meta.dirname;
const root = pathToFileURL(join(here, "../../tests/chip/fixtures/"));
const { fixtures } = JSON.parse(readFileSync(new URL("manifest.json", root), "utf8"));
const bytes = (/** @type {string} */ path) => new Uint8Array(readFileSync(new URL(path, root)));

if (process.argv[2] === "cold") {
  await cold(process.argv[3], process.argv[4]);
} else {
  await main();
}

async function main() {
  const { PEERS, loadNoble } = await import("./chip/peers.mjs");
  const nobleVerify = await loadNoble();
  const all = [await ours()];
  for (const { name, load } of PEERS) all.push({ name, accepts: await load() });
  // What every peer can be asked: a SOD, data groups, anchors, a time.
  const asked = fixtures.filter(
    ({ files, trust, trap }) =>
      files["EF.SOD"] &&
      trust.anchors &&
      !trust.policy &&
      !trust.crls &&
      !trust.activeAuthentication &&
      !trust.chipAuthentication &&
      trap !== 12,
  );
  const chips = asked.map(load);
  const good = chips.filter(({ right }) => right);
  const reference = load(fixtures.find(({ name }) => name === "ec-p-256-named"));
  const rsa = load(fixtures.find(({ name }) => name === "rsa-pkcs1-sha256"));

  const rows = [];
  for (const peer of all) {
    let [accepted, refused] = [0, 0];
    const wrong = [];
    for (const chip of chips) {
      const answer = await Promise.resolve()
        .then(() => peer.accepts(chip))
        .catch(() => false);
      if (answer === chip.right) answer ? accepted++ : refused++;
      else wrong.push(chip.name);
    }
    rows.push({
      name: peer.name,
      accepted,
      refused,
      wrong,
      p256: await warm(peer, reference),
      rsa2048: await warm(peer, rsa),
      cold: coldOf(peer.name),
    });
  }
  const vietnam = await warm(all[0], load(fixtures.find(({ name }) => name === "authentic")));
  intoReadme("chip", [
    [
      "verifier",
      `rightly accepted of ${good.length}`,
      `rightly refused of ${chips.length - good.length}`,
      "P-256, warm ms",
      "RSA 2048, warm ms",
      "P-256, cold ms",
    ],
    ...rows.map(({ name, accepted, refused, p256, rsa2048, cold }) =>
      [name, String(accepted), String(refused), p256, rsa2048, cold].map(cell),
    ),
  ]);

  const curves = [];
  for (const fixture of fixtures.filter(({ name }) => /^ec-.*-named$/.test(name))) {
    const chip = load(fixture);
    // The second of its signatures is the signer's certificate under the anchor.
    const [, chained] = await signatures(chip);
    curves.push({ curve: fixture.name.slice(3, -6), ...oneSignature(all[0].read, chip, nobleVerify, chained) });
  }
  intoReadme("chip-curves", [
    ["curve", "cancuoc: one ECDSA verification, ms", "@noble/curves: one `verify`, ms", "ratio"],
    // Those that noble exports; all are in the results.
    ...curves
      .filter(({ noble }) => noble)
      .map(({ curve, mine, noble, ratio }) => [curve, mine, noble, ratio && `${short(ratio)} ×`].map(cell)),
  ]);

  const list = await masterList();
  intoReadme("chip-more", [
    ["of the whole call, cancuoc", "ms"],
    ["Vietnam's shape: brainpoolP512r1, explicit parameters, two signatures, five data groups, warm", cell(vietnam)],
    ["the same in a new process, `import` to answer", cell(coldOf("cancuoc", "authentic"))],
    ...(list
      ? [
          [
            `a master list of ${list.certificates} certificates (${short(list.bytes / 1000)} KB) ` +
              "checked, parsed and searched, warm",
            cell(list.milliseconds),
          ],
          ["the same at the first call", cell(list.cold)],
          [
            `${short(list.flood.certificates)} anchors (${short(list.flood.bytes / 1e6)} MB), warm`,
            cell(list.flood.milliseconds),
          ],
        ]
      : []),
  ]);
  console.log(
    `\nVietnam's shape (brainpoolP512r1, explicit, two signatures, five data groups): ${cell(vietnam)} ms warm`,
  );
  if (list)
    console.log(
      `A master list of ${list.certificates} certificates: ${cell(list.milliseconds)} ms more than without it, ` +
        `${cell(list.cold)} ms at the first call`,
    );
  for (const { name, wrong } of rows.slice(0, 1))
    if (wrong.length) console.log(`${name} is wrong about: ${wrong.join(", ")}`);
  mkdirSync(join(here, "results"), { recursive: true });
  const matrix = { accept: good.length, refuse: chips.length - good.length };
  const results = { node: process.version, matrix, rows, curves, vietnam, masterList: list };
  writeFileSync(join(here, "results", "chip.json"), `${JSON.stringify(results, null, 1)}\n`);
}

/** cancuoc itself; `accepts` takes what the peers take. */
async function ours() {
  const { default: init, readChip } = await import("cancuoc/chip");
  await init();
  return {
    name: "cancuoc",
    read: ({ files, anchors, time }) => readChip(files, { anchors, at: time }, { on: time.slice(0, 10) }),
    accepts: ({ files, anchors, time }) => {
      const { assurance } = readChip(files, { anchors, at: time }, { on: time.slice(0, 10) });
      return assurance === "authentic" || assurance === "genuine";
    },
  };
}

/** A fixture as the peers take it. */
function load({ name, files, trust, expect }) {
  const read = Object.fromEntries(Object.entries(files).map(([file, path]) => [file, bytes(path)]));
  const groups = Object.fromEntries(
    Object.entries(read)
      .filter(([file]) => file.startsWith("DG"))
      .map(([file, content]) => [file.slice(2), content]),
  );
  return {
    name,
    files: read,
    sod: read["EF.SOD"],
    groups,
    anchors: trust.anchors.map(bytes),
    time: trust.at,
    at: Date.parse(trust.at),
    right: expect.assurance === "authentic",
  };
}

/** Warm; nothing when the peer cannot do it. */
async function warm(peer, chip) {
  return millisecondsOf(async () => {
    if (!(await peer.accepts(chip))) throw new Error("refused");
  }).catch(() => undefined);
}

/** The shortest of many calls, within a second: what else the machine does only adds to them. */
async function millisecondsOf(call) {
  let shortest = Infinity;
  const until = performance.now() + 1000;
  for (let calls = 0; calls < 15 || performance.now() < until; calls++) {
    const start = performance.now();
    await call();
    if (calls > 3) shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/**
 * One verification of ours beside one of noble's, by turns: same key, hash and signature. The package verifies cards,
 * so ours is the difference between a card with its anchor (two signatures) and without (one), the reading of the
 * anchor's certificate and the hash of what it signed included; noble is given the hash. The shortest of many calls
 * each.
 */
function oneSignature(read, chip, nobleVerify, { spki, hash, data, signature }) {
  const calls = {
    two: () => read(chip),
    one: () => read({ ...chip, anchors: [] }),
    noble: nobleVerify.prepared?.(spki, hash, data, signature),
  };
  /** @type {Record<string, number>} */ const shortest = {};
  for (let round = 0; round < 60; round++) {
    for (const [name, call] of Object.entries(calls)) {
      for (let i = 0; call && i < 5; i++) {
        const start = performance.now();
        if (call() === false) throw new Error(`${chip.name}: ${name}`);
        const time = performance.now() - start;
        if (round > 5) shortest[name] = Math.min(shortest[name] ?? Infinity, time);
      }
    }
  }
  const mine = shortest.two - shortest.one;
  return { mine, noble: shortest.noble, ratio: shortest.noble && shortest.noble / mine };
}

/** A process of its own: from `import` to the answer. */
function coldOf(name, fixture = "ec-p-256-named") {
  const runs = Array.from({ length: 7 }, () =>
    execFileSync(process.execPath, [import.meta.filename, "cold", name, fixture], { encoding: "utf8" }).trim(),
  );
  const numbers = runs.map(Number);
  return numbers.every(Number.isFinite) ? Math.min(...numbers) : undefined;
}

async function cold(name, fixture) {
  const chip = load(fixtures.find(({ name }) => name === fixture));
  const start = performance.now();
  const accepts =
    name === "cancuoc"
      ? (await ours()).accepts
      : await (await import("./chip/peers.mjs")).PEERS.find((peer) => peer.name === name).load();
  const answer = await Promise.resolve()
    .then(() => accepts(chip))
    .catch(() => false);
  console.log(answer ? performance.now() - start : "refused");
}

/** The two signatures of a card, for a primitive that verifies nothing but signatures. */
async function signatures(chip) {
  const { byHand } = await import("./chip/by-hand.mjs");
  const parts = [];
  await byHand({
    verify: (spki, _algorithm, hash, data, signature) => parts.push({ spki, hash, data, signature }) > 0,
  })(chip);
  return parts;
}

/** Of `tools/mint/large_list.py`, when it was made. */
async function masterList() {
  const path = process.env.CANCUOC_MASTER_LIST;
  if (!path) return undefined;
  const { readChip } = await import("cancuoc/chip");
  const list = new Uint8Array(readFileSync(path));
  const anchor = new Uint8Array(readFileSync(path.replace(/\.ml$/, ".cer")));
  const chip = load(fixtures.find(({ name }) => name === "ec-p-256-named"));
  const trust = { masterLists: [{ list, anchor }], at: chip.time };
  const start = performance.now();
  const { assurance } = readChip(chip.files, trust, { on: "2026-06-01" });
  const cold = performance.now() - start;
  if (assurance !== "authentic") throw new Error("the list knows the card's authority");
  const with_ = await millisecondsOf(async () => readChip(chip.files, trust, { on: "2026-06-01" }));
  const without = await millisecondsOf(async () => readChip(chip.files, { at: chip.time }, { on: "2026-06-01" }));
  const large = bytes("pki/rsa-8192-0.cer");
  const flood = { anchors: [...Array(5000).fill(large), ...chip.anchors], at: chip.time };
  const flooded = await millisecondsOf(async () => readChip(chip.files, flood, { on: "2026-06-01" }));
  return {
    certificates: 600,
    bytes: list.length,
    milliseconds: with_ - without,
    cold,
    flood: { certificates: 5001, bytes: 5000 * large.length, milliseconds: flooded },
  };
}

/** @param {string | number | undefined} value */
function cell(value) {
  return value === undefined ? "–" : typeof value === "number" ? short(value) : value;
}
