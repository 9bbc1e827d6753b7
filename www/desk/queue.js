/** The queue of the help desk: numbers, no names; of this tab only. */

const QUEUE = "cancuoc.queue";
const LAST = "cancuoc.last";

/** @returns {number[]} who is at the desk, then who waits */
export function queue() {
  try {
    return JSON.parse(read(QUEUE) ?? "[]").filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** @param {number[]} numbers */
export function setQueue(numbers) {
  write(QUEUE, JSON.stringify(numbers));
}

/** A number that nobody had today. */
export function nextNumber() {
  const next = (Number(read(LAST)) || 0) + 1;
  write(LAST, String(next));
  return next;
}

/** @param {string} key */
function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage the queue lasts for the citizen at hand.
  }
}
