import { readQr } from "../../reading.js";

/**
 * Of the codes in a picture the first that is a card's.
 * @param {readonly (string | Uint8Array)[]} codes
 * @param {import("../../index.js").Options} options
 * @returns {import("../../index.js").Reading | undefined}
 */
export function cardOf(codes, options) {
  const readings = codes.map((code) => readQr(code, options));
  return (
    readings.find(({ assurance }) => assurance !== "none") ??
    readings.find(({ kind }) => kind !== "unknown") ??
    readings[0]
  );
}
