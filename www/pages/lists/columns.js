import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { button, count } from "./words.js";

/**
 * What each column was taken for, to be put right.
 * @param {import("../../../pkg/list.js").ListOverview} overview
 * @param {readonly { field: string, label: string }[]} names of all that a column can hold
 * @param {(columns: (string | null)[]) => void} again checks the list with these columns
 */
export function columnsPanel({ columns, findings }, names, again) {
  const unsure =
    columns.some(({ field, sure }) => field && !sure) || findings.some(({ severity }) => severity !== "info");
  const unknown = columns.filter(({ field, examples }) => !field && examples.some(Boolean)).length;
  const selects = columns.map((column, at) => choice(column, at, names));
  const rows = columns.map((column, at) =>
    h(
      "div",
      { class: "column" },
      h(
        "label",
        { for: `column-${at}` },
        h("b", {}, column.heading ?? t(`Cột ${count(at + 1)}`, `Column ${count(at + 1)}`)),
        " ",
        tagOf(column),
        h("small", {}, column.examples.filter(Boolean).join(" · ")),
      ),
      selects[at] ?? "",
    ),
  );
  return h(
    "details",
    { class: "panel columns", open: unsure, id: "columns" },
    h(
      "summary",
      {},
      unknown
        ? t(
            `Các cột (${count(columns.length)}, trong đó ${count(unknown)} cột không kiểm tra)`,
            `Columns (${count(columns.length)}, ${count(unknown)} of them not checked)`,
          )
        : t(`Các cột (${count(columns.length)})`, `Columns (${count(columns.length)})`),
    ),
    h(
      "p",
      { class: "hint" },
      t(
        "Cột nhận sai hoặc chưa nhận ra: chọn tên rồi kiểm tra lại. Cột không kiểm tra được giữ nguyên.",
        "Name what was taken wrongly or not recognised, then check again. Columns not checked stay as they are.",
      ),
    ),
    ...rows,
    h(
      "div",
      { class: "actions" },
      button("button second", t("Kiểm tra lại với các cột này", "Check again with these columns"), () =>
        again(selects.map(({ value }) => value || null)),
      ),
    ),
  );
}

/** @param {import("../../../pkg/list.js").ColumnView} column */
function tagOf({ field, sure, examples }) {
  if (field) return sure ? null : h("span", { class: "tag warn" }, t("chưa chắc", "not certain"));
  return examples.some(Boolean) ? h("span", { class: "tag" }, t("không kiểm tra", "not checked")) : null;
}

/**
 * @param {import("../../../pkg/list.js").ColumnView} column @param {number} at
 * @param {readonly { field: string, label: string }[]} names
 */
function choice(column, at, names) {
  const none = h("option", { value: "", selected: !column.field }, t("Không kiểm tra", "Not checked"));
  const others = names.map(({ field, label }) =>
    h("option", { value: field, selected: field === column.field }, label),
  );
  return /** @type {HTMLSelectElement} */ (h("select", { id: `column-${at}` }, none, ...others));
}
