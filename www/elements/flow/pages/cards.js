import { h } from "../../dom.js";
import { localised } from "../../format.js";
import { icon } from "../../icons.js";
import { scanFor, takeKept } from "../actions.js";

/**
 * The cards that can fill in something here: one that was read already, or another one.
 * @param {any} ui @param {any} section @param {HTMLElement} place
 */
export function drawCards(ui, section, place) {
  const { flow, locale } = ui;
  const buttons = flow.rolesOf(section).flatMap((/** @type {any} */ role) => {
    const words = localised(role.label, locale);
    const label = words.charAt(0).toLowerCase() + words.slice(1);
    const kept = flow.state.cards
      .filter((/** @type {any} */ card) => card.role !== role.role)
      .map((/** @type {any} */ card) =>
        h(
          "button",
          { type: "button", class: "button second", onclick: () => takeKept(ui, card, role.role) },
          icon("card"),
          ui.message("fromKeptCard", { role: label, name: nameOn(card) }),
        ),
      );
    const scan = h(
      "button",
      { type: "button", class: kept.length ? "button quiet" : "button second", onclick: () => scanFor(ui, role.role) },
      icon("qr"),
      ui.message("fromCard", { role: label }),
    );
    return [...kept, scan];
  });
  place.replaceChildren(...(buttons.length ? [h("div", { class: "actions top" }, ...buttons)] : []));
}

/** @param {any} card */
function nameOn({ readings }) {
  const named = readings.find((/** @type {any} */ each) => each.person.fullName) ?? readings[0];
  return named?.person.fullName ?? named?.person.latinName ?? "";
}
