import { h } from "../../dom.js";

/**
 * A page of the flow; its buttons call back into the element.
 * @typedef {{ title: string, block: (Node | null)[] }} Page
 */

/** @param {any} ui @param {() => void} go */
export function nextButton(ui, go) {
  return h(
    "div",
    { class: "actions" },
    h("button", { type: "button", class: "button big", onclick: go }, ui.message("next")),
  );
}
