import { CanCuocError } from "./error.js";

/**
 * Pictures across the border, for every module that reads them.
 *
 * @typedef {import("./scan.js").Picture} Picture
 * @typedef {import("./scan.js").ScanOptions} ScanOptions
 * @typedef {import("./module.js").Glue & Pick<typeof import("./glue/scan.js"), "greyLevels">} Glue
 */

/**
 * Reads a picture with what its options allow.
 * @template {Glue} G
 * @param {import("./module.js").WasmModule<G>} module
 * @param {Picture} image
 * @param {ScanOptions | undefined} options
 * @param {object} ways
 * @param {(glue: G, data: Uint8Array, width: number, height: number, work: string, locale: string) => any} ways.bytes
 * @param {(glue: G, image: ImageData, work: string, locale: string) => any} ways.canvas as a canvas gives it
 * @returns {any} the result, with `step`: so many pixels of the picture are one of those that were looked at
 */
export function readPicture(module, image, options, ways) {
  const { effort = "photo", budget, locale = "vi" } = options ?? {};
  if (budget !== undefined && !(budget > 0)) throw new CanCuocError("options.budget", "milliseconds, more than 0");
  const hurried = budget === undefined ? effort === "frame" : budget <= HURRY;
  const { data, width, height, step, read } = checked(module, image, hurried);
  const time = budget ?? (read === 0 ? undefined : effort === "frame" ? FRAME : PHOTO);
  const work = time === undefined ? String(effort) : String(left(Math.min(Math.ceil(time), 60_000), read));
  const result = module.call((glue) =>
    read === 0 && typeof ImageData === "function" && image instanceof ImageData
      ? ways.canvas(glue, image, work, String(locale))
      : ways.bytes(glue, data, width, height, work, String(locale)),
  );
  return Object.assign(result, { step });
}

/** In pixels of the picture. @param {{ corners: any }[]} found @param {number} step */
export function enlarge(found, step) {
  if (step === 1) return;
  for (const each of found) each.corners = each.corners.map((/** @type {any} */ [x, y]) => [step * x, step * y]);
}

/** What is left of the milliseconds after so many pixels were made grey. @param {number} time @param {number} read */
const left = (time, read) => Math.max(Math.min(LEAST, time), time - Math.ceil(read * READING));

/**
 * What can cross the border: bytes and whole sizes. A large coloured picture crosses as grey, a quarter of its
 * bytes; where time is
 * short and pixels are many, every second one of every second row. `read`: the pixels that were made grey here.
 * @param {import("./module.js").WasmModule<any>} module
 * @param {Picture} image
 * @param {boolean} hurried
 */
function checked(module, image, hurried) {
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
  const grey = greyOf(module, bytes, width, step, across, down);
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
 * @param {import("./module.js").WasmModule<any>} module
 * @param {Uint8Array} rgba
 * @param {number} width pixels a row
 * @param {number} step of so many pixels in both directions one is taken
 * @param {number} across
 * @param {number} down
 */
function greyOf(module, rgba, width, step, across, down) {
  const grey = new Uint8Array(across * down);
  const rows = step > 1 ? 1 : Math.max(1, Math.floor(BAND / width));
  for (let y = 0; y < down; y += rows) {
    const start = y * step * width;
    const end = start + (step > 1 ? across * step : Math.min(rows, down - y) * width);
    const band = rgba.subarray(4 * start, 4 * end);
    grey.set(
      module.call((glue) => glue.greyLevels(band, step)),
      y * across,
    );
  }
  return grey;
}

/** Pixels of a band. */
const BAND = 250_000;
