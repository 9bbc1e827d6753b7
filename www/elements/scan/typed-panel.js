import { h } from "../dom.js";
import { Panel } from "./panel.js";

/**
 * @typedef {object} Typed what is typed or pasted
 * @property {string} id of the text box
 * @property {string} style its classes
 * @property {import("../messages.js").MessageKey} label
 * @property {import("../messages.js").MessageKey} hint
 * @property {import("../messages.js").MessageKey} button
 * @property {string} [buttonStyle]
 * @property {boolean} [enter] whether Enter reads, as hand-held readers end with it; Shift+Enter is a new line
 */

/** A box for a text, read by a press of its button. */
export class TypedPanel extends Panel {
  #typed;
  #read;
  /** Kept while the element is drawn anew, for another language. */
  #text = "";

  /** @param {import("./panel.js").Host} host @param {Typed} typed @param {(text: string) => void} read */
  constructor(host, typed, read) {
    super(host);
    this.#typed = typed;
    this.#read = read;
  }

  draw() {
    const { host } = this;
    const { id, label, hint, button, buttonStyle = "button second", enter } = this.#typed;
    this.place = h("div");
    const box = this.#box();
    const read = () => this.#read(box.value);
    if (enter) {
      box.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey) return;
        event.preventDefault();
        read();
      });
    }
    return h(
      "div",
      { class: "panel" },
      this.place,
      h("label", { class: "label", for: id }, host.message(label)),
      h("p", { class: "hint", id: `${id}-hint` }, host.message(hint)),
      box,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: buttonStyle, onclick: read }, host.message(button)),
      ),
    );
  }

  /** Forgets what was typed: the next drawing has an empty box. */
  forget() {
    this.#text = "";
  }

  #box() {
    const { id, style } = this.#typed;
    const box = /** @type {HTMLTextAreaElement} */ (
      h("textarea", {
        id,
        class: style,
        rows: 3,
        spellcheck: "false",
        autocomplete: "off",
        autocapitalize: "off",
        autocorrect: "off",
        translate: "no",
        "aria-describedby": `${id}-hint`,
      })
    );
    box.value = this.#text;
    box.addEventListener("input", () => (this.#text = box.value));
    return box;
  }
}
