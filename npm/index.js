import { address } from "./address-module.js";
import { core } from "./core-module.js";
import { loadAllPacks } from "./packs.js";
import { people } from "./people-module.js";
import { portal } from "./portal-module.js";
import { reading } from "./reading-module.js";

export { CanCuocError } from "./error.js";
export { initForm, loadPack } from "./packs.js";

/**
 * Loads everything but the scanner and the chip, once: forms, reading, addresses, what a portal needs. Without an
 * argument each `.wasm` is taken from beside these scripts; where there is no file system and no address (an edge
 * runtime) hand over those that are needed. What was not brought along is missed by name at its first call.
 * @param {import("./module.js").WasmSource | import("./index.js").Modules} [source]
 * @returns {Promise<void>}
 */
export default async function init(source) {
  const packs = loadAllPacks();
  if (source === undefined) {
    const all = Object.values(LATER).map((module) => module.init());
    await Promise.all([core.init(), packs, ...all]);
  } else if (isRecord(source)) {
    const brought = Object.entries(LATER).filter(([name]) => source[/** @type {keyof typeof LATER} */ (name)]);
    const all = brought.map(([name, module]) => module.init(source[/** @type {keyof typeof LATER} */ (name)]));
    await Promise.all([core.init(source.core), packs, ...all]);
  } else {
    // Who names the core alone has the two others that go with every application beside the scripts, or does without.
    const all = [reading, portal].map((module) => module.init().catch(() => {}));
    await Promise.all([core.init(source), packs, ...all]);
  }
}

/** Beside the core. */
const LATER = { reading, address, people, portal };

/**
 * @param {unknown} source
 * @returns {source is import("./index.js").Modules}
 */
function isRecord(source) {
  return typeof source === "object" && source !== null && Object.getPrototypeOf(source) === Object.prototype;
}

export * from "./address.js";
export * from "./form.js";
export * from "./people.js";
export * from "./portal.js";
export * from "./reading.js";
export * from "./text.js";
