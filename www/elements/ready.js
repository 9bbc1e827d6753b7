import { initForm } from "../packs.js";
import { initReading } from "../reading.js";

/** @typedef {Promise<import("./messages.js").MessageKey | undefined>} Loaded the words of what went wrong */

/** Loads the core and the packs of a form. @param {string} form @returns {Loaded} */
export function ready(form) {
  return loaded(() => initForm(form));
}

/** Loads what reads cards. @returns {Loaded} */
export function readyToRead() {
  return loaded(() => initReading());
}

/** @param {() => Promise<unknown>} load @returns {Loaded} */
export async function loaded(load) {
  try {
    await load();
    return undefined;
  } catch (error) {
    return WORDS[/** @type {any} */ (error)?.code] ?? "coreMissing";
  }
}

/** Only what may be the network's fault is called so. @type {Record<string, import("./messages.js").MessageKey>} */
const WORDS = {
  "init.csp": "cspMissing",
  "init.not_found": "setupMissing",
  "init.version": "setupMissing",
  "form.unknown": "formUnknown",
};
