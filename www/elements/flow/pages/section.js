import { h } from "../../dom.js";
import { drawField } from "../../fields/field.js";
import { localised } from "../../format.js";
import { notice } from "../../notice.js";
import { get } from "../../paths.js";
import { afterSection } from "../actions.js";
import { fieldContext } from "../field-context.js";
import { drawCards } from "./cards.js";
import { nextButton } from "./page.js";

/** @param {any} ui @param {import("../order.js").Sheet} sheet @returns {import("./page.js").Page} */
export function sectionPage(ui, sheet) {
  const { section, folded } = sheet;
  const context = fieldContext(ui, sheet);
  const send = () => afterSection(ui, sheet);
  const fields = h("div", { class: "fields", onkeydown: (/** @type {KeyboardEvent} */ event) => onEnter(event, send) });
  const { open } = sheet;
  if (open) {
    fields.dataset.onePage = "";
    const parts = [section, ...folded];
    fields.append(...parts.map((each) => (open.includes(each.id) ? part : fold)(ui, each, context)));
  } else fields.append(block(ui, section, context), ...folded.map((each) => fold(ui, each, context)));
  return { title: localised(section.title, ui.locale), block: [fields, nextButton(ui, send)] };
}

/** @param {any} ui @param {any} section @param {import("../../fields/field.js").Context} context */
function block(ui, section, context) {
  const { flow, locale } = ui;
  // The other half of a choice of two is drawn with its first.
  const halves = section.fields.map((/** @type {any} */ field) => field.either?.id);
  const asked = inOrder(section.fields).filter(({ id }) => !(id in flow.state.preset) && !halves.includes(id));
  const draw = (/** @type {any} */ field) => {
    const place = drawField(field, field.id, context);
    place.hidden = !flow.visible(field.id);
    return place;
  };
  const seldom = asked.filter((/** @type {any} */ field) => field.fold && isQuiet(flow, field.id));
  const cards = h("div", { class: "cards-of", "data-section": section.id });
  drawCards(ui, section, cards);
  return h(
    "div",
    { class: "block" },
    section.note ? notice("info", localised(section.note, locale)) : null,
    cards,
    ...asked.filter((/** @type {any} */ field) => !seldom.includes(field)).map(draw),
    seldom.some((/** @type {any} */ field) => flow.visible(field.id))
      ? h("details", {}, h("summary", {}, ui.message("seldom")), ...seldom.map(draw))
      : null,
  );
}

/** An office that follows from an address is asked after it. @param {any[]} fields */
function inOrder(fields) {
  const ordered = [...fields];
  for (const field of fields.filter(({ suggest }) => suggest?.office)) {
    const places = field.suggest.of.map((/** @type {string} */ of) => ordered.findIndex(({ id }) => id === of));
    const after = Math.max(...places);
    const at = ordered.indexOf(field);
    if (after > at) ordered.splice(after, 0, ...ordered.splice(at, 1));
  }
  return ordered;
}

/** Unanswered, and no rule speaks of it. @param {any} flow @param {string} id */
function isQuiet(flow, id) {
  return (
    get(flow.state.answers, id) === undefined &&
    !flow.checked.findings.some((/** @type {any} */ each) => each.path === id)
  );
}

/** A section beside others on one page. @param {any} ui @param {any} section @param {any} context */
function part(ui, section, context) {
  const id = `part-${section.id}`;
  return h(
    "section",
    { "aria-labelledby": id, "data-section": section.id },
    h("h3", { id, tabindex: "-1" }, localised(section.title, ui.locale)),
    block(ui, section, context),
  );
}

/** A section that nobody has to fill in. @param {any} ui @param {any} section @param {any} context */
function fold(ui, section, context) {
  const { flow, locale } = ui;
  const begun = section.fields.some((/** @type {any} */ { id }) => get(flow.state.answers, id) !== undefined);
  const open = begun || ui.unfolded.has(section.id);
  return h(
    "details",
    {
      class: "fold",
      open,
      "data-section": section.id,
      ontoggle: (/** @type {any} */ event) =>
        event.target.dataset.section === section.id &&
        (event.target.open ? ui.unfolded.add(section.id) : ui.unfolded.delete(section.id)),
    },
    h("summary", {}, ui.message("foldedSection", { title: localised(section.title, locale) })),
    block(ui, section, context),
  );
}

/** Enter goes on, as a phone's keyboard says. @param {KeyboardEvent} event @param {() => void} send */
function onEnter(event, send) {
  const box = /** @type {HTMLElement} */ (event.target);
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
  if (!box.matches("input:not([type=radio], [type=checkbox], [type=file])")) return;
  event.preventDefault();
  send();
}
