import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";

/**
 * The forms of this sitting, each with what the check said; a press shows it.
 * @param {import("../officer.js").Opened[]} opened @param {number} shown @param {(index: number) => void} show
 */
export function openedList(opened, shown, show) {
  if (!opened.length) return h("p", { class: "hint" }, t("Chưa mở tờ khai nào.", "No form is open."));
  return h(
    "nav",
    { "aria-label": t("Tờ khai trong phiên này", "Forms of this sitting") },
    h(
      "ol",
      { class: "opened" },
      ...opened.map((each, index) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              class: "choice plain",
              "aria-current": index === shown ? "true" : null,
              onclick: () => show(index),
            },
            h(
              "span",
              {},
              h("b", {}, `${index + 1}. ${each.application.form.toUpperCase()}`),
              h("small", {}, each.name),
            ),
            verdict(each),
          ),
        ),
      ),
    ),
  );
}

/** @param {import("../officer.js").Opened} opened @returns {HTMLElement} */
function verdict({ checked, again }) {
  const tag = (/** @type {string} */ kind, /** @type {string} */ words) => h("span", { class: `tag ${kind}` }, words);
  const count = (/** @type {string} */ severity) =>
    checked?.findings.filter((/** @type {any} */ finding) => finding.severity === severity).length ?? 0;
  const [errors, warnings] = [count("error"), count("warning")];
  const said =
    checked &&
    (checked.digest !== "match"
      ? tag("error", t("đã bị sửa", "was changed"))
      : errors
        ? tag("error", t(`${errors} lỗi`, `${errors} errors`))
        : warnings
          ? tag("warn", t(`${warnings} lưu ý`, `${warnings} notes`))
          : tag("chip", t("đúng quy định", "within the rules")));
  return h("span", {}, said ?? null, again ? tag("warn", t("mở lần nữa", "opened again")) : null);
}
