import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { count } from "./words.js";

/** @typedef {import("../../../pkg/list.js").Kind} Kind */

/** @param {Kind} kind */
export function roleOf({ role, severity }) {
  if (role === "question") return t("Câu hỏi", "Question");
  if (role === "change") return t("Đã sửa", "Changed");
  return severity === "error"
    ? t("Sai", "Wrong")
    : severity === "warning"
      ? t("Cần xem", "To look at")
      : t("Ghi chú", "Note");
}

const TAGS = { question: "tag warn", change: "tag qr", finding: "tag" };

/**
 * Everything that was found, by its kind; a touch shows its rows.
 * @param {readonly Kind[]} kinds @param {(kind: Kind) => void} choose
 */
export function kindsPanel(kinds, choose) {
  if (!kinds.length) return "";
  const rows = kinds.map((kind) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "kind", onclick: () => choose(kind) },
        h("span", { class: kind.severity === "error" ? "tag error" : TAGS[kind.role] }, roleOf(kind)),
        h("b", {}, kind.label || t("Cả dòng", "The row")),
        h("span", { class: "number" }, t(`${count(kind.rows)} dòng`, `${count(kind.rows)} rows`)),
        h("small", {}, kind.message),
      ),
    ),
  );
  return h(
    "details",
    { class: "panel kinds", open: true, id: "kinds" },
    h("summary", {}, t("Từng loại, bấm để xem các dòng", "By kind: touch one to see its rows")),
    h("ul", {}, ...rows),
  );
}
