import { h } from "../dom.js";
import { idOf } from "../paths.js";
import { unitChoices } from "./unit-choices.js";

const OLD_UNITS = ["plausibility.old_unit", "plausibility.old_unit_unsure"];

/**
 * What a person can take over in place of the answer that a finding speaks of, by a press: what the finding offers, or
 * an old address in today's units.
 * @param {any} ui the form's element @param {{ path: string, code: string, offer?: string }} finding
 * @returns {Node[]}
 */
export function takeOver(ui, { path, code, offer }) {
  const field = ui.flow?.field(path);
  if (!field || ui.flow.locked?.has(path)) return [];
  if (offer) {
    const words = ui.message("takeOffer", { value: offer });
    return [
      h(
        "div",
        { class: "ask-unit" },
        button(words, () => take(ui, path, offer)),
      ),
    ];
  }
  if (OLD_UNITS.includes(code) && field.type === "address") return [convertible(ui, path)];
  return [];
}

/** @param {any} ui @param {string} path @param {string} value */
function take(ui, path, value) {
  const { flow } = ui;
  delete flow.state.raw[path];
  flow.answer(path, value);
  ui.changed(path, value);
  ui.draw();
  (ui.tree.getElementById(idOf(path)) ?? ui.tree.getElementById("title"))?.focus();
}

/** The lists of units are loaded by the press: most addresses need none. @param {any} ui @param {string} path */
function convertible(ui, path) {
  const place = h("div", { class: "ask-unit" });
  const convert = async () => {
    const address = String(ui.flow.value(path) ?? "");
    const [{ addressIn, loadUnitsOnce }, { convertAddress }] = await Promise.all([
      import("../units.js"),
      import("../../address.js"),
    ]);
    const converted = (await loadUnitsOnce()) ? convertAddress(address, ui.flow.options) : undefined;
    if (converted?.exact && converted.address) return take(ui, path, converted.address);
    const { candidates = [], question } = converted ?? {};
    const choose = (/** @type {any} */ unit) => take(ui, path, addressIn(address, unit));
    const words = candidates.length ? (question ?? ui.message("addressUnits")) : ui.message("convertNone");
    place.replaceChildren(
      h("p", { role: "status" }, words),
      ...(candidates.length ? [unitChoices([...candidates], choose)] : []),
    );
  };
  place.append(button(ui.message("convertAddress"), () => void convert()));
  return place;
}

/** @param {string} words @param {() => void} onclick */
function button(words, onclick) {
  return h("button", { type: "button", class: "button second", onclick }, words);
}
