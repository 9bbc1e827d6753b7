import { formatDate, localised } from "../format.js";
import { message } from "../messages.js";
import { get } from "../paths.js";

/**
 * Without what is said of hidden fields: what was written there is kept for when they come back, and is not sealed.
 * @param {readonly any[]} findings
 */
export function seen(findings) {
  return findings.filter(({ code }) => code !== "form.not_asked");
}

/**
 * A finding in the words of its field: what to do, which row, which day. What the pack says itself stays.
 * @param {any} flow @param {any} finding
 */
export function inWords(flow, finding) {
  const { locale } = flow.options;
  const field = flow.field(finding.path);
  if (!field) return finding;
  const label = localised(field.label, locale);
  const own = field.words?.[finding.code === "form.missing" ? "missing" : "wrong"];
  const words = own ? finding.message : (wordsOf(flow, finding, field, label) ?? finding.message);
  const row = rowOf(flow, finding.path);
  return { ...finding, message: (row ? `${row}: ` : "") + words };
}

/** @param {any} flow @param {any} finding @param {any} field @param {string} label */
function wordsOf(flow, { code, path }, field, label) {
  const { locale, on } = flow.options;
  const say = (/** @type {any} */ key, values = {}) => message(locale, key, { label, ...values });
  switch (code) {
    case "form.missing":
      return say(MISSING[field.type] ?? (field.list ? "missingChoice" : "missingText"));
    case "form.wrong_type":
      return ["number", "money"].includes(field.type) ? say("wrongNumber") : undefined;
    case "form.too_late":
      // "on" is the day of the rules: today.
      return field.latest === "on" ? say("tooLate", { day: formatDate(on ?? new Date().toISOString()) }) : undefined;
    case "form.wrong_date":
      return /(^|\/)\d{1,3}$/.test(String(get(flow.state.answers, path) ?? "")) ? say("wrongYear") : say("wrongDate");
    case "form.wrong_pin":
      return say("wrongPin");
    default:
      return undefined;
  }
}

/** @type {Record<string, import("../messages.js").MessageKey>} */
const MISSING = {
  boolean: "missingBoolean",
  choice: "missingChoice",
  multiChoice: "missingChoice",
  group: "missingRows",
};

/** "Thành viên 2", where the finding is about a row. @param {any} flow @param {string} path */
function rowOf(flow, path) {
  const [, group, index] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  if (!group) return "";
  const n = Number(index) + 1;
  const words = localised(flow.field(group)?.row, flow.options.locale);
  return words ? words.replace("{n}", String(n)) : message(flow.options.locale, "row", { n });
}
