// The scanner beside its peers, on the same pictures, in one run:
//
//   node bench/scan.mjs DIRECTORY…      (or SCAN_CORPUS=dir:dir; without any, the project's own corpus, test seeds)
//   options: --only=cancuoc,zxing-wasm  --every=3 (each third picture)
//
// A directory holds grey PNGs and manifest.json ({ file, cat, sev, payload (base64), … }, see corpus/). Prints a table and
// writes results/scan.json. Figures are of this machine: compare ratios.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { PNG } from "pngjs";

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const flags = Object.fromEntries(process.argv.slice(2).filter((a) => a.startsWith("--")).map((a) => a.slice(2).split("=")));
const directories = process.argv.slice(2).filter((a) => !a.startsWith("--"));
if (directories.length === 0) directories.push(...(process.env.SCAN_CORPUS?.split(":") ?? ownCorpus()));

const only = flags.only?.split(",");
const decoders = [];
for (const [name, load] of Object.entries(loaders())) {
  if (only && !only.some((o) => name.startsWith(o))) continue;
  try {
    decoders.push({ name, ...(await load()), rows: {}, wrong: 0, times: {} });
  } catch (error) {
    console.error(`· ${name} is not there: ${error.message}`);
  }
}

for (const directory of directories) {
  const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
  const every = Number(flags.every ?? 1);
  for (const [index, entry] of manifest.entries()) {
    if (index % every) continue;
    const picture = grey(join(directory, entry.file));
    const expected = entry.payload === null ? null : Buffer.from(entry.payload, "base64");
    for (const decoder of decoders) await measure(decoder, picture, entry, expected);
  }
  console.error(`· ${directory}: ${manifest.length} pictures`);
}
report();

/** One picture for one decoder. */
async function measure(decoder, picture, entry, expected) {
  if (decoder.most && picture.width * picture.height > decoder.most) return count(decoder, entry, false);
  const given = { ...picture, data: new Uint8ClampedArray(picture.data) };
  const started = process.cpuUsage();
  let found = [];
  try {
    found = await decoder.read(given);
  } catch {
    found = [];
  }
  // Time on the processor: what else the machine does is not counted.
  const { user, system } = process.cpuUsage(started);
  const time = (user + system) / 1000;
  const size = `${picture.width}x${picture.height}`;
  (decoder.times[size] ??= []).push(time);
  const right = expected !== null && found.some((bytes) => Buffer.compare(Buffer.from(bytes), expected) === 0);
  decoder.wrong += found.some((bytes) => expected === null || Buffer.compare(Buffer.from(bytes), expected) !== 0) ? 1 : 0;
  count(decoder, entry, right);
}

function count(decoder, entry, right) {
  const row = (decoder.rows[entry.cat] ??= Array.from({ length: 5 }, () => [0, 0]));
  // The degree of a video's frame is its number: no degree of damage.
  const degree = Math.min(entry.sev, 4);
  row[degree][0] += right ? 1 : 0;
  row[degree][1] += 1;
}

/** What kinds belong together. */
function group(kind) {
  if (kind === "video") return "video frames";
  if (kind === "none") return "without a code";
  return /^s\d|scene/.test(kind) ? "scenes" : "stills";
}

