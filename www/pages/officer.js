import "../../pkg/widget/view.js";
import { h } from "../shell/dom.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { openedList } from "./officer/opened.js";
import { intake } from "./officer/intake.js";

mountShell();

/**
 * The forms of this sitting: nothing of them is stored, closing the page forgets them.
 * @typedef {object} Opened
 * @property {string} name of the file
 * @property {any} application
 * @property {string} digest
 * @property {boolean} again whether the same was opened before in this sitting
 * @property {any} [checked]
 */
/** @type {Opened[]} */
const opened = [];
let shown = -1;

const on = new URLSearchParams(location.search).get("on");
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const take = h("div", { id: "intake" });
const list = h("div", { id: "opened" });
const view = /** @type {any} */ (h("cancuoc-view", { locale: locale(), on }));
const tools = h("div", { class: "actions top", hidden: true });
const again = h("div", { role: "status" });
main.append(take, h("div", { class: "officer" }, list, h("div", {}, again, tools, view)));

view.addEventListener("checked", (/** @type {CustomEvent} */ event) => {
  const here = opened[shown];
  if (here) here.checked = event.detail;
  drawList();
});
onLocale(() => {
  view.setAttribute("locale", locale());
  take.replaceChildren(intake((found) => found.forEach(add)));
  tools.replaceChildren(
    h(
      "button",
      { type: "button", class: "button second", onclick: () => void view.print() },
      t("In tờ khai này", "Print this form"),
    ),
    h(
      "button",
      { type: "button", class: "button quiet", onclick: forget },
      t("Đóng hết, quên hết", "Close and forget all"),
    ),
  );
  drawList();
});

/** @param {{ name: string, application: any }} found */
function add({ name, application }) {
  const digest = String(application?.digest?.value ?? "");
  const seen = digest !== "" && opened.some((each) => each.digest === digest);
  opened.push({ name, application, digest, again: seen });
  show(opened.length - 1);
}

/** @param {number} index */
function show(index) {
  shown = index;
  const here = opened[index];
  if (!here) return;
  view.application = here.application;
  tools.hidden = false;
  drawList();
}

function drawList() {
  const here = opened[shown];
  const words = t(
    "Tờ khai này đã được mở trong phiên làm việc này. Hãy kiểm tra xem có nộp trùng không.",
    "This form was opened before in this sitting. Check whether it was handed in twice.",
  );
  again.replaceChildren(here?.again ? h("p", { class: "notice warning" }, words) : "");
  list.replaceChildren(openedList(opened, shown, show));
}

function forget() {
  opened.length = 0;
  shown = -1;
  view.application = undefined;
  tools.hidden = true;
  drawList();
}
