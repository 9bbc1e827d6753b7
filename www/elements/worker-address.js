import { absolute, assetAt } from "../asset-address.js";

/**
 * Starts the scanner's worker.
 *
 * Bundlers recognise exactly the words `new Worker(new URL(…, import.meta.url), …)` and put the worker's address in,
 * some also other options; a page's Trusted Types policy must see that address. So this file is shipped with its names
 * as they are, and where there is such a policy the words are spoken to an object that only remembers.
 * @param {(address: URL) => any} trusted
 * @returns {Worker}
 */
export function scanWorker(trusted) {
  return started(
    "widget/scan-worker.js",
    trusted,
    () => new Worker(new URL("./scan-worker.js", import.meta.url), { type: "module" }),
  );
}

/**
 * @param {string} path where the worker lies in the package, when no bundler has taken it along
 * @param {(address: URL) => any} trusted
 * @param {() => any} words those that bundlers recognise
 * @returns {Worker}
 */
export function started(path, trusted, words) {
  // Asked for with a file that is beside it: these words with the worker's own name would be another copy of it.
  const own = assetAt(path, () => new URL("../scan.wasm", import.meta.url));
  if (own.pathname.endsWith(path)) return new Worker(trusted(own), { type: "module" });
  const scope = /** @type {any} */ (globalThis);
  const Real = scope.Worker;
  if (scope.trustedTypes) scope.Worker = Asked;
  /** @type {any} */ let worker;
  try {
    worker = words();
  } finally {
    scope.Worker = Real;
  }
  return worker instanceof Asked ? new Real(trusted(absolute(worker.address)), worker.options) : worker;
}

/** Takes what a `Worker` takes, and only remembers it. */
class Asked {
  /** @param {URL | string} address @param {WorkerOptions} [options] */
  constructor(address, options) {
    this.address = address;
    this.options = options;
  }
}
