import { loadUnits, parseAddress } from "../address.js";
import { address } from "../address-module.js";
import { readUnits } from "../units-file.js";

/**
 * The units are an asset of their own: loaded once, when an address is first read or written.
 * @returns {Promise<boolean>}
 */
export function loadUnitsOnce() {
  loading ??= load().catch(() => {
    loading = undefined;
    return false;
  });
  return loading;
}

async function load() {
  const [bytes] = await Promise.all([readUnits(), address.init()]);
  loadUnits(bytes);
  return true;
}

/** @type {Promise<boolean> | undefined} */
let loading;

/**
 * An address with another commune: its street stays.
 * @param {string} text @param {{ commune: string, province: string }} unit
 */
export function addressIn(text, { commune, province }) {
  return [parseAddress(text).street, commune, province].filter(Boolean).join(", ");
}
