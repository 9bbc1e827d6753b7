import { h } from "../../dom.js";
import { localised } from "../../format.js";
import { afterWhose } from "../actions.js";
import { nextButton } from "./page.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function whose(ui) {
  const { state, roles } = ui.flow;
  const wrong = ui.problems.find((/** @type {any} */ each) => each.path === "role");
  const field = h(
    "fieldset",
    {
      class: wrong ? "field wrong" : "field",
      "aria-describedby": wrong ? "role-hint role-wrong" : "role-hint",
      "data-path": "role",
    },
    h("legend", { class: "hidden-visually" }, ui.message("whoseTitle")),
    h("p", { class: "hint", id: "role-hint" }, ui.message("whoseHint")),
    wrong ? h("span", { class: "wrong-words", id: "role-wrong" }, wrong.message) : null,
    ...roles.map((/** @type {any} */ role, /** @type {number} */ index) =>
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "radio",
          name: "role",
          id: index ? `f-role-${index}` : "f-role",
          checked: state.role === role.role,
          onchange: () => ui.set({ role: role.role }),
        }),
        h(
          "span",
          {},
          localised(role.label, ui.locale),
          role.hint ? h("small", {}, localised(role.hint, ui.locale)) : null,
        ),
      ),
    ),
  );
  return { title: ui.message("whoseTitle"), block: [field, nextButton(ui, () => afterWhose(ui))] };
}
