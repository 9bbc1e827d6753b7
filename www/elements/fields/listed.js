import { localised } from "../format.js";
import { get } from "../paths.js";
import { message } from "../messages.js";
import { COUNTRIES, ETHNICITIES } from "./lists.js";
import { selectBox } from "./select.js";
import { text } from "./text.js";

/**
 * A text that nearly always is one of a list: chosen, or written where it is another one.
 * @type {import("./field.js").Draw}
 */
export function listed(field, path, form, marks) {
  const names = field.list === "countries" ? COUNTRIES : ETHNICITIES;
  return listOrText(
    names.map((name) => [name, name]),
    field,
    path,
    form,
    marks,
  );
}

/**
 * A choice that takes other words too.
 * @type {import("./field.js").Draw}
 */
export function openChoice(field, path, form, marks) {
  const choices = field.choices.map((/** @type {any} */ { value, label }) => [value, localised(label, form.locale)]);
  return listOrText(choices, field, path, form, marks);
}

/**
 * @param {[value: string, label: string][]} choices @param {any} field @param {string} path
 * @param {import("./field.js").Context} form @param {import("./field.js").Marks} marks
 */
function listOrText(choices, field, path, form, marks) {
  const value = get(form.answers, path);
  const write = () => text({ ...field, type: "text", multiline: false }, path, form, marks);
  if (typeof value === "string" && value !== "" && !choices.some(([known]) => known === value)) return write();
  const box = selectBox([...choices, [OTHER, message(form.locale, "otherWritten")]], path, form, marks);
  box.value = String(value ?? "");
  box.addEventListener("change", () => {
    if (box.value !== OTHER) return form.change(path, box.value || undefined);
    const [written] = write();
    if (!written) return;
    box.replaceWith(written);
    written.focus();
  });
  return [box];
}

/** No name of a people, a country or a relation. */
const OTHER = "\u2026";
