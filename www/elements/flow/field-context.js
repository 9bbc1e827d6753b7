import { h } from "../dom.js";
import { notice } from "../notice.js";
import { idOf } from "../paths.js";
import { formatAnswer, formatSource } from "../format.js";

/**
 * What the fields of a section need of their form.
 * @param {any} ui the form's element @param {any} section
 * @returns {import("../fields/field.js").Context}
 */
export function fieldContext(ui, section) {
  const flow = /** @type {import("./flow.js").Flow} */ (ui.flow);
  const shown = ui.checkedSection === section.id ? flow.findingsOf(section) : [];
  const redraw = () => {
    const focused = ui.tree.activeElement?.id;
    ui.draw();
    if (focused) ui.tree.getElementById(focused)?.focus();
  };
  return {
    locale: ui.locale,
    on: flow.options.on,
    get answers() {
      return flow.state.answers;
    },
    required: (path) => flow.required(path),
    findings: (path) => shown.filter((/** @type {any} */ finding) => finding.path === path),
    source: (path) => sourceNote(ui, path),
    change: (path, value) => {
      const before = JSON.stringify(flow.checked.unavailable);
      flow.answer(path, value);
      ui.changed(path, value);
      if (JSON.stringify(flow.checked.unavailable) === before) refresh(ui, section);
      else redraw();
    },
    visible: (path) => flow.visible(path),
    unavailable: (path) => flow.checked.unavailable?.[path] ?? [],
    value: (path) => flow.value(path),
    removeRow: (group, index) => {
      flow.removeRow(group, index);
      ui.changed(group, flow.value(group));
    },
    raw: (path) => flow.state.raw[path],
    setRaw: (path, parts) => {
      flow.state.raw[path] = parts;
    },
    redraw,
  };
}

/**
 * After a change: what is to be seen, and where the values came from. The fields themselves stay, and keep the focus.
 * @param {any} ui @param {any} section
 */
function refresh(ui, section) {
  const { flow, tree } = ui;
  if (!flow) return;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll(".fields [data-path]"))) {
    const path = place.dataset.path ?? "";
    if (flow.checked.calculated?.[path] !== undefined) {
      const box = /** @type {HTMLInputElement | null} */ (place.querySelector("input, textarea"));
      if (box) box.value = String(flow.value(path));
    }
    if (place.parentElement?.classList.contains("fields") || /\]\./.test(path)) place.hidden = !flow.visible(path);
    place.querySelector(":scope > .source.from")?.remove();
    place.append(sourceNote(ui, path) ?? "");
  }
  for (const field of section.fields) {
    const optional = tree.querySelector(`[data-path="${CSS.escape(field.id)}"] > :is(label, legend) .optional`);
    if (optional && flow.required(field.id)) optional.remove();
  }
}

/** Where the value of a field came from. @param {any} ui @param {string} path */
function sourceNote(ui, path) {
  const { flow, locale } = ui;
  const from = flow.provenance(path);
  if (!from) return null;
  const { source, read, before } = from;
  if (source && source !== "typed") {
    const asked = flow.question(path);
    return h(
      "div",
      { class: "source from" },
      h("span", { class: `tag ${source}` }, formatSource(source, locale)),
      before ? h("span", {}, " ", ui.message("addressBefore", { value: String(before) })) : "",
      asked ? askUnit(ui, path, asked) : "",
    );
  }
  if (read?.value === undefined) return null;
  const tag = h("span", { class: "tag typed" }, formatSource("typed", locale));
  const value = formatAnswer(flow.field(path) ?? {}, read.value, locale);
  return h("p", { class: "source from" }, tag, " ", ui.message("cardSays", { value }));
}

/** At most so many communes are offered. */
const MOST_CANDIDATES = 12;

/**
 * Which of the communes that a divided one became.
 * @param {any} ui @param {string} path @param {{ question: string, candidates: any[], original: string }} asked
 */
function askUnit(ui, path, { question, candidates, original }) {
  const choose = async (/** @type {any} */ unit) => {
    const { addressIn } = await import("../units.js");
    const address = addressIn(original, unit);
    ui.flow?.chooseUnit(path, address, unit);
    ui.changed(path, address);
    ui.draw();
    ui.tree.getElementById(idOf(path))?.focus();
  };
  const choices = candidates
    .slice(0, MOST_CANDIDATES)
    .map((unit) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "button second", onclick: () => void choose(unit) },
          `${unit.commune}, ${unit.province}`,
        ),
      ),
    );
  return h(
    "div",
    { role: "group", "aria-label": question, class: "ask-unit" },
    notice("warning", question),
    h("ul", { class: "choices" }, ...choices),
  );
}
