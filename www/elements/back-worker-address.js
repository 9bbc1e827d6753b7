import { started } from "./worker-address.js";

/**
 * Starts the thread that reads a card's back. Shipped with its names as they are, for the same reason.
 * @param {(address: URL) => any} trusted
 * @returns {Worker}
 */
export function backWorker(trusted) {
  return started(
    "widget/back-worker.js",
    trusted,
    () => new Worker(new URL("./back-worker.js", import.meta.url), { type: "module" }),
  );
}
