/**
 * A licence that was read, and nothing else: what it says of itself stands in its own reading, not in an identity.
 * @param {readonly any[]} readings
 */
export function onlyDocument([reading, ...others]) {
  return reading?.document && !others.length ? reading : undefined;
}
