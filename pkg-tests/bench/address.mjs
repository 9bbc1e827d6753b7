// Addresses beside the Python packages that do the same, on the same rows, one thread, in one run: how many are right,
// asked about, guessed, wrong; and time per row. `ADDRESS_PYTHON` is a Python with bench/address/requirements.txt.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

import init, { convertAddress, convertAddresses, fetchUnits } from "cancuoc";

import { intoReadme, short } from "./readme.mjs";

const here = import.meta.dirname;
const on = "2025-07-01"; // the day of the peers' data
const file = join(here, "address", "messy.tsv");
const rows = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"));
const texts = rows.map(([, text]) => text ?? "");

await init();
await fetchUnits();

const counts = { right: 0, asked: 0, guessed: 0, wrong: 0, none: 0, crashed: 0 };
convertAddresses(texts, { on }).forEach((result, at) => {
  const expected = rows[at]?.[2] === "-" ? [] : (rows[at]?.[2] ?? "").split(" ");
  if (!("exact" in result)) counts.crashed++;
  else {
    const codes = result.candidates.map(({ code }) => code);
    if (result.exact)
      counts[
        codes.length === expected.length && codes[0] === expected[0]
          ? "right"
          : expected.includes(codes[0] ?? "")
            ? "guessed"
            : "wrong"
      ]++;
    else if (!expected.length) counts.right++;
    else if (!codes.length) counts.none++;
    else counts[expected.every((code) => codes.includes(code)) ? "asked" : "wrong"]++;
  }
});

/**
 * Best of the rounds over all rows that fit into five seconds, as with the peers; µs a row.
 * @param {() => unknown} round
 */
function perRow(round) {
  let best = Infinity;
  for (const began = performance.now(); performance.now() - began < 5000;) {
    const start = performance.now();
    round();
    best = Math.min(best, performance.now() - start);
  }
  return (best / texts.length) * 1000;
}

const list = perRow(() => convertAddresses(texts, { on }));
const single = perRow(() => texts.forEach((text) => convertAddress(text, { on })));
const peers = JSON.parse(
  execFileSync(process.env.ADDRESS_PYTHON ?? "python3", [join(here, "address", "peers.py"), file], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  }),
);
const all = {
  "cancuoc (a list)": { ...counts, microseconds: list },
  "cancuoc (one by one)": { ...counts, microseconds: single },
  ...peers,
};
/** `cargo run --release --example addresses` in `ADDRESS_NATIVE`: one by one with all words, and as a list without. */
const native =
  process.env.ADDRESS_NATIVE &&
  execFileSync(process.env.ADDRESS_NATIVE, [on, "--time"], {
    input: `${texts.join("\n")}\n`,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  })
    .trim()
    .split(/\s+/)
    .map(Number);
if (native) {
  all["cancuoc (Rust, a list)"] = { ...counts, microseconds: native[1] };
  all["cancuoc (Rust, one by one)"] = { ...counts, microseconds: native[0] };
}

mkdirSync(join(here, "results"), { recursive: true });
writeFileSync(
  join(here, "results", "address.json"),
  `${JSON.stringify({ rows: rows.length, load: loadavg()[0], all }, null, 2)}\n`,
);
const fastest = Math.min(...Object.values(peers).map((/** @type {any} */ peer) => peer.microseconds));
intoReadme("address", [
  [
    "on the same rows, one thread",
    "right",
    "asked",
    "guessed",
    "wrong",
    "no answer",
    "crashed",
    "µs a row",
    "rows/s",
    "× the fastest peer",
  ],
  ...Object.entries(all).map(([name, { right, asked, guessed, wrong, none, crashed, microseconds }]) => [
    name,
    ...[right, asked, guessed, wrong, none, crashed].map(String),
    short(microseconds),
    short(1e6 / microseconds),
    short(fastest / microseconds),
  ]),
]);
