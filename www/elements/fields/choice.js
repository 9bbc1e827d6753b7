import { h } from "../dom.js";
import { get } from "../paths.js";
import { localised } from "../format.js";
import { message } from "../messages.js";
import { openChoice } from "./listed.js";
import { selectBox } from "./select.js";

/** Few choices are seen at once; many, and open ones, are a list. @param {any} field */
export function asRadios(field) {
  return !field.open && (field.choices?.length ?? 0) <= 10;
}

/** @type {import("./field.js").Draw} */
export function choice(described, path, form, marks) {
  const field = offered(described, path, form);
  const value = get(form.answers, path);
  if (field.open) return openChoice(field, path, form, marks);
  if (asRadios(field)) {
    return [
      h(
        "div",
        {},
        ...field.choices.map((/** @type {any} */ each, /** @type {number} */ index) =>
          tick("radio", marks, index, path, localised(each.label, form.locale), value === each.value, () =>
            form.change(path, each.value),
          ),
        ),
      ),
    ];
  }
  const choices = field.choices.map((/** @type {any} */ each) => [each.value, localised(each.label, form.locale)]);
  const box = selectBox(choices, path, form, marks);
  box.value = typeof value === "string" ? value : "";
  box.addEventListener("change", () => form.change(path, box.value || undefined));
  return [box];
}

/** @type {import("./field.js").Draw} */
export function multiChoice(described, path, form, marks) {
  const field = offered(described, path, form);
  const chosen = new Set([get(form.answers, path) ?? []].flat());
  return [
    h(
      "div",
      {},
      ...field.choices.map((/** @type {any} */ each, /** @type {number} */ index) =>
        tick("checkbox", marks, index, path, localised(each.label, form.locale), chosen.has(each.value), (on) => {
          if (on) chosen.add(each.value);
          else chosen.delete(each.value);
          form.change(
            path,
            chosen.size
              ? field.choices
                  .map((/** @type {any} */ one) => one.value)
                  .filter((/** @type {string} */ one) => chosen.has(one))
              : undefined,
          );
        }),
      ),
    ),
  ];
}

/** @type {import("./field.js").Draw} */
export function boolean(field, path, form, marks) {
  const value = get(form.answers, path);
  return [
    h(
      "div",
      {},
      ...[true, false].map((each, index) =>
        tick("radio", marks, index, path, message(form.locale, each ? "yes" : "no"), value === each, () =>
          form.change(path, each),
        ),
      ),
    ),
  ];
}

/**
 * @param {"radio" | "checkbox"} type @param {import("./field.js").Marks} marks @param {number} index
 * @param {string} path @param {string} label
 * @param {boolean} on @param {(on: boolean) => void} change
 */
function tick(type, marks, index, path, label, on, change) {
  const box = /** @type {HTMLInputElement} */ (
    h("input", {
      id: index ? `${marks.id}-${index}` : marks.id,
      type,
      name: type === "radio" ? path : null,
      checked: on,
      "aria-invalid": marks.invalid && type === "checkbox" ? "true" : null,
    })
  );
  box.addEventListener("change", () => change(box.checked));
  return h("label", { class: "check" }, box, h("span", {}, label));
}

/**
 * The field with the choices that there are now.
 * @param {any} field @param {string} path @param {import("./field.js").Context} form
 */
function offered(field, path, form) {
  const hidden = form.unavailable(path);
  return hidden.length
    ? { ...field, choices: field.choices.filter((/** @type {any} */ each) => !hidden.includes(each.value)) }
    : field;
}
