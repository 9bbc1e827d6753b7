import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { button, count, statusTag } from "./words.js";

/**
 * @typedef {import("../../../pkg/list.js").RowView} RowView
 * @typedef {import("../../../pkg/list.js").QuestionView} QuestionView
 * @typedef {(at: number, field: string, decision: import("../../../pkg/list.js").Decision) => void} Decide
 */

/**
 * A row of the list beside its original, with its questions.
 * @param {RowView} row @param {Decide} decide
 */
export function person(row, decide) {
  const name = row.fields.find(({ field }) => field === "fullName");
  const asked = new Set(row.questions.map(({ code }) => code));
  const others = row.findings.filter(({ code, severity }) => severity !== "info" && !asked.has(code));
  return h(
    "li",
    { class: "person", "data-row": row.row },
    h(
      "h3",
      {},
      h("small", {}, t(`Dòng ${count(row.row + 1)}`, `Row ${count(row.row + 1)}`)),
      " ",
      name?.to || name?.from || "",
      " ",
      statusTag(row.status),
    ),
    ...row.questions.map((question) => asking(row, question, decide)),
    others.length ? h("ul", { class: "remarks" }, ...others.map(({ message }) => h("li", {}, message))) : null,
    sideBySide(row),
    typing(row, decide),
  );
}

/** @param {RowView} row @param {QuestionView} question @param {Decide} decide */
function asking(row, { field, label, message, options, alike }, decide) {
  const id = `alike-${row.at}-${field}`;
  const all = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", id }));
  return h(
    "div",
    { class: "question" },
    h("p", {}, h("b", {}, label), ": ", message),
    alike > 1 && options.length
      ? h(
          "div",
          { class: "check" },
          all,
          h(
            "label",
            { for: id },
            t(
              `Chọn như vậy cho cả ${count(alike)} dòng giống thế này`,
              `The same for all ${count(alike)} rows like this`,
            ),
          ),
        )
      : null,
    h(
      "div",
      { class: "options" },
      ...options.map(({ shown }, option) =>
        button("button second", shown, () => decide(row.at, field, { option, alike: all.checked })),
      ),
    ),
  );
}

/** @param {RowView} row */
function sideBySide({ fields, changes }) {
  const reason = (/** @type {string} */ field) =>
    [...new Set(changes.filter((change) => change.field === field).map((change) => change.reason))].join(" ");
  const lines = fields
    .filter(({ from, to }) => from || to)
    .map(({ field, label, from, to }) =>
      h(
        "tr",
        { class: reason(field) ? "changed" : null },
        h("th", { scope: "row" }, label),
        h("td", {}, from),
        h(
          "td",
          {},
          to || h("span", { class: "nothing" }, t("chưa có", "nothing yet")),
          reason(field) ? h("small", {}, reason(field)) : null,
        ),
      ),
    );
  return h(
    "details",
    {},
    h("summary", {}, t("Bản gốc và bản đã làm sạch", "As it was and as it is")),
    h(
      "table",
      { class: "sides" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, t("Mục", "Field")),
          h("th", { scope: "col" }, t("Trong tệp", "In the file")),
          h("th", { scope: "col" }, t("Đã làm sạch", "Cleaned")),
        ),
      ),
      h("tbody", {}, ...lines),
    ),
  );
}

/** @param {RowView} row @param {Decide} decide */
function typing(row, decide) {
  const [first] = row.questions;
  const fields = row.fields.map(({ field, label }) =>
    h("option", { value: field, selected: field === first?.field }, label),
  );
  const which = /** @type {HTMLSelectElement} */ (h("select", { id: `field-${row.at}` }, ...fields));
  const value = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: `value-${row.at}`, autocomplete: "off", spellcheck: "false" })
  );
  const form = h(
    "form",
    {
      class: "typing",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (value.value.trim()) decide(row.at, which.value, { value: value.value });
      },
    },
    h("div", {}, h("label", { for: `field-${row.at}` }, t("Mục", "Field")), which),
    h("div", {}, h("label", { for: `value-${row.at}` }, t("Giá trị theo giấy tờ", "The value of the document")), value),
    h("button", { type: "submit", class: "button second" }, t("Ghi", "Put")),
  );
  return h(
    "details",
    { open: Boolean(first && !first.options.length) },
    h("summary", {}, t("Nhập giá trị khác", "Type another value")),
    form,
  );
}
