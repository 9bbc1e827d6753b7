import { h } from "../../dom.js";

/**
 * A page of the flow; its buttons call back into the element. `printed` is printed in place of it.
 * @typedef {{ title: string, block: (Node | null)[], printed?: HTMLElement }} Page
 */

/** @param {any} ui @param {() => void} go */
export function nextButton(ui, go) {
  return h(
    "div",
    { class: "actions" },
    h("button", { type: "button", class: "button big", onclick: go }, ui.message("next")),
  );
}
