// The scanner beside its peers, on the same pictures, in one process:
//
//   node bench/scan.mjs [DIRECTORY…]    (more pictures: directories of PNGs with a manifest.json, also as
// SCAN_CORPUS=dir:dir)
//   options: --only=cancuoc,zxing (printed, not written)  --every=3 (each third picture)  --seeds=1 (instead of the
// test seeds)
//            --own=no  --photographs=no  --platform=no (the browsers are not asked for their own decoder)
//
// The table goes into the READMEs, all figures into results/scan.json. Figures are of this machine: compare ratios.

import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { intoReadme, markdown, median } from "./readme.mjs";
import { loaders } from "./scan/peers.mjs";
import { absent, platform } from "./scan/platform.mjs";
import { SEEDS, fromManifest, ownCorpus, photographs } from "./scan/pictures.mjs";
import { GROUPS, Tally, percent, quantile } from "./scan/report.mjs";

setFlagsFromString("--expose-gc");
/** Frees memory. @type {() => void} */ const collect = runInNewContext("gc");
const flags = Object.fromEntries(
  process.argv
    .slice(2)
    .filter((a) => a.startsWith("--"))
    .map((a) => a.slice(2).split("=")),
);
const directories = [
  ...process.argv.slice(2).filter((a) => !a.startsWith("--")),
  ...(process.env.SCAN_CORPUS?.split(":") ?? []),
];

const decoders = [];
for (const [name, load] of Object.entries(loaders())) {
  if (flags.only && !flags.only.split(",").some((/** @type {string} */ only) => name.startsWith(only))) continue;
  try {
    decoders.push({ name, ...(await load()) });
  } catch (error) {
    console.error(`· ${name} is not there: ${/** @type {Error} */ (error).message}`);
  }
}
const asked =
  flags.platform === "no" || (flags.only && !flags.only.includes("platform")) ? undefined : await platform();
for (const { engine, version, formats, error } of asked?.answers ?? [])
  console.error(`· BarcodeDetector in ${engine} ${version}: ${error ?? formats?.join(" ") ?? "not there"}`);
decoders.push(...(asked?.decoders ?? []));

const sets = [
  ...(flags.own === "no" ? [] : ownCorpus(flags.seeds?.split(",").map(Number) ?? SEEDS.test)),
  ...directories.map((directory) => fromManifest(directory)),
  ...(flags.photographs === "no" ? [] : [photographs()]),
];
const load = loadavg()[0];
/** @type {Map<string, Map<string, Tally>>} */ const results = new Map();
for (const set of sets) results.set(set.name, await run(set));
await asked?.close();

report();

/** @param {import("./scan/pictures.mjs").PictureSet} set */
async function run({ name, entries }) {
  const tallies = new Map(decoders.map((decoder) => [decoder.name, new Tally()]));
  for (const [index, entry] of entries.entries()) {
    if (index % Number(flags.every ?? 1)) continue;
    const picture = entry.load();
    for (const decoder of decoders)
      tallies.get(decoder.name)?.add(entry, picture, await measure(decoder, picture, entry));
  }
  console.error(`· ${name}: ${entries.length} pictures`);
  return tallies;
}

/**
 * One picture for one decoder.
 * @param {import("./scan/peers.mjs").Decoder} decoder
 * @param {{ data: Uint8Array, width: number, height: number }} picture
 * @param {import("./scan/pictures.mjs").Entry} entry
 */
async function measure(decoder, picture, entry) {
  if (decoder.most && picture.width * picture.height > decoder.most) return { right: false, wrong: false };
  // A copy: some change what they are given.
  const given = { ...picture, data: new Uint8ClampedArray(picture.data) };
  // One decoder is not charged for another one's copies.
  if (picture.width * picture.height > 1_500_000) collect();
  const started = process.cpuUsage();
  /** @type {Uint8Array[]} */ let found = [];
  try {
    found = await decoder.read(given, entry);
  } catch {
    // Some throw where there is nothing.
  }
  // Time on the processor: what else the machine does is not counted.
  const { user, system } = process.cpuUsage(started);
  const right = found.some((bytes) => entry.expects(bytes));
  const wrong = entry.others ? found.length > 0 && !right : found.some((bytes) => !entry.expects(bytes));
  return { right, wrong, time: decoder.took?.() ?? (user + system) / 1000 };
}

