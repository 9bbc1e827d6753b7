import { initForm } from "../index.js";

/**
 * Loads the core. @returns {Promise<import("./words.js").Word | undefined>} the words of what went wrong
 */
export async function ready() {
  try {
    await init();
    return undefined;
  } catch (error) {
    return /** @type {any} */ (error)?.code === "init.csp" ? "cspMissing" : "coreMissing";
  }
}
