import { CanCuocError } from "./error.js";

/**
 * The text of a value that goes to the core.
 * @param {unknown} value
 * @param {string} name of the argument, for the error
 */
export function toJson(value, name) {
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch (cause) {
    throw new CanCuocError("input.type", `${name} cannot be written as JSON`, { cause });
  }
  throw new CanCuocError("input.type", `${name} is missing`);
}

/**
 * What came back from the core: plain objects, frozen.
 * @param {string} text
 * @returns {any}
 */
export function fromJson(text) {
  return freeze(JSON.parse(text));
}

/**
 * Freezes a plain value to its leaves; bytes cannot be frozen and stay as they are.
 * @template T
 * @param {T} value
 * @returns {Readonly<T>}
 */
export function freeze(value) {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const member of Object.values(value)) freeze(member);
    Object.freeze(value);
  }
  return value;
}

/**
 * The options as the core wants them: the day filled in.
 * @param {object} [options]
 */
export function optionsJson(options) {
  return toJson({ on: today(), ...withoutUndefined(options) }, "options");
}

/** Today on this device, `YYYY-MM-DD`. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {object} [options] */
function withoutUndefined(options) {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));
}