function report() {
  const one = merged();
  const best = Math.max(
    ...decoders
      .filter(({ name }) => !name.startsWith("cancuoc"))
      .map(({ name }) => one.get(name)?.share("stills") ?? 0),
  );
  const groups = GROUPS.filter((group) => [...one.values()].some((tally) => tally.share(group) !== undefined));
  const sizes = ["to 0.5 MP", "to 1.5 MP", "to 4 MP", "over 4 MP"].filter((size) =>
    decoders.some(({ name }) => one.get(name)?.times[size]),
  );
  const rows = decoders.map(({ name, brotli }) => {
    const tally = /** @type {Tally} */ (one.get(name));
    const times = sizes.map((size) =>
      tally.times[size]
        ? `${median(tally.times[size]).toFixed(1)} / ${quantile(tally.times[size], 0.95).toFixed(0)}`
        : "",
    );
    return [
      name,
      ...groups.map((group) => percent(tally.share(group))),
      String(tally.wrong),
      ...times,
      String(Math.round(brotli / 1000)),
    ];
  });
  const shown = groups.map((group) => {
    const kinds = decoders[0] ? one.get(decoders[0].name) : undefined;
    return `${group} (${kinds?.count(group) ?? 0})`;
  });
  const table = [
    [
      "decoder, WebAssembly in Node",
      ...shown,
      "wrong bytes",
      ...sizes.map((size) => `${size}: median / p95 ms`),
      "KB (brotli)",
    ],
    ...rows,
  ];
  const nowhere = absent(asked?.answers ?? []);
  if (nowhere)
    table.push([`the platform's own (BarcodeDetector): not there in ${nowhere}`, ...table[0].slice(1).map(() => "")]);
  if (flags.only) console.log(markdown(table));
  else intoReadme("scan", table);
  for (const [name, tallies] of results) {
    const rows = [...tallies].map(([decoder, tally]) => [
      decoder,
      ...GROUPS.map((group) => percent(tally.share(group))),
      String(tally.wrong),
    ]);
    console.log(`\n${name}\n\n${markdown([["decoder", ...GROUPS, "wrong"], ...rows])}`);
  }
  const degrees = [0, 1, 2, 3, 4];
  const byDegree = decoders.map(({ name }) => [
    name,
    ...degrees.map((degree) => percent(one.get(name)?.share("stills", degree))),
  ]);
  console.log(`\nstills by degree of damage\n\n${markdown([["decoder", ...degrees.map(String)], ...byDegree])}`);
  const kinds = [...new Set([...one.values()].flatMap((tally) => Object.keys(tally.kinds)))];
  const share = (/** @type {[number, number][] | undefined} */ row) =>
    percent(row && row.reduce((sum, [n]) => sum + n, 0) / row.reduce((sum, [, n]) => sum + n, 0));
  const names = decoders.map(({ name }) => name);
  const byKind = kinds.map((kind) => [kind, ...names.map((name) => share(one.get(name)?.kinds[kind]))]);
  console.log(`\nby kind\n\n${markdown([["kind", ...names], ...byKind])}`);
  const videos = decoders.map(({ name }) => {
    const all = [...(one.get(name)?.videos.values() ?? [])];
    const first = all.map((video) => video.first ?? Infinity);
    return [name, `${first.filter(Number.isFinite).length} of ${all.length}`, String(median(first))];
  });
  console.log(
    `\nvideos, each frame alone\n\n${markdown([["decoder", "read", "first frame read, median"], ...videos])}`,
  );
  const good = easy(one);
  console.log("\npictures that both cancuoc (photo) and zxing-wasm read: median ms\n");
  console.log(markdown([["size", "pictures", ...names], ...good]));
  if (flags.only) return;
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  const file = {
    node: process.version,
    load,
    every: Number(flags.every ?? 1),
    sets: sets.map(({ name, entries }) => ({ name, pictures: entries.length })),
    bestPeerStills: best,
    barcodeDetector: asked?.answers ?? [],
    bytes: Object.fromEntries(decoders.map(({ name, brotli }) => [name, brotli])),
    good: good.map(([size, pictures, ...times]) => ({
      size,
      pictures: Number(pictures),
      ...Object.fromEntries(decoders.map(({ name }, i) => [name, Number(times[i])])),
    })),
    together: Object.fromEntries(one),
    results: Object.fromEntries([...results].map(([name, tallies]) => [name, Object.fromEntries(tallies)])),
  };
  writeFileSync(join(import.meta.dirname, "results", "scan.json"), `${JSON.stringify(file, null, 1)}\n`);
}

/** All sets together. */
function merged() {
  return new Map(
    decoders.map(({ name }) => [
      name,
      Tally.sum([...results.values()].map((tallies) => /** @type {Tally} */ (tallies.get(name)))),
    ]),
  );
}

/** What good pictures take: those that both read. @param {Map<string, Tally>} one */
function easy(one) {
  const [ours, theirs] = [one.get("cancuoc, photo"), [...one].find(([name]) => name.startsWith("zxing-wasm"))?.[1]];
  if (!ours || !theirs) return [];
  const both = ours.all.map((each, index) => each.right && theirs.all[index].right);
  return ["to 0.5 MP", "to 1.5 MP", "to 4 MP", "over 4 MP"].flatMap((size) => {
    const of = (/** @type {Tally | undefined} */ tally) =>
      (tally?.all ?? [])
        .filter((each, index) => both[index] && each.size === size && each.time !== undefined)
        .map((each) => /** @type {number} */ (each.time));
    const count = of(ours).length;
    return count ? [[size, String(count), ...decoders.map(({ name }) => median(of(one.get(name))).toFixed(1))]] : [];
  });
}
