/** What is chosen, by name; it stands in the page's address, so that it can be handed on. */
const FIRST = /** @type {Record<string, string>} */ ({
  element: "form",
  form: "ct01",
  language: "",
  theme: "",
  accent: "",
  radius: "",
  font: "",
  draft: "off",
  assurance: "",
  action: "",
  history: "",
  quiet: "",
  modes: "camera photo text",
  label: "",
  required: "",
  stack: "html",
});

/** The shape of each value: an address is written by others, too. @type {Record<string, RegExp>} */
const SHAPES = {
  element: /^(form|scan|address)$/,
  form: /^[a-z0-9-]{1,40}$/,
  language: /^(vi|en)?$/,
  theme: /^(light|dark|auto)?$/,
  accent: /^(#[0-9a-f]{6})?$/,
  radius: /^(0|0\.375rem|1rem)?$/,
  font: /^(serif|page)?$/,
  draft: /^(off|1|7)$/,
  assurance: /^(wellFormed|consistent|intact|authentic|genuine)?$/,
  action: /^[\w/.-]{0,80}$/,
  modes: /^((camera|photo|text|mrz)( |$))+$/,
  label: /^[^<>]{0,80}$/,
  stack: /^(html|react|vue|svelte)$/,
};

/** After these there are other settings. */
const OTHERS = ["element", "accent"];

export class State {
  /** @type {Record<string, string>} */ #values = { ...FIRST };
  #page = "vi";

  /** @param {string} search */
  constructor(search) {
    for (const [name, value] of new URLSearchParams(search)) this.set(name, value);
  }

  /** @param {string} name */
  get(name) {
    return this.#values[name] ?? "";
  }

  /** @param {string} name @param {string} value @returns {boolean} whether there are other settings now */
  set(name, value) {
    if (!(name in FIRST) || !(SHAPES[name] ?? /^(on)?$/).test(value)) return false;
    const had = this.#values[name];
    this.#values[name] = value;
    return had !== value && OTHERS.includes(name);
  }

  /** The element's language is the page's until one is chosen. @param {string} page */
  follow(page) {
    this.#page = page;
  }

  get language() {
    return this.get("language") || this.#page;
  }

  /** What differs from the first look, beside what else the address says. @param {URLSearchParams} address */
  query(address) {
    for (const [name, first] of Object.entries(FIRST)) {
      if (this.get(name) === first) address.delete(name);
      else address.set(name, this.get(name));
    }
    return address.toString();
  }
}
