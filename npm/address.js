import { CanCuocError } from "./error.js";
import { more } from "./more.js";
import { fromJson, optionsJson, toJson } from "./plain.js";

/** The asset, kept for the case that the module restarts after a trap. @type {Uint8Array | undefined} */
let asset;

/**
 * Takes the lists of units: the bytes of `cancuoc/units`.
 * @param {BufferSource} data
 */
export function loadUnits(data) {
  if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) {
    throw new CanCuocError("input.type", "loadUnits takes the bytes of the asset `cancuoc/units`");
  }
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  more.call((glue) => glue.loadUnits(bytes));
  asset = bytes;
}

/**
 * @param {string} text
 * @param {object} [options]
 */
export function parseAddress(text, options) {
  return call((glue, on) => glue.parseAddress(asText(text), on), options);
}

/**
 * @param {string | object} address
 * @param {object} [options]
 */
export function convertAddress(address, options) {
  const json = toJson(address, "address");
  return call((glue, on) => glue.convertAddress(json, on), options);
}

/**
 * Many texts in one call: for lists of thousands of rows.
 * @param {readonly (string | object)[]} addresses
 * @param {object} [options]
 */
export function convertAddresses(addresses, options) {
  if (!Array.isArray(addresses)) throw new CanCuocError("input.type", "addresses are a list");
  const json = toJson(addresses, "addresses");
  return call((glue, on) => glue.convertAddresses(json, on), options);
}

/**
 * @param {string} text
 * @param {object} [options]
 */
export function searchUnits(text, options) {
  return call((glue, on) => glue.searchUnits(asText(text), on), options);
}

/**
 * @param {(glue: typeof import("./glue/more.js"), options: string) => string} use
 * @param {object} [options]
 */
function call(use, options) {
  const json = optionsJson(options);
  try {
    return fromJson(more.call((glue) => use(glue, json)));
  } catch (error) {
    if (!(error instanceof CanCuocError) || error.code !== "units.not_loaded" || !asset) throw error;
    const bytes = asset;
    more.call((glue) => glue.loadUnits(bytes));
    return fromJson(more.call((glue) => use(glue, json)));
  }
}

/** @param {unknown} text */
function asText(text) {
  if (typeof text !== "string") throw new CanCuocError("input.type", "an address is text");
  return text;
}
