import { join } from "./fields/date.js";

/** How the portal writes a value. @typedef {{ date?: "iso" | "dmy", values?: Record<string, string> }} Writing */

/**
 * What a portal's controls of one name say, as the form's field wants it: a number, a yes or no, a list, a day. What
 * fits nothing stays as it is written: the rules say so. Controls that are switched off say nothing.
 * @param {any[]} controls @param {any} field of the description @param {Writing} how
 */
export function readControls(controls, field, { date, values }) {
  const on = controls.filter((control) => !control.matches(":disabled"));
  const [first] = on;
  if (!first) return undefined;
  if (first.type === "radio") return ofType(field, backwards(values, on.find((control) => control.checked)?.value));
  if (first.type === "checkbox") return ofBoxes(on, field, values);
  if (first.type === "select-multiple") {
    const chosen = [...first.selectedOptions].map(({ value }) => backwards(values, value));
    return chosen.length ? chosen : undefined;
  }
  const text = String(first.value).trim();
  if (!text) return undefined;
  return date === "dmy" ? ofDay(text) : ofType(field, backwards(values, text));
}

/** @param {any[]} boxes @param {any} field @param {Writing["values"]} values */
function ofBoxes(boxes, field, values) {
  const ticked = boxes.filter((control) => control.checked).map((control) => backwards(values, control.value));
  if (field?.type === "multiChoice" || boxes.length > 1) return ticked.length ? ticked : undefined;
  // A box that is not ticked is a no, where the question is one of yes and no.
  return field?.type === "boolean" ? boxes[0].checked : boxes[0].checked || undefined;
}

/** @param {any} field @param {string | undefined} text */
function ofType(field, text) {
  if (text === undefined) return undefined;
  switch (field?.type) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "number":
    case "money":
      return ofNumber(text);
    case "multiChoice":
      return [text];
    default:
      return text;
  }
}

/**
 * Digits in groups of three by one kind of sign; decimals only where they are zeros: anything else is not guessed at.
 * @param {string} text
 */
function ofNumber(text) {
  const whole = text.replace(/[.,]0{1,2}$/, "");
  const grouped = /^-?\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/.test(whole) ? whole.replace(/[.,\s]/g, "") : whole;
  return /^-?\d{1,15}$/.test(grouped) ? Number(grouped) : text;
}

/** A day as people write it, or a year, or a month of a year. @param {string} text */
function ofDay(text) {
  const parts = text.split(/[/.\-\s]+/).filter(Boolean);
  if (parts.length === 3 && /^\d{4}$/.test(parts[0] ?? "")) parts.reverse();
  while (parts.length < 3) parts.unshift("");
  return join(parts.slice(0, 3)) ?? text;
}

/** @param {Writing["values"]} values @param {string | undefined} text */
export function backwards(values, text) {
  return Object.entries(values ?? {}).find(([, written]) => written === text)?.[0] ?? text;
}
