import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { t } from "../shell/locale.js";

/**
 * One service: the papers that the citizen should have, and the way to its form.
 * @param {object} page
 * @param {any} page.service
 * @param {any[]} page.papers of the service and of its form
 * @param {Record<string, boolean>} page.shown which of them the citizen has shown; changed in place
 * @param {(() => void) | undefined} page.fillIn nothing where there is no form
 * @param {() => void} page.back
 */
export function servicePage({ service, papers, shown, fillIn, back }) {
  const missing = h("p", { role: "status", class: "hint" });
  const count = () => {
    const needed = papers.filter((paper) => !paper.optional && !paper.when && !paper.inDatabase);
    const open = needed.filter((paper) => !shown[paper.id]).length;
    missing.textContent = open
      ? t(`Còn thiếu ${open} giấy tờ`, `${open} papers are missing`)
      : t("Đủ giấy tờ", "All papers are there");
  };
  count();
  const rows = papers.map((paper) =>
    paperRow(paper, Boolean(shown[paper.id]), (checked) => {
      shown[paper.id] = checked;
      count();
    }),
  );
  const none = t("Chưa có danh mục giấy tờ cho dịch vụ này.", "There is no list of papers for this service yet.");
  return h(
    "section",
    { "aria-labelledby": "service" },
    h("h2", { id: "service", tabindex: "-1" }, service.title),
    service.reason ? h("div", { class: "notice" }, icon("info"), h("div", {}, h("p", {}, service.reason))) : null,
    h(
      "div",
      { class: "panel" },
      h("h3", {}, t("Giấy tờ", "Papers")),
      missing,
      ...(rows.length ? rows : [h("p", { class: "hint" }, none)]),
    ),
    h(
      "div",
      { class: "actions" },
      fillIn
        ? h("button", { type: "button", class: "button big", onclick: fillIn }, t("Làm tờ khai", "Fill in the form"))
        : null,
      h("button", { type: "button", class: "button quiet", onclick: back }, t("Chọn dịch vụ khác", "Another service")),
    ),
  );
}

/** @param {any} paper @param {boolean} checked @param {(checked: boolean) => void} change */
function paperRow({ label, when, note }, checked, change) {
  const notes = [when ? t("Nếu thuộc trường hợp này.", "If it is the case.") : "", note].filter(Boolean).join(" ");
  return h(
    "label",
    { class: "check" },
    h("input", { type: "checkbox", checked, onchange: (/** @type {any} */ event) => change(event.target.checked) }),
    h("span", {}, label, notes ? h("small", {}, notes) : null),
  );
}