function report() {
  const groups = ["stills", "scenes", "video frames"];
  const sizes = ["640x480", "1280x720", "1920x1080", "4000x3000"];
  const lines = [["decoder", ...groups, "wrong", ...sizes.map((s) => `${s} median / p95 ms`), "brotli KB"]];
  const results = {};
  for (const decoder of decoders) {
    const share = (wanted) => {
      const kinds = Object.entries(decoder.rows).filter(([kind]) => group(kind) === wanted);
      const all = kinds.flatMap(([, row]) => row);
      const total = all.reduce((sum, [, n]) => sum + n, 0);
      return total ? all.reduce((sum, [r]) => sum + r, 0) / total : null;
    };
    const time = (size, part) => quantile(decoder.times[size] ?? [], part);
    results[decoder.name] = {
      ...Object.fromEntries(groups.map((g) => [g, share(g)])),
      wrong: decoder.wrong,
      milliseconds: Object.fromEntries(sizes.filter((s) => decoder.times[s]).map((s) => [s, { median: time(s, 0.5), p95: time(s, 0.95) }])),
      brotli: decoder.brotli ?? null,
      kinds: decoder.rows,
    };
    lines.push([
      decoder.name,
      ...groups.map((g) => (share(g) === null ? "–" : `${(100 * share(g)).toFixed(1)} %`)),
      decoder.wrong,
      ...sizes.map((s) => (decoder.times[s] ? `${time(s, 0.5).toFixed(1)} / ${time(s, 0.95).toFixed(0)}` : "–")),
      decoder.brotli ? Math.round(decoder.brotli / 1000) : "–",
    ]);
  }
  console.log(lines.map((line, i) => `| ${line.join(" | ")} |${i === 0 ? `\n|${"---|".repeat(line.length)}` : ""}`).join("\n"));
  mkdirSync(join(here, "results"), { recursive: true });
  writeFileSync(join(here, "results", "scan.json"), `${JSON.stringify({ corpora: directories.map((d) => d.split("/").at(-1)), results }, null, 1)}\n`);
}

function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

/** Each decoder: RGBA in, a list of byte strings out. */
function loaders() {
  const ours = (effort) => async () => {
    const { default: init, scan } = await import("cancuoc/scan");
    await init();
    return { read: (picture) => scan(picture, { effort }).map(({ bytes }) => bytes), brotli: brotli(require.resolve("cancuoc/scan.wasm")) };
  };
  const zxing = (options) => async () => {
    const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
    const file = join(dirname(require.resolve("zxing-wasm/reader")), "../../reader/zxing_reader.wasm");
    await prepareZXingModule({ overrides: { wasmBinary: readFileSync(file).buffer }, fireImmediately: true });
    const read = async (picture) => {
      const found = await readBarcodes(picture, { formats: ["QRCode"], ...options });
      return found.filter((f) => f.isValid).map((f) => f.bytes);
    };
    return { read, brotli: brotli(file) };
  };
  return {
    "cancuoc, photo": ours("photo"),
    "cancuoc, frame": ours("frame"),
    "zxing-wasm": zxing({}),
    "zxing-wasm, denoise": zxing({ tryDenoise: true }),
    "zbar-wasm": async () => {
      const { scanImageData, ZBarSymbolType } = await import("@undecaf/zbar-wasm");
      // Its text is decoded by guess; the raw data are compared.
      const read = async (picture) => (await scanImageData(picture)).filter((s) => s.type === ZBarSymbolType.ZBAR_QRCODE).map((s) => new Uint8Array(s.data));
      return { read };
    },
    qr: async () => {
      const { default: decode } = await import("qr/decode.js");
      const encoder = new TextEncoder();
      return { read: (picture) => [encoder.encode(decode(picture))] };
    },
    jsQR: async () => {
      const jsqr = (await import("jsqr")).default;
      const read = ({ data, width, height }) => {
        const found = jsqr(data, width, height, { inversionAttempts: "dontInvert" });
        return found ? [Uint8Array.from(found.binaryData)] : [];
      };
      return { read, most: 2_500_000 };
    },
  };
}

function brotli(file) {
  return brotliCompressSync(readFileSync(file)).length;
}

/** A PNG as RGBA. */
function grey(file) {
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  return { data, width, height };
}

/** The test seeds of the project's own corpus, generated when they are not there. */
function ownCorpus() {
  const root = process.env.SCAN_CORPUS_ROOT ?? join(here, "..", "..", "target", "scan-corpus");
  return [101, 102].map((seed) => {
    const directory = join(root, `seed${seed}`);
    if (!existsSync(join(directory, "manifest.json"))) {
      execFileSync(process.env.PYTHON ?? "python3", [join(here, "..", "corpus", "generate.py"), directory, "--seed", String(seed)], { stdio: "inherit" });
    }
    return directory;
  });
}
