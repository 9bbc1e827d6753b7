import { h } from "../dom.js";
import { get, idOf } from "../paths.js";
import { localised } from "../format.js";
import { message } from "../messages.js";

/**
 * Rows, each a block of fields.
 * @param {any} field @param {string} path @param {import("./field.js").Context} form
 * @param {(field: any, path: string, form: import("./field.js").Context) => HTMLElement} drawField draws one of them
 */
export function drawGroup(field, path, form, drawField) {
  const answer = get(form.answers, path);
  const rows = /** @type {any[]} */ (Array.isArray(answer) ? answer : []);
  const title = (/** @type {number} */ index) => {
    const words = localised(field.row, form.locale);
    return words ? words.replace("{n}", String(index + 1)) : message(form.locale, "row", { n: index + 1 });
  };
  /** One of them, without its number. */
  const kind = localised(field.row, form.locale).replace(/\s*\{n\}/, "");
  const blocks = rows.map((_, index) =>
    h(
      "fieldset",
      { class: "row" },
      h("legend", {}, title(index)),
      ...field.fields.map((/** @type {any} */ each) => {
        const place = drawField(each, `${path}[${index}].${each.id}`, form);
        place.hidden = !form.visible(`${path}[${index}].${each.id}`);
        return place;
      }),
      h(
        "button",
        {
          type: "button",
          class: "button danger",
          onclick: () => {
            form.removeRow(path, index);
            form.redraw();
          },
        },
        message(form.locale, "removeRow", { row: lower(title(index)) }),
      ),
    ),
  );
  const full = rows.length >= (field.max ?? 20);
  const findings = form.findings(path);
  const add = h(
    "button",
    {
      type: "button",
      id: idOf(path),
      class: "button second",
      "aria-describedby": findings.length ? `${idOf(path)}-wrong` : null,
      onclick: () => {
        form.change(path, [...rows, {}]);
        form.redraw();
      },
    },
    message(form.locale, "addRow", { row: lower(kind || title(rows.length)) }),
  );
  const place = h(
    "div",
    { class: "field", role: "group", "aria-labelledby": `${idOf(path)}-label` },
    h(
      "h3",
      { id: `${idOf(path)}-label` },
      field.number ? `${field.number}. ` : "",
      localised(field.label, form.locale),
    ),
    field.hint ? h("p", { class: "hint" }, localised(field.hint, form.locale)) : null,
    findings.length
      ? h(
          "div",
          { id: `${idOf(path)}-wrong` },
          ...findings.map((finding) =>
            h("span", { class: finding.severity === "error" ? "wrong-words" : "source" }, finding.message),
          ),
        )
      : null,
    ...blocks,
    full ? null : add,
  );
  if (findings.some((finding) => finding.severity === "error")) place.classList.add("wrong");
  place.dataset.path = path;
  return place;
}

/** In the middle of a sentence. @param {string} words */
function lower(words) {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
