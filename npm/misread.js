import { reading } from "./reading-module.js";

/**
 * What is known of answers that were read in the wrong encoding: the module that reads cards has the tables for it.
 * Without it nothing is said of them.
 * @param {unknown} answers plain data
 * @returns {readonly { text: string, meant?: string }[] | undefined}
 */
export function misreadAmong(answers) {
  if (!reading.ready) return undefined;
  /** @type {Set<string>} */ const texts = new Set();
  collect(answers, texts, MOST);
  return texts.size ? reading.call((glue) => glue.misreadTexts([...texts])) : undefined;
}

/**
 * Every text that is not ASCII.
 * @param {unknown} value @param {Set<string>} texts @param {number} left how many characters @returns {number} the rest
 */
function collect(value, texts, left) {
  if (typeof value === "string") {
    if (value.length > LONGEST || value.length > left || !NOT_ASCII.test(value)) return left;
    texts.add(value);
    return left - value.length;
  }
  if (typeof value !== "object" || value === null) return left;
  return Object.values(value).reduce((rest, member) => collect(member, texts, rest), left);
}

const NOT_ASCII = /[^\0-\x7f]/;

/** No field takes more characters than 2,000. */
const LONGEST = 4096;

/** Ten times what a long form with all its rows holds. */
const MOST = 1 << 17;
