import { suggestUnits } from "./address-box.js";
import { CanCuocElement } from "./base.js";
import { h } from "./dom.js";

/**
 * `<cancuoc-address name="…" label="…">`: one line for an address, with today's communes as suggestions; a plain box
 * when the units are missing.
 *
 * Attributes: `label`, `value`, `locale`, `on`, `required`, `theme`. Property `value` (text) and `unit` (the chosen
 * commune, or nothing). Events: `input`, `change` (with the chosen unit as its detail).
 */
export class CanCuocAddress extends CanCuocElement {
  static observedAttributes = ["locale", "label", "required"];
  static hostProperties = ["locale", "value"];

  /** @type {HTMLTextAreaElement | undefined} */ #box;
  #text = "";
  /** @type {any} */ #unit;

  /** @protected */
  arrived() {
    if (!this.#text) this.#text = this.getAttribute("value") ?? "";
    this.#draw();
  }

  /** @protected */
  left() {
    this.body.replaceChildren();
    this.#box = undefined;
  }

  attributeChangedCallback() {
    if (this.#box) this.#draw();
  }

  get value() {
    return this.#text;
  }

  set value(text) {
    this.#text = String(text ?? "");
    this.#unit = undefined;
    if (this.#box) this.#box.value = this.#text;
    this.#tell();
  }

  /** The commune that was chosen from the list. */
  get unit() {
    return this.#unit;
  }

  get name() {
    return this.getAttribute("name") ?? "";
  }

  formResetCallback() {
    this.value = this.getAttribute("value") ?? "";
  }

  focus() {
    this.#box?.focus();
  }

  #draw() {
    const box = (this.#box = /** @type {HTMLTextAreaElement} */ (
      h("textarea", {
        id: "address",
        rows: 2,
        autocomplete: "street-address",
        spellcheck: "false",
        "aria-required": this.hasAttribute("required") ? "true" : null,
      })
    ));
    box.value = this.#text;
    box.addEventListener("input", () => {
      this.#text = box.value;
      this.#unit = undefined;
      this.#tell();
    });
    const list = suggestUnits(box, {
      locale: this.locale,
      on: this.getAttribute("on") ?? undefined,
      picked: (unit) => {
        this.#text = box.value;
        this.#unit = unit;
        this.#tell();
        this.emit("change", unit);
      },
    });
    this.body.replaceChildren(
      h(
        "div",
        { class: "field" },
        h("label", { for: "address" }, this.getAttribute("label") ?? this.message("addressLabel")),
        box,
        list,
      ),
    );
    this.#tell();
  }

  #tell() {
    this.internals?.setFormValue(this.#text || null);
    if (!this.#box || !this.internals) return;
    if (this.hasAttribute("required") && !this.#text.trim())
      this.internals.setValidity({ valueMissing: true }, this.message("addressMissing"), this.#box);
    else this.internals.setValidity({});
  }
}
