import { absolute, assetAt } from "./asset-address.js";
import { CanCuocError } from "./error.js";
import { misplaced, warnOnce } from "./setup.js";

/**
 * The bytes of the units' asset, from beside the scripts or from where the caller says.
 * @param {string | URL} [source]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function readUnits(source) {
  const url =
    source === undefined ? assetAt("units.bin", () => new URL("./units.bin", import.meta.url)) : absolute(source);
  /** @type {any} */
  const node =
    url.protocol === "file:" ? /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs") : undefined;
  if (node) return new Uint8Array(node.readFileSync(url));
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new CanCuocError("units.source", "the units' asset could not be fetched", { cause });
  }
  const wrong = misplaced(response);
  if (wrong) {
    warnOnce(`units.bin: ${wrong}`);
    throw new CanCuocError("units.source", wrong);
  }
  return new Uint8Array(await response.arrayBuffer());
}
