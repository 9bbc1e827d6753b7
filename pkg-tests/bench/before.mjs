// This package beside a former one: `node bench/before.mjs <folder of its pkg/>`. Calls alternate in one process, so
// that whatever else the machine does meets both; a figure is the median of the rounds' ratios.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

import { intoReadme, median, short } from "./readme.mjs";

const ROUNDS = 60;
const CALLS = 40;
const here = import.meta.dirname;
const folders = { before: resolve(process.argv[2] ?? ""), now: join(here, "..", "..", "pkg") };
if (!existsSync(join(folders.before, "index.js"))) throw new Error("name the folder of a former package");

const on = "2026-11-22";
const payload = new TextEncoder().encode(
  "001202999999|012345678|Nguyễn Văn Mẫu|15052002|Nam|Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội|20062021",
);
const messy = readFileSync(join(here, "address", "messy.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t")[1] ?? "");

/** @param {string} folder */
async function load(folder) {
  const m = await import(pathToFileURL(join(folder, "index.js")).href);
  await m.default();
  m.loadUnits(readFileSync(join(folder, "units.bin")));
  return m;
}

/** The calls of one package, each on its own results. @param {any} m @param {object} answers */
function callsOf(m, answers) {
  const sealedAt = `${on}T08:00:00+07:00`;
  const reading = m.readQr(payload, { on });
  const identity = m.reconcile([reading], { on });
  const context = { sealedAt, assurance: identity.assurance };
  const sealed = m.seal("ct01", answers, context, { on });
  let row = 0;
  return {
    readQr: () => m.readQr(payload, { on }),
    "reconcile, one reading": () => m.reconcile([reading], { on }),
    "prefill CT01": () => m.prefill("ct01", identity, {}, { on }),
    "validate CT01": () => m.validate("ct01", answers, { on }),
    "seal CT01": () => m.seal("ct01", answers, context, { on }),
    "checkSealed CT01": () => m.checkSealed(sealed, { on }),
    convertAddress: () => m.convertAddress(messy[row++ % messy.length], { on }),
    "convertAddresses, a list of 3,006": () => m.convertAddresses(messy, { on }),
  };
}

/** The first example of CT01 that every package accepts. @param {any[]} packages */
function acceptedBy(packages) {
  const examples = JSON.parse(readFileSync(join(here, "..", "..", "packs", "ct01", "examples.json"), "utf8"));
  const accepted = (/** @type {any} */ { answers }) => packages.every((m) => m.validate("ct01", answers, { on }).ok);
  const example = examples.accept.find(accepted);
  if (!example) throw new Error("no example of CT01 is accepted by both");
  return example.answers;
}

/** @param {() => unknown} call @param {number} times @returns {number} microseconds a call */
function time(call, times) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) call();
  return Number(process.hrtime.bigint() - start) / 1000 / times;
}

const [old, young] = [await load(folders.before), await load(folders.now)];
const answers = acceptedBy([old, young]);
const [before, now] = [callsOf(old, answers), callsOf(young, answers)];
const rows = [];
for (const name of /** @type {(keyof typeof now)[]} */ (Object.keys(now))) {
  const list = name.startsWith("convertAddresses");
  const [rounds, calls] = list ? [9, 1] : [ROUNDS, CALLS];
  for (const call of [before[name], now[name]]) time(call, list ? 2 : 500);
  const times = Array.from({ length: rounds }, (_, round) => {
    const [one, other] = round % 2 ? [before[name], now[name]] : [now[name], before[name]];
    const first = time(one, calls);
    const second = time(other, calls);
    return round % 2 ? { before: first, now: second } : { before: second, now: first };
  });
  rows.push([
    name,
    short(median(times.map((each) => each.before))),
    short(median(times.map((each) => each.now))),
    median(times.map((each) => each.now / each.before)).toFixed(2),
  ]);
}
intoReadme("before-calls", [["call, µs in Node", "before", "now", "ratio"], ...rows]);

const files = [
  ...[
    "core.wasm",
    "reading.wasm",
    "portal.wasm",
    "address.wasm",
    "more.wasm",
    "export.wasm",
    "scan.wasm",
    "chip.wasm",
    "jp2.wasm",
    "units.bin",
  ],
  ...["packs/ct01.js", "packs/all.js"],
];
const size = (/** @type {string} */ path) =>
  existsSync(path)
    ? brotliCompressSync(readFileSync(path), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
      }).length.toLocaleString("en")
    : "";
intoReadme("before-bytes", [
  ["file, bytes (Brotli)", "before", "now"],
  ...files.map((file) => [file, size(join(folders.before, file)), size(join(folders.now, file))]),
]);
