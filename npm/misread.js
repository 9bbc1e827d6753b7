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
  collect(answers, texts);
  return texts.size ? reading.call((glue) => glue.misreadTexts([...texts])) : undefined;
}

/** Every text that is not ASCII. @param {unknown} value @param {Set<string>} texts */
function collect(value, texts) {
  if (typeof value === "string") {
    if (value.length <= LONGEST && NOT_ASCII.test(value)) texts.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) collect(member, texts);
  }
}

const NOT_ASCII = /[^\0-\x7f]/;

/** No field takes more. */
const LONGEST = 1 << 16;
