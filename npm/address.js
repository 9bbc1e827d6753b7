import { CanCuocError } from "./error.js";
import { more } from "./more.js";
import { fromJson, optionsJson, toJson } from "./plain.js";

/** The asset, kept for the case that the module restarts after a trap. @type {Uint8Array | undefined} */
let asset;

/** @type {typeof import("./address.js").loadUnits} */
export function loadUnits(data) {
  if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) {
    throw new CanCuocError("input.type", "loadUnits takes the bytes of the asset `cancuoc/units`");
  }
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  more.call((glue) => {
    glue.loadUnits(bytes);
    glue.forgetWords();
  });
  asset = bytes;
}

/** @type {typeof import("./address.js").fetchUnits} */
export async function fetchUnits(source = new URL("./units.bin", import.meta.url)) {
  const url = new URL(source, import.meta.url);
  /** @type {any} */
  const node = url.protocol === "file:" ? /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs") : undefined;
  if (node) return loadUnits(new Uint8Array(node.readFileSync(url)));
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new CanCuocError("units.source", "the units' asset could not be fetched", { cause });
  }
  if (!response.ok) throw new CanCuocError("units.source", `the server answered ${response.status}`);
  loadUnits(await response.arrayBuffer());
}

/** @type {typeof import("./address.js").parseAddress} */
export function parseAddress(text, options) {
  return call((glue, on) => glue.parseAddress(asText(text), on), options);
}

/** @type {typeof import("./address.js").convertAddress} */
export function convertAddress(address, options) {
  const json = toJson(address, "address");
  return call((glue, on) => glue.convertAddress(json, on), options);
}

/** @type {typeof import("./address.js").convertAddresses} */
export function convertAddresses(addresses, options) {
  if (!Array.isArray(addresses)) throw new CanCuocError("input.type", "addresses are a list");
  if (addresses.every((address) => typeof address === "string")) {
    return withUnits((options) => more.call((glue) => glue.convertTexts(addresses, (use) => more.call(use), options)), options);
  }
  const json = toJson(addresses, "addresses");
  return call((glue, on) => glue.convertAddresses(json, on), options);
}

/** @type {typeof import("./address.js").searchUnits} */
export function searchUnits(text, options) {
  return call((glue, on) => glue.searchUnits(asText(text), on), options);
}

/**
 * @param {(glue: typeof import("./with-more.js"), options: string) => string} use
 * @param {object} [options]
 */
function call(use, options) {
  return withUnits((json) => fromJson(more.call((glue) => use(glue, json))), options);
}

/**
 * Once more with the units, where the module was restarted and has lost them.
 * @template T
 * @param {(options: string) => T} use
 * @param {object} [options]
 * @returns {T}
 */
function withUnits(use, options) {
  const json = optionsJson(options);
  try {
    return use(json);
  } catch (error) {
    if (!(error instanceof CanCuocError) || error.code !== "units.not_loaded" || !asset) throw error;
    const bytes = asset;
    more.call((glue) => glue.loadUnits(bytes));
    return use(json);
  }
}

/** @param {unknown} text */
function asText(text) {
  if (typeof text !== "string") throw new CanCuocError("input.type", "an address is text");
  return text;
}
