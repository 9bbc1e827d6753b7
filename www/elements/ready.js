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
    const code = /** @type {any} */ (error)?.code;
    return code === "init.csp" ? "cspMissing" : code === "form.unknown" ? "formUnknown" : "coreMissing";
  }
}
