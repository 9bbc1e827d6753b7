import * as glue from "./glue/scan.js";
import { WasmModule } from "./module.js";
import { freeze } from "./plain.js";
import { enlarge, readPicture } from "./scan-picture.js";

const scanner = new WasmModule("scan", glue, () => new URL("./scan.wasm", import.meta.url));

/** @type {typeof import("./scan.js").default} */
export default function init(source) {
  return scanner.init(source);
}

/** @type {typeof import("./scan.js").scan} */
export function scan(image, options) {
  const { symbols, findings } = read(image, options, undefined);
  return freeze(Object.assign(symbols, { findings }));
}

/** @type {typeof import("./scan.js").scanFrame} */
export function scanFrame(image, evidence, options) {
  const {
    symbols,
    findings,
    evidence: next,
    step,
  } = read(image, { effort: "frame", ...options }, evidence ?? new Uint8Array());
  const seen = cornersIn(next, step);
  return freeze(Object.assign(symbols, { findings, evidence: next }, seen && { seen }));
}

/**
 * @param {import("./scan.js").Picture} image
 * @param {import("./scan.js").ScanOptions | undefined} options
 * @param {Uint8Array | undefined} evidence
 */
function read(image, options, evidence) {
  const result = readPicture(scanner, image, options, {
    bytes: (glue, data, width, height, work, locale) => glue.scan(data, width, height, work, locale, evidence),
    canvas: (glue, image, work, locale) => glue.scanImageData(image, work, locale, evidence),
  });
  enlarge(result.symbols, result.step);
  return result;
}

/**
 * Where the symbol is that was seen and not read: the head of the evidence holds it (`Evidence::to_bytes` in
 * src/scan/accumulator.rs).
 * A head alone is of a symbol that was read.
 * @param {Uint8Array} evidence
 * @param {number} step
 * @returns {[number, number][] | undefined}
 */
function cornersIn(evidence, step) {
  if (evidence.length <= HEAD) return undefined;
  const view = new DataView(evidence.buffer, evidence.byteOffset);
  const number = (/** @type {number} */ index) => Math.round(view.getFloat32(2 + 4 * index, true) * 100 * step) / 100;
  return [0, 2, 4, 6].map((i) => [number(i), number(i + 1)]);
}

/** Version, flags, eight coordinates and a score. */
const HEAD = 38;
