import { convertAddresses, fetchUnits } from "../../../pkg/address.js";
import { address } from "../../../pkg/address-module.js";

/**
 * Converts a list in a thread of its own. In: `{ rows, options }`, later `{ stop: true }`. Out: `{ at, results }` for
 * each slice, then `{ done: true }`, or `{ failed: code }`.
 */
const port = /** @type {any} */ (self);
/** Rows of a slice: some milliseconds, so that progress moves and a stop is heard. */
const SLICE = 500;
let stopped = false;

port.onmessage = async (/** @type {{ data: any }} */ { data }) => {
  if (data.stop) {
    stopped = true;
    return;
  }
  try {
    await address.init();
    await fetchUnits();
    for (let at = 0; at < data.rows.length && !stopped; at += SLICE) {
      port.postMessage({ at, results: convertAddresses(data.rows.slice(at, at + SLICE), data.options) });
      await new Promise((go) => setTimeout(go));
    }
    port.postMessage({ done: !stopped });
  } catch (error) {
    port.postMessage({ failed: /** @type {any} */ (error)?.code ?? "internal" });
  }
};
