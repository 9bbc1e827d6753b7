// Commands and milliseconds of a whole reading, in WebAssembly, against the emulated chip; beside it the crate
// `dmrtd`, native. The time of the card is taken off. Figures of this machine: compare ratios. Writes the table of
// docs/reader.md.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import init, { readCard } from "cancuoc/reader";

import { Emulator } from "../emulator.mjs";
import { markdown, median, short } from "./readme.mjs";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const RUNS = 25;
const key = { documentNumber: "001199000015", birthDate: "1999-02-01", expiryDate: "2039-02-01" };

/** Mapping, cipher, parameter id of `examples/card_emulator.rs`. */
const CARDS = [
  { name: "BAC, 3DES", offers: [] },
  { name: "PACE, P-256, AES-128", offers: [[2, 2, 12]] },
  { name: "PACE, brainpoolP256r1, AES-128", offers: [[2, 2, 13]] },
  { name: "PACE, brainpoolP384r1, AES-256", offers: [[2, 4, 16]] },
  { name: "PACE, brainpoolP512r1, AES-256", offers: [[2, 4, 17]] },
];

const started = performance.now();
await init();
const loaded = performance.now() - started;
const emulator = new Emulator();
const rows = [
  ["card", "cancuoc in WebAssembly: all, both proofs", "without Chip Authentication", "dmrtd, native, the same"],
];
const results = [];
for (const { name, offers } of CARDS) {
  const all = await ours({ offers }, ["active", "chip"]);
  const active = await ours({ offers }, ["active"]);
  const peer = dmrtd({ offers });
  results.push({ name, all, active, dmrtd: peer });
  const cell = (/** @type {{ commands: number, ms: number } | undefined} */ run) =>
    run ? `${run.commands} commands, ${short(run.ms)} ms` : "not read";
  rows.push([name, cell(all), cell(active), cell(peer)]);
}
emulator.close();
const table = markdown(rows);
console.log(`chip.wasm from the file system: ${short(loaded)} ms\n\n${table}`);
mkdirSync(join(here, "results"), { recursive: true });
writeFileSync(join(here, "results", "reader.json"), `${JSON.stringify({ loaded, results }, null, 2)}\n`);
const page = join(root, "docs", "reader.md");
const place = /(<!-- bench:reader -->\n)[\s\S]*?(<!-- \/bench -->)/;
writeFileSync(
  page,
  readFileSync(page, "utf8").replace(place, (_, before, after) => `${before}\n${table}\n${after}`),
);

/** @param {import("../emulator.mjs").Wanted} card @param {("active" | "chip")[]} prove */
async function ours(card, prove) {
  const times = [];
  let commands = 0;
  for (let run = 0; run < RUNS; run++) {
    await emulator.card(card);
    let waited = 0;
    commands = 0;
    const transmit = async (/** @type {Uint8Array} */ apdu) => {
      const begun = performance.now();
      const answer = await emulator.transmit(apdu);
      waited += performance.now() - begun;
      commands += 1;
      return answer;
    };
    const begun = performance.now();
    const { files, evidence } = await readCard({ transmit, key, prove });
    times.push(performance.now() - begun - waited);
    if (!files.DG2 || Object.keys(evidence).length !== prove.length) throw new Error("the reading is not whole");
  }
  return { commands, ms: median(times) };
}

/** @param {import("../emulator.mjs").Wanted} card */
function dmrtd(card) {
  const peer = join(here, "reader");
  execFileSync("cargo", ["build", "--quiet", "--release", "--target-dir", join(root, "target", "reader-peer")], {
    cwd: peer,
    stdio: "inherit",
  });
  const program = join(root, "target", "reader-peer", "release", "reader-peer");
  const chip = join(root, "target", "debug", "examples", "card_emulator");
  try {
    return JSON.parse(execFileSync(program, [chip, JSON.stringify(card), String(RUNS)], { encoding: "utf8" }));
  } catch {
    return undefined;
  }
}
