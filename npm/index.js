import { address } from "./address-module.js";
import { core } from "./core-module.js";
import { loadAllPacks } from "./packs.js";

export { CanCuocError } from "./error.js";
export { initForm } from "./packs.js";

/**
 * Loads everything but the scanner and the chip, once: the core, every form, addresses. Without an argument each
 * `.wasm` is taken from beside these scripts; where there is no file system and no address (an edge runtime) hand over
 * both.
 * @param {import("./module.js").WasmSource | { core?: import("./module.js").WasmSource, address?: import("./module.js").WasmSource }} [source]
 * @returns {Promise<void>}
 */
export default async function init(source) {
  const [first, second] = isPair(source) ? [source.core, source.address] : [source, undefined];
  // Whoever brings only the core gets along without addresses: their calls say what is missing.
  const others = source === undefined || second !== undefined ? address.init(second) : undefined;
  await Promise.all([core.init(first), others, loadAllPacks()]);
}

/**
 * @param {unknown} source
 * @returns {source is { core?: import("./module.js").WasmSource, address?: import("./module.js").WasmSource }}
 */
function isPair(source) {
  return typeof source === "object" && source !== null && Object.getPrototypeOf(source) === Object.prototype;
}

export * from "./address.js";
export * from "./form.js";
export * from "./reading.js";
export * from "./text.js";
