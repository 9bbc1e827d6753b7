import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { t } from "../shell/locale.js";
import { button } from "./button.js";

/**
 * One service: the papers that the citizen should have, and the way to its forms.
 * @param {object} page
 * @param {any} page.service
 * @param {any[]} page.papers of the service and of its form
 * @param {Record<string, boolean>} page.shown which of them the citizen has shown; changed in place
 * @param {{ id: string, title: string, done: boolean }[]} page.forms
 * @param {(id: string) => void} page.start a form
 * @param {() => void} page.back
 */
export function servicePage({ service, papers, shown, forms, start, back }) {
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
  const next = forms.find(({ done }) => !done);
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
    forms.length > 1 ? formsPanel(forms, start) : null,
    h(
      "div",
      { class: "actions" },
      next ? button("button big", t("Làm tờ khai", "Fill in the form"), () => start(next.id)) : null,
      button("button quiet", t("Chọn dịch vụ khác", "Another service"), back),
    ),
  );
}

/**
 * Forms of one service, in the order in which they are filled in.
 * @param {{ id: string, title: string, done: boolean }[]} forms @param {(id: string) => void} start
 */
function formsPanel(forms, start) {
  return h(
    "div",
    { class: "panel" },
    h("h3", {}, t("Các tờ khai của dịch vụ này", "The forms of this service")),
    h(
      "p",
      { class: "hint" },
      t(
        "Làm lần lượt: tờ sau được điền sẵn từ tờ trước. Không cần tờ nào thì bỏ qua tờ ấy.",
        "One after the other: the next is filled in from the one before. Leave out what is not needed.",
      ),
    ),
    h(
      "ol",
      { class: "forms" },
      ...forms.map(({ id, title, done }) =>
        h(
          "li",
          {},
          h("span", {}, title),
          done
            ? h("span", { class: "tag chip" }, t("đã xong", "done"))
            : button("button quiet", t("Làm tờ này", "Fill in this one"), () => start(id)),
        ),
      ),
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
