import { core } from "./core.js";

export { CanCuocError } from "./error.js";

/**
 * Loads the core, once. Without an argument it takes the `core.wasm` beside this script.
 * @param {import("./module.js").WasmSource} [source]
 * @returns {Promise<void>}
 */
export default function init(source) {
  return core.init(source);
}

export { convertAddress, convertAddresses, loadUnits, parseAddress, searchUnits } from "./address.js";
export { checkSealed, describeForm, listForms, listServices, prefill, seal, validate } from "./form.js";
export { checkPin, readMrz, readQr, readTyped, reconcile } from "./reading.js";
