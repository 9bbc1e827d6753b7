import { initReading } from "../../pkg/index.js";
import "../../pkg/widget/index.js";
import { h } from "../shell/dom.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { DAY } from "./gallery/data.js";
import { FORM_STATES } from "./gallery/form-states.js";
import { ADDRESS_STATES, SCAN_STATES, VIEW_STATES } from "./gallery/other-states.js";
import { pieces } from "./gallery/pieces.js";

/** @typedef {import("./gallery/form-states.js").Shown} Shown */

mountShell();

/** The elements, each with what it has in every state. */
const ELEMENTS = /** @type {{ tag: string, attributes: Record<string, string>, states: Shown[] }[]} */ ([
  { tag: "cancuoc-form", attributes: { form: "ct01", on: DAY, draft: "off" }, states: FORM_STATES },
  { tag: "cancuoc-scan", attributes: { on: DAY, quiet: "" }, states: SCAN_STATES },
  { tag: "cancuoc-view", attributes: { on: DAY }, states: VIEW_STATES },
  { tag: "cancuoc-address", attributes: { on: DAY }, states: ADDRESS_STATES },
]);
const PIECES = { id: "pieces", vi: "Nút, ô, lời báo", en: "Buttons, fields, notices" };
const ALL = [...ELEMENTS.flatMap(({ states }) => states), PIECES];

let theme = "";
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const settings = h("div", { class: "states", id: "settings" });
const title = h("h2", { id: "state", tabindex: "-1" });
const stage = h("section", { class: "stage", id: "stage", "aria-labelledby": "state" });
const code = h("section", { id: "code" });
const links = h("ul", { class: "links" });
main.append(h("div", { class: "workshop" }, settings, h("div", {}, title, stage, code, links)));

/** The state in the page's address, else the first. */
const here = () =>
  Math.max(
    0,
    ALL.findIndex(({ id }) => id === location.hash.slice(1)),
  );
const words = (/** @type {{ vi: string, en: string }} */ { vi, en }) => t(vi, en);

onLocale(() => {
  links.replaceChildren(
    h("li", {}, h("a", { href: "./playground.html" }, t("Thử và lấy mã", "Try it and take the code"))),
    h("li", {}, h("a", { href: "./manual/elements.html" }, t("Mọi thuộc tính, sự kiện", "Every attribute and event"))),
  );
  void show();
});
addEventListener("hashchange", () => void show());

async function show() {
  const index = here();
  const { id } = ALL[index];
  drawSettings(index);
  title.textContent = words(ALL[index]);
  stage.dataset.ground = theme || "light";
  delete stage.dataset.shown;
  if (id === PIECES.id) {
    stage.dataset.ground = "auto";
    stage.replaceChildren(pieces());
    code.replaceChildren();
    stage.dataset.shown = id;
    return;
  }
  const { tag, attributes, states } = /** @type {any} */ (
    ELEMENTS.find((each) => each.states.some((state) => state.id === id))
  );
  const state = /** @type {Shown} */ (states.find((/** @type {Shown} */ each) => each.id === id));
  const all = { ...attributes, ...state.attributes, locale: locale(), ...(theme ? { theme } : {}) };
  const element = h(tag, all);
  stage.replaceChildren(element);
  code.replaceChildren(...linesOf(tag, all, state));
  await initReading();
  await state.make?.(element);
  // Whoever was faster has another state by now.
  if (element.isConnected) stage.dataset.shown = id;
}

/** @param {number} index */
function drawSettings(index) {
  const focused = document.activeElement?.id;
  const go = (/** @type {number} */ to) => (location.hash = ALL[(to + ALL.length) % ALL.length].id);
  settings.replaceChildren(
    choice(
      "which",
      t("Phần tử và trạng thái", "Element and state"),
      [
        ...ELEMENTS.map(({ tag, states }) =>
          h("optgroup", { label: `<${tag}>` }, ...states.map((each) => option(each))),
        ),
        option(PIECES),
      ],
      (value) => (location.hash = value),
    ),
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        { type: "button", id: "before", class: "button second", onclick: () => go(index - 1) },
        t("Trước", "Before"),
      ),
      h(
        "button",
        { type: "button", id: "after", class: "button second", onclick: () => go(index + 1) },
        t("Sau", "After"),
      ),
    ),
    choice(
      "theme",
      t("Sáng, tối", "Light, dark"),
      [
        h("option", { value: "", selected: theme === "" }, t("Sáng", "Light")),
        h("option", { value: "dark", selected: theme === "dark" }, t("Tối", "Dark")),
      ],
      (value) => {
        theme = value;
        void show();
      },
    ),
  );
  if (focused && settings.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused)?.focus();

  function option(/** @type {{ id: string, vi: string, en: string }} */ each) {
    return h("option", { value: each.id, selected: each.id === ALL[index].id }, words(each));
  }
}

/** @param {string} id @param {string} label @param {Node[]} options @param {(value: string) => void} chosen */
function choice(id, label, options, chosen) {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    h("select", { id, onchange: (/** @type {any} */ { target }) => chosen(target.value) }, ...options),
  );
}

/**
 * The lines that brought the element into its state: those that ran.
 * @param {string} tag @param {Record<string, string | true>} attributes @param {Shown} state
 */
function linesOf(tag, attributes, state) {
  const markup = Object.entries(attributes).map(([name, value]) =>
    value === true || value === "" ? name : `${name}="${value}"`,
  );
  const body = state.make ? bodyOf(state.make) : "";
  return [
    h("pre", { tabindex: "0", translate: "no" }, h("code", {}, `<${[tag, ...markup].join(" ")}></${tag}>`)),
    ...(body ? [h("pre", { tabindex: "0", translate: "no" }, h("code", {}, body))] : []),
  ];
}

/** @param {Function} make */
function bodyOf(make) {
  const text = String(make).replace(/^(async )?\(\w+\) =>\s*/, "");
  const block = /^\{\n([^]*)\n\s*\}$/.exec(text)?.[1] ?? text;
  const indent = Math.min(...block.split("\n").map((line) => (line.trim() ? (/^ */.exec(line)?.[0].length ?? 0) : 99)));
  return block
    .split("\n")
    .map((line, at) => (at === 0 && !/^\s/.test(block) ? line : line.slice(indent)))
    .join("\n");
}
