import { setAssetsBase } from "../asset-address.js";
import { h } from "./dom.js";
import { sheets } from "./styles/sheets.js";
import { message } from "./messages.js";
import { followPage, watchTheme } from "./theme.js";

/** Where there is no document (a server that renders the page) the classes exist and do nothing. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** What all elements share: a shadow tree with the sheets, the language, their life in the page, events. */
export class CanCuocElement extends Base {
  static observedAttributes = ["locale"];
  static formAssociated = true;
  /** What a host may set before the element's script has come. @type {readonly string[]} */
  static hostProperties = ["locale"];

  /** What the host had set by then: it stands on the object itself and would hide the accessors. */
  /** @type {[string, unknown][]} */ #early = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #leaving;

  constructor() {
    super();
    const self = /** @type {any} */ (this);
    for (const name of /** @type {typeof CanCuocElement} */ (new.target).hostProperties) {
      if (!Object.hasOwn(self, name)) continue;
      this.#early.push([name, self[name]]);
      delete self[name];
    }
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
    watchTheme(this);
  }

  connectedCallback() {
    const base = this.getAttribute("assets-base");
    if (base !== null) setAssetsBase(base);
    followPage(this);
    for (const [name, value] of this.#early.splice(0)) /** @type {any} */ (this)[name] = value;
    const isMoved = this.#leaving !== undefined;
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    if (isMoved) this.moved();
    else this.arrived();
  }

  /** Who is taken out and put in again at once has been moved, as frameworks do: nothing ends, nothing begins anew. */
  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      this.#leaving = undefined;
      this.left();
    });
  }

  /** @protected The element has come into the page. */
  arrived() {}

  /** @protected It stands in another place of the page. */
  moved() {}

  /** @protected It has left the page. */
  left() {}

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

  /**
   * @protected @param {string} type @param {unknown} detail
   * @param {{ cancelable?: boolean }} [options] @returns {boolean} whether nobody has prevented it
   */
  emit(type, detail, { cancelable = false } = {}) {
    // `error` and `submit` do not bubble, so that the host's window and form never take them for theirs.
    const bubbles = type !== "error" && type !== "submit";
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles, composed: bubbles, cancelable }));
  }
}
