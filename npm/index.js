import { address } from "./address-module.js";
import { core } from "./core-module.js";
import { exporter } from "./export-module.js";
import { loadAllPacks } from "./packs.js";
import { people } from "./people-module.js";

export { CanCuocError } from "./error.js";
export { initForm, loadPack } from "./packs.js";

/**
 * Loads everything but the scanner and the chip, once: the core, every form, addresses, exports. Without an argument
 * each `.wasm` is taken from beside these scripts; where there is no file system and no address (an edge runtime) hand
 * over those that are needed. What was not brought along is missed by name at its first call.
 * @param {import("./module.js").WasmSource | import("./index.js").Modules} [source]
 * @returns {Promise<void>}
 */
export default async function init(source) {
  /** @type {import("./index.js").Modules} */
  const brought = isRecord(source) ? source : { core: source };
  const load = (/** @type {keyof typeof LATER} */ name) =>
    source === undefined || brought[name] !== undefined ? LATER[name].init(brought[name]) : undefined;
  const later = [load("address"), load("people"), load("export")];
  await Promise.all([core.init(brought.core), ...later, loadAllPacks()]);
}

/** Beside the core. */
const LATER = { address, people, export: exporter };

/**
 * @param {unknown} source
 * @returns {source is import("./index.js").Modules}
 */
function isRecord(source) {
  return typeof source === "object" && source !== null && Object.getPrototypeOf(source) === Object.prototype;
}

export * from "./address.js";
export * from "./export.js";
export * from "./form.js";
export * from "./people.js";
export * from "./reading.js";
export * from "./text.js";
