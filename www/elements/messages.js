import { vi } from "./messages.vi.js";

/** @typedef {keyof typeof vi} MessageKey */

/** @type {Record<MessageKey, string> | undefined} */
let en;

/**
 * Whoever loads `messages.en.js` hands it over here: that file needs nothing.
 * @param {Record<MessageKey, string>} messages
 */
export function addEnglish(messages) {
  en = messages;
}

/**
 * Whether what is said in this language is there already; otherwise `loadMessages` brings it.
 * @param {"vi" | "en"} locale
 */
export function hasMessages(locale) {
  return locale === "vi" || en !== undefined;
}

/** @param {"vi" | "en"} locale */
export async function loadMessages(locale) {
  if (!hasMessages(locale)) addEnglish((await import("./messages.en.js")).en);
}

/**
 * @param {"vi" | "en"} locale
 * @param {MessageKey} key
 * @param {Record<string, string | number>} [values]
 */
export function message(locale, key, values = {}) {
  const text = (locale === "en" && en ? en : vi)[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {string} key @returns {key is MessageKey} */
export function isMessageKey(key) {
  return Object.hasOwn(vi, key);
}
