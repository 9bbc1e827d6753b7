import { CanCuocError } from "./error.js";
import { asText, freeze, withDay } from "./plain.js";
import { reading } from "./reading-module.js";

/** Characters or bytes that the module takes at most. */
const LONGEST = 1 << 20;

/** @type {typeof import("./text.js").repairText} */
export function repairText(text, options) {
  limit(asText(text, "text"));
  return freeze(reading.call((glue) => glue.repairText(text, withDay(options))));
}

/** @type {typeof import("./text.js").decodeText} */
export function decodeText(bytes, options) {
  if (!(bytes instanceof Uint8Array)) throw new CanCuocError("input.type", "bytes is not a Uint8Array");
  limit(bytes);
  return freeze(reading.call((glue) => glue.decodeBytes(bytes, withDay(options))));
}

/** @param {string | Uint8Array} value */
function limit(value) {
  if (value.length > LONGEST) throw new CanCuocError("limit.input", `text: at most ${LONGEST}`);
}
