import { CanCuocError } from "./error.js";
import { OF_ONE, asBytes, asText, freeze, guarded, plain, withDay } from "./plain.js";
import { reading } from "./reading-module.js";

/** Bytes that the module takes at most; longer input is not even copied there. */
const LONGEST = 1 << 20;

/** `LIMITS.readings` of `src/limits.rs`: more are not even copied. */
const MOST_READINGS = 64;

/** @type {typeof import("./reading.js").initReading} */
export function initReading(source) {
  return reading.init(source);
}

/** @type {typeof import("./reading.js").readQr} */
export function readQr(payload, options) {
  if (typeof payload === "string") {
    limit(payload, "payload");
    return freeze(reading.call((glue) => glue.readQrText(payload, withDay(options))));
  }
  const bytes = asBytes(payload, "payload");
  limit(bytes, "payload");
  return freeze(reading.call((glue) => glue.readQrBytes(bytes, withDay(options))));
}

/** @type {typeof import("./reading.js").readMrz} */
export function readMrz(zone, options) {
  limit(asText(zone, "text"), "text");
  return freeze(reading.call((glue) => glue.readMrz(zone, withDay(options))));
}

/** @type {typeof import("./reading.js").readTyped} */
export function readTyped(person, options) {
  return freeze(reading.call((glue) => glue.readTyped(plain(person, "person", OF_ONE), withDay(options))));
}

/** @type {typeof import("./reading.js").readAccount} */
export function readAccount(person, options) {
  return freeze(reading.call((glue) => glue.readAccount(plain(person, "person", OF_ONE), withDay(options))));
}

/** @type {typeof import("./reading.js").checkPin} */
export function checkPin(pin, options) {
  limit(asText(pin, "pin"), "pin");
  return freeze(reading.call((glue) => glue.checkPin(pin, withDay(options))));
}

/** @type {typeof import("./reading.js").reconcile} */
export function reconcile(readings, options) {
  if (!Array.isArray(readings)) throw new CanCuocError("input.type", "readings is not a list");
  if (readings.length > MOST_READINGS) throw new CanCuocError("limit.input", `readings: at most ${MOST_READINGS}`);
  const given = guarded("readings", () => plain(readings.map(essential), "readings", OF_ONE));
  return freeze(reading.call((glue) => glue.reconcile(given, withDay(options))));
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
 * @param {string | Uint8Array} value
 * @param {string} name
 */
function limit(value, name) {
  if (value.length > LONGEST) throw new CanCuocError("limit.input", `${name}, bytes: at most ${LONGEST}`);
}
