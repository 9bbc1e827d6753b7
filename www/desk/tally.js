/**
 * The tally: what was done, how long it took, which kinds of findings came up, at which point. No name, no number, no
 * address, no time of day finer than the hour.
 *
 * @typedef {{ day: string, hour: number, service: string, outcome: "sealed" | "left", minutes: number, findings:
 * Record<string, number>, point?: string }} Entry
 */

const KEY = "cancuoc.tally";

/** So long entries are kept: a year, to compare a month with that of the year before. */
export const MONTHS = 13;

/** Some 2 MB: what browsers allow a site is 5. */
const MOST = 20_000;

/** @returns {Entry[]} */
export function entries() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/**
 * @param {{ service: string, outcome: "sealed" | "left", started: number, findings: readonly { code: string }[],
 *   point?: string }} done
 * @param {Date} [now]
 */
export function record({ service, outcome, started, findings, point }, now = new Date()) {
  /** @type {Record<string, number>} */ const kinds = {};
  for (const { code } of findings) kinds[code] = (kinds[code] ?? 0) + 1;
  /** @type {Entry} */ const entry = {
    day: day(now),
    hour: now.getHours(),
    service,
    outcome,
    minutes: Math.max(1, Math.round((now.getTime() - started) / 60_000)),
    findings: kinds,
    ...(point ? { point } : {}),
  };
  const oldest = new Date(now);
  oldest.setMonth(oldest.getMonth() - MONTHS);
  const kept = entries().filter((each) => each.day >= day(oldest));
  try {
    localStorage.setItem(KEY, JSON.stringify([...kept.slice(1 - MOST), entry]));
  } catch {
    // Storage is forbidden: the tally of this citizen is lost, their form is not.
  }
  return entry;
}

export function clearTally() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above: then there is nothing to clear.
  }
}

/** @param {Date} date */
export function day(date) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
