import { describeForm } from "../../form.js";
import { h } from "../dom.js";
import { get } from "../paths.js";
import { formatAnswer, localised } from "../format.js";
import { digestOf } from "./sealed.js";

/**
 * The printed page, in the order of the official form and always in Vietnamese; on the screen it is not seen.
 * @param {{ flow: any }} ui
 */
export function printedSheet({ flow }) {
  if (!flow.form.print || !flow.state.sealed) return h("div", { class: "sheet" });
  const locale = "vi";
  const form = /** @type {any} */ (describeForm(flow.id, { ...flow.options, locale }));
  const { print } = form;
  const ui = { flow, locale, form };
  const heading =
    print.heading === false
      ? []
      : [
          h("p", { class: "center" }, h("b", {}, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
          h("p", { class: "center" }, h("b", {}, "Độc lập – Tự do – Hạnh phúc")),
        ];
  return h(
    "article",
    { class: "sheet", "aria-hidden": "true" },
    ...heading,
    h("h1", { class: "center" }, localised(print.title, locale)),
    print.subtitle ? h("p", { class: "center" }, localised(print.subtitle, locale)) : null,
    ...(print.lines ?? []).map((/** @type {any} */ line) => printedLine(ui, line)),
    h(
      "div",
      { class: "signatures" },
      ...(print.signatures ?? [])
        .filter((/** @type {any} */ _, /** @type {number} */ index) => flow.checked.signatures.includes(index))
        .map((/** @type {any} */ signature) =>
          h(
            "div",
            {},
            h("b", {}, localised(signature.title, locale)),
            signature.note ? h("p", {}, h("small", {}, localised(signature.note, locale))) : null,
          ),
        ),
    ),
    ...(print.notes ?? []).map((/** @type {any} */ note) => h("p", {}, h("small", {}, localised(note, locale)))),
    h("p", { class: "seal mono" }, `SHA-256: ${digestOf(flow.state.sealed)}`),
    h("p", {}, h("small", {}, `Điền bằng cancuoc. ${localised(form.notice, locale)}`)),
  );
}

/** @param {any} ui @param {any} line */
function printedLine(ui, line) {
  const { flow } = ui;
  const words = line.text ? localised(line.text, ui.locale) : "";
  const shown = (line.fields ?? []).map((/** @type {string} */ id) => {
    const field = ui.form.sections
      .flatMap((/** @type {any} */ section) => section.fields)
      .find((/** @type {any} */ each) => each.id === id);
    if (!field) return "";
    if (field.type === "group") return printedTable(ui, field);
    const value = flow.visible(id) ? formatAnswer(field, flow.value(id), ui.locale) : "";
    return h(
      "span",
      { class: "entry" },
      `${field.number ? `${field.number}. ` : ""}${localised(field.label, ui.locale)}: `,
      h("b", {}, value || "…………………………"),
      " ",
    );
  });
  return h("div", { class: "line" }, words ? h("p", {}, words) : null, ...shown);
}

/** @param {any} ui @param {any} field */
function printedTable(ui, field) {
  const rows = /** @type {any[]} */ (get(ui.flow.state.answers, field.id) ?? []);
  return h(
    "table",
    {},
    h("caption", {}, localised(field.label, ui.locale)),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...field.fields.map((/** @type {any} */ each) => h("th", { scope: "col" }, localised(each.label, ui.locale))),
      ),
    ),
    h(
      "tbody",
      {},
      ...rows.map((row) =>
        h(
          "tr",
          {},
          ...field.fields.map((/** @type {any} */ each) => h("td", {}, formatAnswer(each, row[each.id], ui.locale))),
        ),
      ),
    ),
  );
}
