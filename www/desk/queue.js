import { day } from "./tally.js";

/**
 * The queue of the help desk: numbers, no names. It stands in `localStorage`, so that a closed tab loses nobody, and is
 * of one day: tomorrow begins with number 1.
 */

const KEY = "cancuoc.queue";

/** Without storage the queue lasts for the page. @type {Queue} */
let here = { day: "", waiting: [], last: 0 };

/** @typedef {{ day: string, waiting: number[], last: number }} Queue */

/** @returns {number[]} who is at the desk, then who waits */
export function queue() {
  return read().waiting;
}

/** @param {number[]} numbers */
export function setQueue(numbers) {
  write({ ...read(), waiting: numbers });
}

/** A number that nobody had today. */
export function nextNumber() {
  const now = read();
  const last = now.last + 1;
  write({ ...now, last });
  return last;
}

/** Tells when another tab of this browser changed the queue. @param {() => void} changed */
export function watchQueue(changed) {
  addEventListener("storage", ({ key }) => key === KEY && changed());
}

/** @returns {Queue} */
function read() {
  const today = day(new Date());
  const kept = stored();
  return kept.day === today ? kept : { day: today, waiting: [], last: 0 };
}

/** @returns {Queue} */
function stored() {
  try {
    const { day, waiting, last } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof day !== "string" || !Array.isArray(waiting)) return here;
    return { day, waiting: waiting.filter(Number.isSafeInteger), last: Number(last) || 0 };
  } catch {
    return here;
  }
}

/** @param {Queue} queue */
function write(queue) {
  here = queue;
  try {
    localStorage.setItem(KEY, JSON.stringify(queue));
  } catch {
    // Storage is forbidden: `here` has it.
  }
}
