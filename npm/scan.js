import { CanCuocError } from "./error.js";
import * as glue from "./glue/scan.js";
import { WasmModule } from "./module.js";
import { freeze, optionsJson } from "./plain.js";

const scanner = new WasmModule("scan", glue, () => new URL("./scan.wasm", import.meta.url));

/** @type {typeof import("./scan.js").default} */
export default function init(source) {
  return scanner.init(source);
}

/** @type {typeof import("./scan.js").scan} */
export function scan(image, options) {
  const { data, width, height } = checked(image);
  const text = scanner.call((glue) => glue.scan(data, width, height, optionsJson(options)));
  const { symbols, findings } = JSON.parse(text);
  for (const symbol of symbols) symbol.bytes = Uint8Array.from(symbol.bytes);
  return freeze(Object.assign(symbols, { findings }));
}

/**
 * What can cross the border: bytes and whole sizes. A large coloured picture crosses as grey, a quarter of its bytes.
 * @param {Parameters<typeof import("./scan.js").scan>[0]} image
 */
function checked(image) {
  const { data, width, height } = image ?? {};
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    throw new CanCuocError("input.type", "image.data is a Uint8Array or a Uint8ClampedArray");
  }
  const size = (/** @type {number} */ side) => Number.isInteger(side) && side >= 0 && side < 2 ** 31;
  if (!size(width) || !size(height)) throw new CanCuocError("scan.size", "image.width and image.height are whole numbers");
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const pixels = width * height;
  const large = pixels > LARGE && bytes.length === 4 * pixels;
  return { data: large ? greyOf(bytes, pixels) : bytes, width, height };
}

/** More pixels than this are made grey before they cross. */
const LARGE = 2_000_000;

/**
 * The luma of `src/scan/image.rs`: ITU-R BT.601, over white where the picture is transparent.
 * @param {Uint8Array} rgba
 * @param {number} pixels
 */
function greyOf(rgba, pixels) {
  const grey = new Uint8Array(pixels);
  for (let i = 0, k = 0; i < pixels; i++, k += 4) {
    const luma = (77 * rgba[k] + 150 * rgba[k + 1] + 29 * rgba[k + 2]) >> 8;
    const alpha = rgba[k + 3];
    grey[i] = alpha === 255 ? luma : (luma * alpha + 255 * (255 - alpha)) / 255;
  }
  return grey;
}
