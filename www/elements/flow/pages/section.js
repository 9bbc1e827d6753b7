import { h } from "../../dom.js";
import { drawField } from "../../fields/field.js";
import { icon } from "../../icons.js";
import { notice } from "../../notice.js";
import { localised } from "../../format.js";
import { afterSection, scanFor } from "../actions.js";
import { fieldContext } from "../field-context.js";
import { nextButton } from "./page.js";

/** @param {any} ui @param {any} section @returns {import("./page.js").Page} */
export function sectionPage(ui, section) {
  const context = fieldContext(ui, section);
  const fields = section.fields.map((/** @type {any} */ field) => {
    const place = drawField(field, field.id, context);
    place.hidden = !ui.flow.visible(field.id);
    return place;
  });
  const cards = ui.flow.rolesOf(section);
  return {
    title: localised(section.title, ui.locale),
    block: [
      section.note ? notice("info", localised(section.note, ui.locale)) : null,
      cards.length
        ? h(
            "div",
            { class: "actions top" },
            ...cards.map((/** @type {any} */ role) =>
              h(
                "button",
                { type: "button", class: "button second", onclick: () => scanFor(ui, role.role) },
                icon("qr"),
                ui.message("fromCard", { role: localised(role.label, ui.locale) }),
              ),
            ),
          )
        : null,
      h("div", { class: "fields" }, ...fields),
      nextButton(ui, () => afterSection(ui, section)),
    ],
  };
}
