import { h } from "../dom.js";
import { message } from "../messages.js";

/**
 * A list to choose one of, with a line before it that says so.
 * @param {readonly [value: string, label: string][]} choices @param {string} path
 * @param {import("./field.js").Context} form @param {import("./field.js").Marks} marks
 */
export function selectBox(choices, path, form, marks) {
  return /** @type {HTMLSelectElement} */ (
    h(
      "select",
      {
        id: marks.id,
        "aria-describedby": marks.describedby,
        "aria-invalid": marks.invalid ? "true" : null,
        "aria-required": form.required(path) ? "true" : null,
      },
      h("option", { value: "" }, message(form.locale, "choose")),
      ...choices.map(([value, label]) => h("option", { value }, label)),
    )
  );
}
