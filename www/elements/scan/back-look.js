import initScan, { scan } from "../../scan.js";
import initMrz, { scanMrz } from "../../scan-mrz.js";
import { hints } from "../frames.js";
import { LOOKS, NOTHING, surer } from "./back-found.js";

/** @typedef {import("./back-found.js").Back} Back */

export const init = () => Promise.all([initScan(), initMrz()]);

/**
 * @param {import("../../scan.js").Picture} image the photo in one of its sizes
 * @param {Back} [before] what the sizes before gave
 * @param {"vi" | "en"} [locale]
 * @returns {Back}
 */
export function look(image, before = NOTHING, locale) {
  const { looks = 0 } = before;
  const codes = before.payloads.length ? undefined : scan(image, { locale });
  const zones = before.zone?.text || looks >= LOOKS ? undefined : scanMrz(image, { locale });
  const payloads = codes?.map(({ bytes }) => bytes) ?? before.payloads;
  const zone = surer(before.zone, zones?.[0]);
  // What hindered is of the zone, since the code may be on the other side.
  const hindered = zones ? hints(zones.findings).filter(({ code }) => !OWN_WORDS.includes(code)) : before.hints;
  return { payloads, hints: hindered, looks: looks + 1, ...(zone && { zone }) };
}

/** What the panel says in its own words. */
const OWN_WORDS = ["scan.mrz_not_found", "scan.mrz_unsure", "scan.mrz_contradicts"];
