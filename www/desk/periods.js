import { t } from "../shell/locale.js";
import { day } from "./tally.js";

/** @typedef {import("./tally.js").Entry} Entry */
/** @typedef {"day" | "week" | "month"} Period */

/** Periods by which the tally is summed. @returns {{ period: Period, words: string }[]} */
export function periods() {
  return [
    { period: "day", words: t("Hôm nay", "Today") },
    { period: "week", words: t("Tuần này", "This week") },
    { period: "month", words: t("Tháng này", "This month") },
  ];
}

/** The first day of the period that a day is in; weeks begin on Monday. @param {Period} period @param {Date} now */
export function firstDay(period, now) {
  const first = new Date(now);
  if (period === "week") first.setDate(first.getDate() - ((first.getDay() + 6) % 7));
  if (period === "month") first.setDate(1);
  return day(first);
}

/**
 * What was done in a period, by service, the most frequent first.
 * @param {readonly Entry[]} entries @param {Period} period @param {Date} now
 */
export function summed(entries, period, now) {
  const from = firstDay(period, now);
  const own = entries.filter((entry) => entry.day >= from && entry.day <= day(now));
  /** @type {Map<string, { service: string, people: number, finished: number, minutes: number }>} */
  const services = new Map();
  for (const { service, outcome, minutes } of own) {
    const sum = services.get(service) ?? { service, people: 0, finished: 0, minutes: 0 };
    sum.people++;
    sum.finished += outcome === "sealed" ? 1 : 0;
    sum.minutes += minutes;
    services.set(service, sum);
  }
  return {
    from,
    people: own.length,
    finished: own.filter(({ outcome }) => outcome === "sealed").length,
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    services: [...services.values()].sort((a, b) => b.people - a.people || a.service.localeCompare(b.service)),
  };
}
