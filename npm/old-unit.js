import { address, lists } from "./address-module.js";
import { CanCuocError } from "./error.js";

/** Of what is too long, and while the module is restarted, the core's own findings stand. */
const SILENT = ["init.missing", "units.not_loaded", "limit.input"];

/**
 * What is said of an address that must be today's when it names units that are no more; none while there are no lists.
 * @param {{ on?: unknown, locale?: unknown }} day
 * @returns {((text: string, path: string, label: string) => import("./index.js").Finding | undefined) | undefined}
 */
export function oldUnit({ on, locale }) {
  if (!address.ready || !lists.loaded) return undefined;
  const options = { on, ...(locale === undefined ? {} : { locale }) };
  return (text, path, label) => {
    try {
      return address.call((glue) => glue.oldUnit(text, path, label, options)) ?? undefined;
    } catch (error) {
      if (error instanceof CanCuocError && SILENT.includes(error.code)) return undefined;
      throw error;
    }
  };
}
