import { h } from "./dom.js";
import { sheets } from "./styles/sheets.js";
import { message } from "./messages.js";

/** What all elements share: a shadow tree with the sheets, the language, events. */
export class CanCuocElement extends HTMLElement {
  static observedAttributes = ["locale"];
  static formAssociated = true;

  constructor() {
    super();
    /** @protected */
    this.tree = this.attachShadow({ mode: "open" });
    // Safari before 16.4 has no ElementInternals: there the element does not take part in a host's form.
    /** @protected @type {ElementInternals | undefined} */
    this.internals = typeof this.attachInternals === "function" ? this.attachInternals() : undefined;
    if (sheets) this.tree.adoptedStyleSheets = sheets;
    else this.tree.append(h("link", { rel: "stylesheet", href: new URL("./widget.css", import.meta.url).href }));
    /** @protected */
    this.body = h("div", { class: "body", part: "body" });
    this.tree.append(this.body);
  }

  /** The language: the attribute, else that of the page around. @returns {"vi" | "en"} */
  get locale() {
    const wanted =
      this.getAttribute("locale") ?? this.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
    return wanted.startsWith("en") ? "en" : "vi";
  }

  set locale(value) {
    this.setAttribute("locale", value);
  }

  /** @protected @param {import("./messages.js").MessageKey} key @param {Record<string, string | number>} [values] */
  message(key, values) {
    return message(this.locale, key, values);
  }

  /** @protected @param {string} type @param {unknown} detail */
  emit(type, detail) {
    // `error` does not bubble, so that it never looks like a script's error to the host's window.
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: type !== "error", composed: type !== "error" }));
  }
}
