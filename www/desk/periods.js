import { t } from "../shell/locale.js";
import { day } from "./tally.js";

/** @typedef {import("./tally.js").Entry} Entry */
/** @typedef {"day" | "week" | "month" | "lastMonth"} Period */
/** @typedef {{ name: string, people: number, finished: number, minutes: number }} Sum */

/** Periods by which the tally is summed. @returns {{ period: Period, words: string }[]} */
export function periods() {
  return [
    { period: "day", words: t("Hôm nay", "Today") },
    { period: "week", words: t("Tuần này", "This week") },
    { period: "month", words: t("Tháng này", "This month") },
    { period: "lastMonth", words: t("Tháng trước", "Last month") },
  ];
}

/** First and last day of a period, seen from a day; weeks begin on Monday. @param {Period} period @param {Date} now */
export function daysOf(period, now) {
  const [from, to] = [new Date(now), new Date(now)];
  if (period === "week") from.setDate(from.getDate() - ((from.getDay() + 6) % 7));
  if (period === "month" || period === "lastMonth") from.setDate(1);
  if (period === "lastMonth") {
    from.setMonth(from.getMonth() - 1);
    to.setDate(0);
  }
  return { from: day(from), to: day(to) };
}

/**
 * What was done in a period, by service and by point, the most frequent first.
 * @param {readonly Entry[]} entries @param {Period} period @param {Date} now
 */
export function summed(entries, period, now) {
  const { from, to } = daysOf(period, now);
  const own = entries.filter((entry) => entry.day >= from && entry.day <= to);
  return {
    from,
    to,
    people: own.length,
    finished: own.filter(({ outcome }) => outcome === "sealed").length,
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    services: by(own, ({ service }) => service),
    points: by(own, ({ point }) => point ?? ""),
  };
}

/** @param {readonly Entry[]} entries @param {(entry: Entry) => string} nameOf @returns {Sum[]} */
function by(entries, nameOf) {
  /** @type {Map<string, Sum>} */ const sums = new Map();
  for (const entry of entries) {
    const name = nameOf(entry);
    const sum = sums.get(name) ?? { name, people: 0, finished: 0, minutes: 0 };
    sum.people++;
    sum.finished += entry.outcome === "sealed" ? 1 : 0;
    sum.minutes += entry.minutes;
    sums.set(name, sum);
  }
  return [...sums.values()].sort((a, b) => b.people - a.people || a.name.localeCompare(b.name));
}
