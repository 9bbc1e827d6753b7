import init, { listForms } from "../../pkg/index.js";
import "../../pkg/widget/index.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { chosenOf } from "./playground/chosen.js";
import { codeOf } from "./playground/copy.js";
import { controls } from "./playground/controls.js";
import { State } from "./playground/state.js";

mountShell();

const state = new State(location.search);
/** The forms of today, once they are there. @type {readonly import("../../pkg/index.js").FormSummary[]} */
let forms = [];
/** How the element that stands there was made: it is made anew only where that changed. */
let made = "";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const settings = h("form", {
  class: "settings-of",
  id: "settings",
  onsubmit: (/** @type {Event} */ e) => e.preventDefault(),
});
const stage = h("section", { class: "stage", id: "stage" });
const code = h("section", { id: "code", "aria-labelledby": "code-title" });
const trouble = h("div");
main.append(trouble, h("div", { class: "workshop" }, settings, h("div", {}, stage, code)));

onLocale(() => {
  state.follow(locale());
  drawSettings();
  show();
});
init().then(
  () => {
    forms = listForms();
    drawSettings();
  },
  () =>
    trouble.replaceChildren(
      h(
        "p",
        { class: "notice error", role: "alert" },
        icon("error"),
        t("Chưa tải được danh sách tờ khai. Hãy tải lại trang.", "The list of forms could not be loaded. Reload."),
      ),
    ),
);

/** The whole of the settings; whatever had the focus has it again. */
function drawSettings() {
  const focused = document.activeElement?.id;
  settings.replaceChildren(...controls(state, forms, changed));
  if (focused) document.getElementById(focused)?.focus();
}

/** @param {string} name @param {string} value */
function changed(name, value) {
  const redraw = state.set(name, value);
  const query = state.query(new URLSearchParams(location.search));
  history.replaceState(history.state, "", query ? `?${query}` : location.pathname);
  if (redraw) drawSettings();
  show();
}

/** The element as it was chosen, and its code. */
function show() {
  const chosen = chosenOf(state);
  const { tokens, shown, ground } = chosen;
  const key = JSON.stringify([chosen.element, chosen.attributes]);
  stage.dataset.ground = ground;
  if (key !== made) {
    made = key;
    const element = h(`cancuoc-${chosen.element}`, { id: "live", ...chosen.attributes, locale: state.language });
    stage.replaceChildren(h("h2", { class: "hidden-visually" }, t("Phần tử", "The element")), element);
  }
  const live = /** @type {HTMLElement} */ (stage.querySelector("#live"));
  for (const name of [...live.style]) live.style.removeProperty(name);
  for (const [name, value] of Object.entries(shown(matchMedia("(prefers-color-scheme: dark)").matches)))
    live.style.setProperty(name, value);
  code.replaceChildren(...codeOf(chosen, state, changed, Object.keys(tokens).length > 0));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
