import { h } from "../dom.js";
import { digestOf, numberOf } from "../flow/sealed.js";
import { formatAnswer, localised } from "../format.js";

/**
 * All answers, one below the other, in Vietnamese: what is printed where the official form cannot be had. It says what
 * it is.
 * @param {import("../flow/flow.js").Flow} flow
 */
export function plainAnswers({ id, form, state: { sealed } }) {
  const fields = form.sections.flatMap((/** @type {any} */ section) => section.fields);
  const { answers = {} } = /** @type {any} */ (sealed);
  return h(
    "div",
    { class: "plain" },
    h("h1", {}, localised(form.title, "vi")),
    h("p", {}, "Bản kê các câu trả lời, không phải mẫu tờ khai của cơ quan nhà nước."),
    h("dl", {}, ...fields.flatMap((/** @type {any} */ field) => lines(field, answers[field.id]))),
    h("p", {}, `Mã đối chiếu: ${numberOf(id, digestOf(sealed))}`),
    h("p", {}, `SHA-256: ${digestOf(sealed)}`),
  );
}

/** @param {any} field @param {any} value @returns {HTMLElement[]} */
function lines(field, value) {
  if (value === undefined) return [];
  const label = `${field.number ? `${field.number}. ` : ""}${localised(field.label, "vi")}`;
  if (field.type !== "group") return [h("div", {}, h("dt", {}, label), h("dd", {}, formatAnswer(field, value, "vi")))];
  const rows = /** @type {any[]} */ (Array.isArray(value) ? value : []);
  return rows.flatMap((row, index) => [
    h("div", {}, h("dt", {}, `${label} (${index + 1})`), h("dd", {})),
    ...field.fields.flatMap((/** @type {any} */ each) => lines(each, row?.[each.id])),
  ]);
}
