import { vi } from "./words.vi.js";

/** @typedef {keyof typeof vi} Word */

/** @type {Record<Word, string> | undefined} */
let en;

/** Whoever loads `words.en.js` hands it over here: that file needs nothing. @param {Record<Word, string>} words */
export function addEnglish(words) {
  en = words;
}

/**
 * Whether what is said in this language is there already; otherwise `loadWords` brings it.
 * @param {"vi" | "en"} locale
 */
export function hasWords(locale) {
  return locale === "vi" || en !== undefined;
}

/** @param {"vi" | "en"} locale */
export async function loadWords(locale) {
  if (!hasWords(locale)) addEnglish((await import("./words.en.js")).en);
}

/**
 * @param {"vi" | "en"} locale
 * @param {Word} key
 * @param {Record<string, string | number>} [values]
 */
export function say(locale, key, values = {}) {
  const words = (locale === "en" && en ? en : vi)[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {string} key @returns {key is Word} */
export function isWord(key) {
  return Object.hasOwn(vi, key);
}
