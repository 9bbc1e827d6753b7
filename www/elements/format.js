import { isMessageKey, message } from "./messages.js";

/** @typedef {"vi" | "en"} Locale */

/** Words of a pack: a string, or one for each language. @param {any} words @param {Locale} locale @returns {string} */
export function localised(words, locale) {
  if (words === undefined || words === null) return "";
  return typeof words === "string" ? words : (words[locale] ?? words.vi ?? "");
}

/** `2026-07-01` as people write it; reduced dates stay reduced. @param {string} iso */
export function formatDate(iso) {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso) ?? [];
  if (!year) return iso;
  return [day, month, year].filter(Boolean).join("/");
}

/** A number of twelve digits in groups that people read aloud. @param {string} digits */
export function formatPin(digits) {
  return /^\d{12}$/.test(digits) ? digits.replace(/(\d{3})(?=\d)/g, "$1\u00a0") : digits;
}

/** A value of a `Person`. @param {string} field @param {string} value @param {Locale} locale */
export function formatPerson(field, value, locale) {
  if (field === "pin" || field === "cancelledPin") return formatPin(value);
  if (field === "sex" || value === "male" || value === "female")
    return isMessageKey(value) ? message(locale, value) : value;
  if (field === "expiryDate" && value === "none") return message(locale, "neverExpires");
  return /Date$/.test(field) ? formatDate(value) : value;
}

/**
 * An answer as a person reads it.
 * @param {any} field of the description @param {any} value @param {Locale} locale @returns {string}
 */
export function formatAnswer(field, value, locale) {
  if (value === undefined || value === null || value === "") return "";
  switch (field.type) {
    case "date":
      return formatDate(String(value));
    case "pin":
      return formatPin(String(value));
    case "boolean":
      return message(locale, value ? "yes" : "no");
    case "choice":
      return choiceLabel(field, value, locale);
    case "multiChoice":
      return [value]
        .flat()
        .map((each) => choiceLabel(field, each, locale))
        .join("; ");
    case "money":
    case "number":
      return [
        numberOf(value, locale, field.type === "money"),
        field.type === "money" ? "đ" : localised(field.unit, locale),
      ]
        .join(" ")
        .trim();
    case "attachment":
      return [value]
        .flat()
        .map((file) => file?.name ?? "")
        .join(", ");
    case "address":
      return typeof value === "object" ? (value.text ?? "") : String(value);
    default:
      return typeof value === "object" ? "" : String(value);
  }
}

/** @param {unknown} value @param {Locale} locale @param {boolean} grouped */
function numberOf(value, locale, grouped) {
  // A year, or what is as short as one, has no separators.
  if (typeof value !== "number" || (!grouped && Math.abs(value) < 10_000)) return String(value);
  return value.toLocaleString(locale === "en" ? "en-GB" : "vi-VN");
}

/** @param {any} field @param {any} value @param {Locale} locale */
function choiceLabel(field, value, locale) {
  const choice = field.choices?.find((/** @type {any} */ each) => each.value === value);
  return choice ? localised(choice.label, locale) : String(value);
}

/** @param {string | undefined} source @param {Locale} locale */
export function formatSource(source, locale) {
  const words = {
    qr: "sourceQr",
    mrz: "sourceMrz",
    chip: "sourceChip",
    account: "sourceAccount",
    typed: "sourceTyped",
  };
  return source && source in words ? message(locale, /** @type {any} */ (words)[source]) : "";
}

/** The source of an entry of `provenance`. @param {any} entry @returns {string | undefined} */
export function sourceOf(entry) {
  return typeof entry === "string" ? entry : entry?.source;
}
