import { address } from "./address-module.js";
import { CanCuocError } from "./error.js";

/** Of what is too long, and while the module is restarted, the core's own findings stand. */
const SILENT = ["init.missing", "units.not_loaded", "limit.input"];

/**
 * What is said of an address that must be today's when it names units that are no more.
 * @param {{ on?: unknown, locale?: unknown }} day
 * @returns {(text: string, path: string, label: string) => import("./index.js").Finding | undefined}
 */
export function oldUnit({ on, locale }) {
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
