/**
 * What one picture of a card's back shows: codes and zone, each found without the other.
 * @typedef {import("../../scan-mrz.js").ScannedZone} Zone
 * @typedef {import("../frames.js").Found & { zone?: Zone, looks?: number }} Back
 *   `looks`: at so many sizes the zone was looked for
 */

/** @type {Back} */
export const NOTHING = { payloads: [], hints: [] };

/** Sizes at which the zone is looked for: what does not read it would only take time again. */
export const LOOKS = 2;

/** Whether nothing more is to be looked for. @param {Back} back */
export function whole({ payloads, zone, looks = 0 }) {
  return payloads.length > 0 && (Boolean(zone?.text) || looks >= LOOKS);
}

/** @param {Zone} [a] @param {Zone} [b] */
export function surer(a, b) {
  return a && b ? (b.unsure.length < a.unsure.length ? b : a) : (a ?? b);
}
