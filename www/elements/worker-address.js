/**
 * Starts the scanner's worker.
 *
 * Bundlers recognise exactly the words `new Worker(new URL(…, import.meta.url), …)` and put the worker's address in;
 * a page's Trusted Types policy must see that address. So this file is shipped with its names as they are.
 * @param {(address: URL) => any} trusted
 * @returns {Worker}
 */
export function scanWorker(trusted) {
  if (!(/** @type {any} */ (globalThis).trustedTypes))
    return new Worker(new URL("./scan-worker.js", import.meta.url), { type: "module" });
  const Real = Worker;
  {
    const Worker = Address;
    const { address } = new Worker(new URL("./scan-worker.js", import.meta.url), { type: "module" });
    return new Real(trusted(new URL(address, import.meta.url)), { type: "module" });
  }
}

/** Takes what a `Worker` takes, and only remembers the address. */
class Address {
  /** @param {URL | string} address @param {object} [_options] */
  constructor(address, _options) {
    this.address = address;
  }
}
