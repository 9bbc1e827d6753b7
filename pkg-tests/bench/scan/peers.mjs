// Each decoder of the scanner's benchmark: RGBA in, a list of byte strings out; and what a page loads for it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { buildSync } from "esbuild";

const require = createRequire(import.meta.url);
const here = import.meta.dirname;

/**
 * @typedef {{ data: Uint8ClampedArray, width: number, height: number }} Picture
 * @typedef {{ read: (picture: Picture, entry: import("./pictures.mjs").Entry) => Uint8Array[] | Promise<Uint8Array[]>,
 * most?: number, took?: () => number, brotli: number }} Decoder
 * `most`: more pixels than this are not shown to it, since it would take seconds; `took`: milliseconds of its last
 * picture, where Node's own processor time does not tell them
 */

/** @returns {Record<string, () => Promise<Decoder>>} */
export function loaders() {
  return {
    "cancuoc, photo": ours("photo"),
    "cancuoc, frame": ours("frame"),
    "cancuoc, frame, evidence kept": video,
    "zxing-wasm 3.1.4": zxing({}),
    "zxing-wasm 3.1.4, denoise": zxing({ tryDenoise: true }),
    "rxing-wasm 0.5.7": rxing,
    "zbar-wasm 0.11.0": zbar,
    "qr 0.7.0": qr,
    "jsQR 1.4.0": jsQR,
  };
}

/** @param {"photo" | "frame"} effort */
function ours(effort) {
  return async () => {
    const { default: init, scan } = await import("cancuoc/scan");
    await init();
    const read = (/** @type {Picture} */ picture) => scan(picture, { effort }).map(({ bytes }) => bytes);
    return { read, brotli: shipped('export * from "cancuoc/scan"', require.resolve("cancuoc/scan.wasm")) };
  };
}

/** The frames of a video one after another, what they showed handed on. */
async function video() {
  const { scanFrame } = await import("cancuoc/scan");
  /** @type {Uint8Array | undefined} */ let evidence;
  /** @type {number | null} */ let now = null;
  const read = (/** @type {Picture} */ picture, /** @type {import("./pictures.mjs").Entry} */ entry) => {
    if (entry.video === null || entry.video !== now) evidence = undefined;
    now = entry.video;
    const found = scanFrame(picture, evidence);
    evidence = found.evidence;
    return found.map(({ bytes }) => bytes);
  };
  return { read, brotli: shipped('export * from "cancuoc/scan"', require.resolve("cancuoc/scan.wasm")) };
}

/** @param {object} options */
function zxing(options) {
  return async () => {
    const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
    const file = join(dirname(require.resolve("zxing-wasm/reader")), "../../reader/zxing_reader.wasm");
    await prepareZXingModule({ overrides: { wasmBinary: readFileSync(file).buffer }, fireImmediately: true });
    const read = async (/** @type {any} */ picture) => {
      const found = await readBarcodes(picture, { formats: ["QRCode"], ...options });
      return found.filter((each) => each.isValid).map((each) => each.bytes);
    };
    return { read, brotli: shipped('export { readBarcodes } from "zxing-wasm/reader"', file) };
  };
}

/** Gives text, decoded by its own guess of the charset. */
async function rxing() {
  const {
    BarcodeFormat,
    DecodeHintDictionary,
    DecodeHintTypes,
    decode_barcode_with_hints: decode,
  } = await import("rxing-wasm");
  void BarcodeFormat;
  const encoder = new TextEncoder();
  const read = (/** @type {Picture} */ { data, width, height }) => {
    const luma = new Uint8Array(width * height);
    for (let i = 0; i < luma.length; i++) luma[i] = data[4 * i];
    const hints = new DecodeHintDictionary();
    hints.set_hint(DecodeHintTypes.PossibleFormats, "qrcode");
    hints.set_hint(DecodeHintTypes.TryHarder, "true");
    const found = decode(luma, width, height, hints, false);
    return [encoder.encode(found.text())];
  };
  const file = join(dirname(require.resolve("rxing-wasm")), "rxing_wasm_bg.wasm");
  return {
    read,
    brotli: shipped(
      'export { decode_barcode } from "rxing-wasm/rxing_wasm_bg.js"',
      file,
      "rxing-wasm/rxing_wasm_bg.js",
    ),
  };
}

/** Its text is decoded by guess; the raw data are compared. */
async function zbar() {
  const { ZBarSymbolType, scanImageData } = await import("@undecaf/zbar-wasm");
  const read = async (/** @type {any} */ picture) => {
    const found = await scanImageData(picture);
    return found
      .filter((symbol) => symbol.type === ZBarSymbolType.ZBAR_QRCODE)
      .map((symbol) => new Uint8Array(symbol.data));
  };
  const file = join(dirname(require.resolve("@undecaf/zbar-wasm")), "zbar.wasm");
  return { read, brotli: shipped('export { scanImageData } from "@undecaf/zbar-wasm"', file) };
}

/** Gives text. */
async function qr() {
  const { default: decode } = await import("qr/decode.js");
  const encoder = new TextEncoder();
  const read = (/** @type {Picture} */ picture) => [encoder.encode(decode(picture))];
  return { read, brotli: shipped('export { default } from "qr/decode.js"') };
}

async function jsQR() {
  const { default: jsqr } = await import("jsqr");
  const read = (/** @type {Picture} */ { data, width, height }) => {
    const found = jsqr(data, width, height, { inversionAttempts: "dontInvert" });
    return found ? [Uint8Array.from(found.binaryData)] : [];
  };
  return { read, most: 2_500_000, brotli: shipped('export { default } from "jsqr"') };
}

/**
 * The script, bundled and minified, and the module, each compressed by brotli.
 * @param {string} script
 * @param {string} [wasm]
 * @param {string} [alias]
 */
function shipped(script, wasm, alias) {
  const contents = alias
    ? script.replace(alias, join(dirname(require.resolve("rxing-wasm")), "rxing_wasm_bg.js"))
    : script;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: join(here, "..", "..") },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    external: ["module", "fs", "path", "url", "node:*"],
    logLevel: "silent",
  });
  const size = (/** @type {Uint8Array} */ bytes) => brotliCompressSync(bytes).length;
  return size(outputFiles[0].contents) + (wasm ? size(readFileSync(wasm)) : 0);
}
