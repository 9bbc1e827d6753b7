import { formatPerson } from "../../../pkg/widget/page-scan.js";
import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";
import { assuranceLabel, fieldLabel, kindLabel, sourceLabel } from "./messages.js";

/**
 * @typedef {import("../../../pkg/index.js").Reading} Reading
 * @typedef {import("../../../pkg/index.js").Identity} Identity
 */

/**
 * What the documents say together: verdict, what to do, the table.
 * @param {readonly Reading[]} readings @param {Identity} identity @returns {HTMLElement[]}
 */
export function drawResult(readings, identity) {
  return [verdict(identity), todo(identity), table(readings, identity)];
}

/** @param {Identity} identity */
function verdict({ assurance, quality, findings }) {
  const strangers = findings.find(({ code }) => code === "identity.different_people");
  const kind = strangers || !quality.correct ? "error" : assurance === "none" ? "warning" : "good";
  const words = strangers
    ? strangers.message
    : quality.correct || assurance === "none"
      ? assuranceLabel(assurance)
      : t("Có mục chưa đúng hoặc khác nhau giữa các giấy tờ.", "Something is wrong, or the documents differ.");
  const rows = /** @type {const} */ ([
    [
      quality.correct,
      t("Đúng: các kiểm tra đều đạt", "Correct: every check passed"),
      t("Đúng: còn lỗi hoặc khác nhau", "Correct: there are errors or differences"),
    ],
    [
      quality.complete,
      t("Đủ: có số, tên, ngày sinh, giới tính", "Complete: number, name, birth, sex are known"),
      t("Đủ: còn thiếu số, tên, ngày sinh hoặc giới tính", "Complete: number, name, birth or sex is missing"),
    ],
    [
      quality.clean,
      t("Sạch: chữ nguyên vẹn, đủ dấu", "Clean: the text is whole, with its accents"),
      t("Sạch: chữ bị mất dấu hoặc hỏng", "Clean: accents or letters were lost"),
    ],
    [
      quality.current,
      t("Sống: thẻ còn hạn", "Current: the card has not expired"),
      t("Sống: thẻ hết hạn, hoặc chưa biết hạn", "Current: the card has expired, or its expiry is not known"),
    ],
  ]);
  return h(
    "div",
    { class: "panel" },
    h("h2", {}, t("3. Kết quả", "3. Result")),
    h("p", { class: `notice ${kind}`, role: "status" }, icon(kind), words),
    h(
      "ul",
      { class: "quality" },
      ...rows.map(([good, yes, no]) =>
        h("li", { class: good ? "good" : "" }, icon(good ? "good" : "warning"), good ? yes : no),
      ),
    ),
  );
}

/** Errors first; the same words once. @param {Identity} identity */
function todo({ findings }) {
  const order = ["error", "warning", "info"];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const items = sorted.map(({ severity, path, message }) => {
    const field = /^person\.(\w+)$/.exec(path)?.[1];
    return h(
      "li",
      {},
      severity === "info"
        ? ""
        : h(
            "span",
            { class: `tag ${severity === "error" ? "error" : "warn"}` },
            severity === "error" ? t("Lỗi", "Error") : t("Cần xem", "Look at it"),
          ),
      " ",
      field ? h("b", {}, `${fieldLabel(field)}: `) : "",
      message,
    );
  });
  return h(
    "div",
    { class: "panel" },
    h("h2", {}, t("Việc cần làm", "What to do")),
    items.length ? h("ul", { class: "todo" }, ...items) : h("p", {}, t("Không có gì phải làm.", "Nothing.")),
  );
}

/** @param {readonly Reading[]} readings @param {Identity} identity */
function table(readings, { fields }) {
  // A number stays on one line: it is read aloud by its groups.
  const show = (/** @type {string} */ field, /** @type {string} */ value) =>
    h("span", { class: /^\d{9,12}$/.test(value) ? "whole" : null }, formatPerson(field, value, locale()));
  const rows = Object.entries(fields).map(([field, report]) => {
    const cells = readings.map((reading) => {
      const value = reading.person[/** @type {keyof typeof reading.person} */ (field)];
      if (value === undefined) return h("td", {}, h("span", { class: "hidden-visually" }, t("không có", "none")));
      const other = report?.others.find(
        (each) => each.source === reading.source && each.value === value && each.reason,
      );
      return h(
        "td",
        {},
        show(field, value),
        other ? h("br") : "",
        other ? h("span", { class: "tag warn" }, other.reason ?? "") : "",
      );
    });
    const source = report?.computed ? t("tính theo luật", "computed by law") : sourceLabel(report?.source ?? "");
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, fieldLabel(field)),
      h(
        "td",
        { class: "chosen" },
        show(field, report?.value ?? ""),
        h("br"),
        h("span", { class: `tag ${report?.source ?? ""}` }, source),
      ),
      ...cells,
    );
  });
  const label = t("So sánh các giấy tờ", "The documents compared");
  return h(
    "div",
    { class: "panel" },
    h("h2", {}, label),
    h(
      "div",
      { class: "scroll-x", tabindex: "0", role: "region", "aria-label": label },
      h(
        "table",
        { class: "compare" },
        h(
          "caption",
          {},
          t("Cột đầu là giá trị nên dùng và nguồn của nó.", "The first column is the value to use, with its source."),
        ),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, t("Mục", "Field")),
            h("th", { scope: "col" }, t("Nên dùng", "To use")),
            ...readings.map((reading, index) => h("th", { scope: "col" }, `${index + 1}. ${kindLabel(reading.kind)}`)),
          ),
        ),
        h("tbody", {}, ...rows),
      ),
    ),
  );
}
