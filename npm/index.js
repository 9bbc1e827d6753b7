import { address } from "./address-module.js";
import { core } from "./core-module.js";
import { exporter } from "./export-module.js";
import { loadAllPacks } from "./packs.js";

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
  const load = (/** @type {"address" | "export"} */ name, /** @type {typeof address | typeof exporter} */ module) =>
    source === undefined || brought[name] !== undefined ? module.init(brought[name]) : undefined;
  await Promise.all([core.init(brought.core), load("address", address), load("export", exporter), loadAllPacks()]);
}

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
