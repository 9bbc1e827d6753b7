import { CanCuocError } from "./error.js";
import * as glue from "./glue/scan.js";
import { WasmModule } from "./module.js";
import { freeze } from "./plain.js";

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
  const { effort = "photo", budget, locale = "vi" } = options ?? {};
  if (budget !== undefined && !(budget > 0)) throw new CanCuocError("options.budget", "milliseconds, more than 0");
  const hurried = budget === undefined ? effort === "frame" : budget <= HURRY;
  const { data, width, height, step, read } = checked(image, hurried);
  const time = budget ?? (read === 0 ? undefined : effort === "frame" ? FRAME : PHOTO);
  const work = time === undefined ? String(effort) : String(left(Math.min(Math.ceil(time), 60_000), read));
  const result = scanner.call((glue) =>
    read === 0 && typeof ImageData === "function" && image instanceof ImageData
      ? glue.scanImageData(image, work, String(locale), evidence)
      : glue.scan(data, width, height, work, String(locale), evidence),
  );
  if (step > 1) {
    for (const symbol of result.symbols) {
      symbol.corners = symbol.corners.map((/** @type {[number, number]} */ [x, y]) => [step * x, step * y]);
    }
  }
  return Object.assign(result, { step });
}

/** What is left of the milliseconds after so many pixels were made grey. @param {number} time @param {number} read */
const left = (time, read) => Math.max(Math.min(LEAST, time), time - Math.ceil(read * READING));

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

/**
 * What can cross the border: bytes and whole sizes. A large coloured picture crosses as grey, a quarter of its
 * bytes; where time is
 * short and pixels are many, every second one of every second row. `read`: the pixels that were made grey here.
 * @param {Parameters<typeof import("./scan.js").scan>[0]} image
 * @param {boolean} hurried
 */
function checked(image, hurried) {
  const { data, width, height } = image ?? {};
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    throw new CanCuocError("input.type", "image.data is a Uint8Array or a Uint8ClampedArray");
  }
  const size = (/** @type {number} */ side) => Number.isInteger(side) && side >= 0 && side < 2 ** 31;
  if (!size(width) || !size(height))
    throw new CanCuocError("scan.size", "image.width and image.height are whole numbers");
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const pixels = width * height;
  // The core refuses what is beyond its limits before anything is converted.
  if (pixels <= LARGE || pixels > LARGEST || bytes.length !== 4 * pixels)
    return { data: bytes, width, height, step: 1, read: 0 };
  const step = hurried || pixels > LARGE_PHOTO ? 2 : 1;
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)];
  const grey = greyOf(bytes, width, step, across, down);
  return { data: grey, width: across, height: down, step, read: grey.length };
}

/**
 * More pixels than this are made grey before they cross, a quarter of the memory, and are more than a frame's work
 * can look at.
 * Fewer cross as they are, which is quicker.
 */
const LARGE = 4_600_000;
/** Of a photo with more than these every second pixel of every second row shows a card's code as well. */
const LARGE_PHOTO = 16_000_000;
/** Milliseconds of a frame and of a photo (`Effort` in src/scan/mod.rs), and what making a pixel grey takes of them. */
const FRAME = 28;
const PHOTO = 240;
const READING = 3e-6;
/** Of a longer time so much is left for reading, whatever was taken of it. */
const LEAST = 18;
/** Who gives no more than this is in a hurry as well. */
const HURRY = 60;
/** `IMAGE_LIMITS` of `src/scan/image.rs`. */
const LARGEST = 64_000_000;

/**
 * The luma of `src/scan/image.rs`, band by band: the whole of the colours would be much memory in the module.
 * @param {Uint8Array} rgba
 * @param {number} width pixels a row
 * @param {number} step of so many pixels in both directions one is taken
 * @param {number} across
 * @param {number} down
 */
function greyOf(rgba, width, step, across, down) {
  const grey = new Uint8Array(across * down);
  const rows = step > 1 ? 1 : Math.max(1, Math.floor(BAND / width));
  for (let y = 0; y < down; y += rows) {
    const start = y * step * width;
    const end = start + (step > 1 ? across * step : Math.min(rows, down - y) * width);
    const band = rgba.subarray(4 * start, 4 * end);
    grey.set(
      scanner.call((glue) => glue.greyLevels(band, step)),
      y * across,
    );
  }
  return grey;
}

/** Pixels of a band. */
const BAND = 250_000;
