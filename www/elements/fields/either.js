import { h } from "../dom.js";
import { localised } from "../format.js";
import { get } from "../paths.js";

/**
 * Two boxes of the printed form of which exactly one is ticked: one question with two answers.
 * @type {import("./field.js").Draw}
 */
export function either(field, path, form, marks) {
  const other = field.either;
  const pick = (/** @type {string} */ id, /** @type {any} */ words, /** @type {number} */ index) => {
    const radio = h("input", {
      type: "radio",
      id: index ? `${marks.id}-${index}` : marks.id,
      name: path,
      checked: get(form.answers, id) === true,
      onchange: () => {
        form.change(path, id === path);
        form.change(other.id, id === other.id);
      },
    });
    return h("label", { class: "check" }, radio, h("span", {}, localised(words, form.locale)));
  };
  return [h("div", {}, pick(path, field.label, 0), pick(other.id, other.label, 1))];
}
