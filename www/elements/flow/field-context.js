import { h } from "../dom.js";
import { formatAnswer, formatSource } from "../format.js";
import { notice } from "../notice.js";
import { idOf } from "../paths.js";
import { addressesBut } from "./addresses.js";
import { decides } from "./decides.js";
import { drawCards } from "./pages/cards.js";
import { takeOver } from "./take-over.js";
import { unitChoices } from "./unit-choices.js";

/**
 * What the fields of a page need of their form.
 * @param {any} ui the form's element @param {import("./order.js").Sheet} sheet
 * @returns {import("../fields/field.js").Context}
 */
export function fieldContext(ui, { section, folded }) {
  const flow = /** @type {import("./flow.js").Flow} */ (ui.flow);
  const sections = [section, ...folded];
  const fields = sections.flatMap((each) => each.fields);
  const shown = ui.checkedSection === section.id ? sections.flatMap((each) => flow.findingsOf(each)) : [];
  /** What decides which controls stand on the page. */
  const frame = () => JSON.stringify([flow.checked.unavailable, folds(flow.sheetWith(section.id))]);
  const folds = (/** @type {import("./order.js").Sheet | undefined} */ sheet) =>
    sheet && [sheet.folded.map(({ id }) => id), sheet.open];
  const redraw = () => {
    const focused = ui.tree.activeElement?.id;
    ui.draw();
    if (focused) ui.tree.getElementById(focused)?.focus();
  };
  return {
    locale: ui.locale,
    fixed: (field, path, form) => ui.wishes?.fixed(field, path, form),
    on: flow.options.on,
    get answers() {
      return flow.state.answers;
    },
    required: (path) => flow.required(path),
    decides: (path) => decides(flow, path),
    findings: (path) => shown.filter((/** @type {any} */ finding) => finding.path === path),
    takeOver: (finding) => takeOver(ui, finding),
    source: (path) => sourceNote(ui, path),
    change: (path, value) => {
      const before = frame();
      flow.answer(path, value);
      flow.suggest(fields);
      ui.changed(path, value);
      if (frame() === before) refresh(ui, sections);
      else redraw();
    },
    visible: (path) => flow.visible(path),
    unavailable: (path) => flow.checked.unavailable?.[path] ?? [],
    value: (path) => flow.value(path),
    removeRow: (group, index) => {
      flow.removeRow(group, index);
      ui.changed(group, flow.value(group));
      // What was said of the row has gone with it.
      const still = sections.flatMap((each) => flow.findingsOf(each)).filter(({ severity }) => severity === "error");
      if (ui.problems.length) ui.problems = still;
    },
    raw: (path) => flow.state.raw[path],
    setRaw: (path, parts) => {
      flow.state.raw[path] = parts;
    },
    otherAddresses: (path) => addressesBut(flow, path),
    oneLine: (path) => ui.oneLine.has(path),
    setOneLine: (path) => ui.oneLine.add(path),
    redraw,
  };
}

/**
 * After a change: what is to be seen, what follows from it, and where the values came from. The fields themselves stay,
 * and keep the focus.
 * @param {any} ui @param {any[]} sections
 */
function refresh(ui, sections) {
  const { flow, tree } = ui;
  if (!flow) return;
  for (const section of sections) {
    const cards = tree.querySelector(`.cards-of[data-section="${section.id}"]`);
    if (cards && !cards.contains(tree.activeElement)) drawCards(ui, section, cards);
  }
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll(".fields [data-path]"))) {
    const path = place.dataset.path ?? "";
    const follows = flow.checked.calculated?.[path] !== undefined || isSuggested(flow, path);
    if (follows && !place.contains(tree.activeElement)) follow(place, flow.value(path));
    place.hidden = !flow.visible(path);
    place.querySelector(":scope > .source.from")?.remove();
    place.append(sourceNote(ui, path) ?? "");
  }
  for (const field of sections.flatMap((section) => section.fields)) {
    const optional = tree.querySelector(`[data-path="${CSS.escape(field.id)}"] > :is(label, legend) .optional`);
    if (optional && flow.required(field.id)) optional.remove();
  }
}

/** Puts a value that follows from others into its box. @param {HTMLElement} place @param {unknown} value */
function follow(place, value) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("input, textarea, select"));
  const parts = boxes.length === 3 ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value ?? "")) : null;
  if (parts) [parts[3], parts[2], parts[1]].forEach((part, index) => (boxes[index].value = part));
  else if (boxes.length === 1) boxes[0].value = String(value ?? "");
}

/** @param {any} flow @param {string} path */
function isSuggested({ state: { suggested, answers } }, path) {
  return path in suggested && suggested[path] === answers[path];
}

/** Where the value of a field came from. @param {any} ui @param {string} path */
function sourceNote(ui, path) {
  const { flow, locale } = ui;
  const from = flow.provenance(path);
  if (!from && isSuggested(flow, path) && flow.field(path)?.suggest)
    return h("p", { class: "source from" }, ui.message("suggested"));
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
  return h(
    "div",
    { role: "group", "aria-label": question, class: "ask-unit" },
    notice("warning", question),
    unitChoices(candidates, (unit) => void choose(unit)),
  );
}
