import { core } from "./core.js";
import { CanCuocError } from "./error.js";
import { fromJson, optionsJson, toJson } from "./plain.js";
import { prepareText } from "./text.js";

/** Bytes that the core takes at most; longer input is not even copied there. */
const LONGEST = 1 << 20;

/** @type {typeof import("./reading.js").readQr} */
export function readQr(payload, options) {
  if (typeof payload === "string") {
    const text = limited(payload, "payload");
    prepareText(text);
    return fromJson(core.call((glue) => glue.readQrText(text, optionsJson(options))));
  }
  const bytes = limited(asBytes(payload), "payload");
  prepareText(bytes);
  return fromJson(core.call((glue) => glue.readQrBytes(bytes, optionsJson(options))));
}

/** @type {typeof import("./reading.js").readMrz} */
export function readMrz(zone, options) {
  return fromJson(core.call((glue) => glue.readMrz(text(zone, "text"), optionsJson(options))));
}

/** @type {typeof import("./reading.js").readTyped} */
export function readTyped(person, options) {
  return fromJson(core.call((glue) => glue.readTyped(toJson(person, "person"), optionsJson(options))));
}

/** @type {typeof import("./reading.js").checkPin} */
export function checkPin(pin, options) {
  return fromJson(core.call((glue) => glue.checkPin(text(pin, "pin"), optionsJson(options))));
}

/** @type {typeof import("./reading.js").reconcile} */
export function reconcile(readings, options) {
  if (!Array.isArray(readings)) throw new CanCuocError("input.type", "readings is not a list");
  return fromJson(core.call((glue) => glue.reconcile(toJson(readings.map(essential), "readings"), optionsJson(options))));
}

/**
 * What an identity is made from: raw fields and portraits stay here.
 * @param {any} reading
 */
function essential(reading) {
  if (typeof reading !== "object" || reading === null) return null;
  const { source, kind, person, findings, assurance } = reading;
  return { source, kind, person, findings, assurance };
}

/**
 * @param {unknown} value
 * @param {string} name of the argument, for the error
 */
function text(value, name) {
  if (typeof value !== "string") throw new CanCuocError("input.type", `${name} is not a string`);
  return limited(value, name);
}

/**
 * @template {string | Uint8Array} T
 * @param {T} value
 * @param {string} name
 * @returns {T}
 */
function limited(value, name) {
  if (value.length > LONGEST) throw new CanCuocError("limit.input", `${name}, bytes: at most ${LONGEST}`);
  return value;
}

/** @param {unknown} value */
function asBytes(value) {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new CanCuocError("input.type", "payload is neither a string nor bytes");
}
