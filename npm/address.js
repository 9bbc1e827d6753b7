import { address as units } from "./address-module.js";
import { described } from "./described.js";
import { CanCuocError } from "./error.js";
import { inPresentUnits, withOldUnits } from "./form-units.js";
import { oldUnit } from "./old-unit.js";
import { people } from "./people-module.js";
import { asText, freeze, plain, withDay } from "./plain.js";
import { today } from "./today.js";
import { readUnits } from "./units-file.js";

/** The asset, kept for a module that starts later, or again after a trap. @type {Uint8Array | undefined} */
let asset;

/** Those that convert addresses; each holds the units in its own memory. */
const MODULES = [units, people];

for (const module of MODULES) module.onStart(() => void (asset && give(module, asset)));

/** @param {typeof MODULES[number]} module @param {Uint8Array} bytes */
function give(module, bytes) {
  module.call((glue) => glue.loadUnits(bytes));
}

/** @type {typeof import("./address.js").loadUnits} */
export function loadUnits(data) {
  if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) {
    throw new CanCuocError("input.type", "loadUnits takes the bytes of the asset `cancuoc/units`");
  }
  const bytes =
    data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const started = MODULES.filter(({ ready }) => ready);
  for (const module of started.length ? started : [units]) give(module, bytes);
  if (units.ready) units.call((glue) => glue.forgetWords());
  asset = bytes;
}

today.knows = {
  ofCard: (filled, options) => (units.ready ? inPresentUnits(filled, convertAddress, options) : filled),
  ofAnswers(result, answers, form, day, isShown) {
    if (!asset || !units.ready) return result;
    return withOldUnits(result, answers, described(form, day), oldUnit(day), isShown);
  },
};

/** @type {typeof import("./address.js").fetchUnits} */
export async function fetchUnits(source) {
  loadUnits(await readUnits(source));
}

/** @type {typeof import("./address.js").parseAddress} */
export function parseAddress(text, options) {
  asText(text, "an address");
  return call((glue, on) => glue.parseAddress(text, on), options);
}

/** @type {typeof import("./address.js").convertAddress} */
export function convertAddress(address, options) {
  const given = plain(address, "address");
  return call((glue, on) => glue.convertAddress(given, on), options);
}

/** @type {typeof import("./address.js").convertAddresses} */
export function convertAddresses(addresses, options) {
  if (!Array.isArray(addresses)) throw new CanCuocError("input.type", "addresses are a list");
  if (addresses.every((address) => typeof address === "string")) {
    const call = (/** @type {(glue: Glue) => any} */ use) => units.call(use);
    return withUnits((on) => units.call((glue) => glue.convertTexts(addresses, call, on)), options);
  }
  const given = plain(addresses, "addresses");
  return call((glue, on) => glue.convertAddresses(given, on), options);
}

/** @type {typeof import("./address.js").searchUnits} */
export function searchUnits(text, options) {
  asText(text, "what is searched for");
  return call((glue, on) => glue.searchUnits(text, on), options);
}

/** @typedef {typeof import("./glue/address.js")} Glue */

/**
 * @param {(glue: Glue, options: object) => any} use
 * @param {object} [options]
 */
function call(use, options) {
  return withUnits((on) => freeze(units.call((glue) => use(glue, on))), options);
}

/**
 * Once more with the units, where the module was restarted and has lost them.
 * @template T
 * @param {(options: object) => T} use
 * @param {object} [options]
 * @returns {T}
 */
function withUnits(use, options) {
  const on = withDay(options);
  try {
    return use(on);
  } catch (error) {
    if (!(error instanceof CanCuocError) || error.code !== "units.not_loaded" || !asset) throw error;
    give(units, asset);
    return use(on);
  }
}
