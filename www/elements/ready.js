import { core } from "../core-module.js";
import { initForm } from "../packs.js";

/**
 * Loads the core, and the packs of a form if one is named.
 * @param {string} [form]
 * @returns {Promise<import("./messages.js").MessageKey | undefined>} the words of what went wrong
 */
export async function ready(form) {
  try {
    await (form === undefined ? core.init() : initForm(form));
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
