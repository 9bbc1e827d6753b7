// The dearest input of each function, up to its limit: searched for, not only written down. `node bench/limits.mjs`
// in pkg-tests/ writes the table of docs/limits.md and fails above the bound. Texts are units of letters that are
// repeated up to the limit; pictures are headers that are bent. What was worst is bent again, and the worst of all is
// measured at three sizes, so that growth shows. CANCUOC_TRIES: how many for each function; CANCUOC_ONLY: part of a
// name.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ready, shapes, texts } from "./limits/cases.mjs";
import { cost } from "./limits/cost.mjs";
import { Random } from "./limits/random.mjs";

/** Milliseconds: nothing takes longer, or it says `limit`. */
const BOUND = 250;
const TRIES = Number(process.env.CANCUOC_TRIES ?? 60);
const ONLY = process.env.CANCUOC_ONLY ?? "";

await ready();
/** @type {string[][]} */ const rows = [];
/** @type {string[]} */ const broken = [];
for (const { name, limit, run, letters, largest } of texts()) {
  if (!name.includes(ONLY)) continue;
  const unit = await worstUnit(run, letters, largest);
  const make = (/** @type {number} */ size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text).length;
  await measure({ name, limit, what: `${JSON.stringify(unit)} repeated`, largest, make, run, bytes });
}
for (const shape of shapes(TRIES, ONLY)) if (shape.name.includes(ONLY)) await measure(shape);
if (!ONLY) intoDocument();
if (broken.length) {
  console.error(broken.join("\n"));
  process.exitCode = 1;
}

/**
 * @param {(text: string) => unknown} run @param {readonly string[]} letters @param {number} largest
 * @returns {Promise<string>}
 */
async function worstUnit(run, letters, largest) {
  const random = new Random(13);
  const size = Math.max(64, Math.floor(largest / 16));
  const any = () => Array.from({ length: random.below(4) + 1 }, () => random.of(letters)).join("");
  const price = async (/** @type {string} */ unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    return (await cost(() => run(text))).ms;
  };
  let best = { unit: letters[0], ms: 0 };
  for (let turn = 0; turn < TRIES; turn++) {
    const bent = random.below(2) ? best.unit + random.of(letters) : random.of(letters) + best.unit.slice(1);
    const unit = turn < letters.length ? letters[turn] : random.below(2) ? any() : bent;
    const ms = await price(unit);
    if (ms > best.ms) best = { unit, ms };
  }
  return best.unit;
}

/**
 * @param {{ name: string, limit: string, what: string, largest: number, make: (size: number) => any,
 *   run: (input: any) => unknown, bytes: (input: any) => number }} shape
 */
async function measure({ name, limit, what, largest, make, run, bytes }) {
  const ran = [];
  for (const divisor of [16, 4, 1]) {
    const input = make(Math.max(1, Math.floor(largest / divisor)));
    // The better of two: the first call also compiles.
    const [first, second] = [await cost(() => run(input)), await cost(() => run(input))];
    ran.push({ ...(first.ms < second.ms ? first : second), bytes: bytes(input) });
  }
  const times = ran.map(({ ms }) => ms.toFixed(ms < 10 ? 1 : 0)).join(" / ");
  const last = ran[2];
  rows.push([name, limit, what, last.bytes.toLocaleString("en"), times, last.said]);
  console.log(rows[rows.length - 1].join(" | "));
  if (ran.some(({ ms }) => ms > BOUND)) broken.push(`${name}: ${what}: ${times} ms`);
  // Four times the input is some 4.4 times the work, in n log n; more than 8 is more than noise.
  if (ran[2].ms > 50 && ran[2].ms > 8 * Math.max(1, ran[1].ms)) broken.push(`${name}: ${what}: grows, ${times} ms`);
}

function intoDocument() {
  const file = join(import.meta.dirname, "..", "..", "docs", "limits.md");
  const head = ["function", "limit", "the worst input found", "bytes", "ms at 1/16, 1/4, 1/1", "answer"];
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  const table = [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
  const text = readFileSync(file, "utf8");
  const marked = /(<!-- bench:limits -->\n\n)[\s\S]*?(\n\n<!-- \/bench -->)/;
  writeFileSync(
    file,
    text.replace(marked, (_, before, after) => before + table + after),
  );
}
