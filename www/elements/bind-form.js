import { describeForm, prefill, validate } from "../form.js";
import { initForm } from "../packs.js";
import { initReading, reconcile } from "../reading.js";
import { readControls } from "./bind-values.js";
import { put } from "./paths.js";
import { formatDate, sourceOf } from "./format.js";

/**
 * Binds a portal's own form to the rules: fills its inputs from a card, marks where each value came from, and checks
 * before it is sent. The page stays as it is; what it gets is `data-cancuoc-source` on a filled input, `aria-invalid`
 * and a description on a wrong one, and one summary (`[data-cancuoc-summary]`, or a new block before the form) whose
 * links jump to the inputs.
 *
 * @param {HTMLFormElement} element
 * @param {Record<string, string | { name: string, date?: "iso" | "dmy", values?: Record<string, string> }>} map from a
 * field of the form (`pin`,
 *   `members[0].pin`) to the `name` of an input; `date` says how the portal writes a day, `values` what it writes for a
 * choice
 * @param {{ form: string, locale?: "vi" | "en", on?: string, role?: string, block?: boolean }} options `block: false`:
 * wrong forms are sent all the same
 * @returns {Promise<Bound>}
 */
export async function bindForm(element, map, options) {
  await Promise.all([initForm(options.form), initReading()]);
  return new Bound(element, map, options);
}

export class Bound {
  #element;
  #map;
  #options;
  /** @type {any[]} */ #fields;
  /** @type {Record<string, { value: any, entry: any }>} */ #filled = {};
  /** @type {HTMLElement | undefined} */ #summary;

  /**
   * @param {HTMLFormElement} element @param {Parameters<typeof bindForm>[1]} map
   * @param {Parameters<typeof bindForm>[2]} options
   */
  constructor(element, map, options) {
    const { sections } = describeForm(options.form, this.#core(options));
    this.#fields = sections.flatMap((/** @type {any} */ section) => section.fields);
    this.#element = element;
    this.#map = new Map(Object.entries(map).map(([path, to]) => [path, typeof to === "string" ? { name: to } : to]));
    this.#options = options;
    element.addEventListener("submit", this.#submit);
    element.addEventListener("input", this.#input);
    element.addEventListener("change", this.#input);
  }

  /** Takes its hands off the page. */
  release() {
    this.#element.removeEventListener("submit", this.#submit);
    this.#element.removeEventListener("input", this.#input);
    this.#element.removeEventListener("change", this.#input);
    this.#clear();
    for (const control of this.#controls()) control.removeAttribute("data-cancuoc-source");
  }

  /** The portal's inputs as answers of the form. */
  get answers() {
    /** @type {any} */ let answers = {};
    for (const [path, to] of this.#map) {
      const value = this.#read(to, path);
      if (value !== undefined) answers = put(answers, path, value);
    }
    return answers;
  }

  /** Where each answer came from, for `seal`. */
  get provenance() {
    const { answers } = this;
    const flat = JSON.stringify(answers);
    return flat
      ? Object.fromEntries(
          Object.entries(this.#filled)
            .filter(([path]) => this.#map.has(path))
            .map(([path, { value, entry }]) => [
              path,
              this.#read(/** @type {any} */ (this.#map.get(path)), path) === value ? entry : { source: "typed" },
            ]),
        )
      : {};
  }

  /**
   * Fills the inputs from readings of one card; what is typed already stays.
   * @param {any[]} readings @param {{ overwrite?: boolean, role?: string }} [options]
   */
  fill(readings, { overwrite = false, role = this.#options.role } = {}) {
    const core = this.#core(this.#options);
    const identity = reconcile(readings, core);
    const result = prefill(this.#options.form, identity, this.answers, {
      ...core,
      overwrite,
      ...(role ? { role } : {}),
    });
    for (const [path, entry] of Object.entries(result.provenance)) {
      const to = this.#map.get(path);
      if (!to) continue;
      const value = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce((/** @type {any} */ at, part) => at?.[part], result.answers);
      this.#filled[path] = { value, entry };
      this.#write(to, value);
      for (const control of this.#named(to.name)) control.setAttribute("data-cancuoc-source", sourceOf(entry) ?? "");
    }
    this.#element.dispatchEvent(new CustomEvent("cancuoc-filled", { detail: result, bubbles: true }));
    return result;
  }

  /**
   * Checks, and shows what is wrong.
   * @returns {{ ok: boolean, findings: readonly any[] }} of the fields that the portal has
   */
  check() {
    this.#clear();
    const result = validate(this.#options.form, this.answers, this.#core(this.#options));
    const ours = result.findings.filter((finding) => this.#map.has(finding.path));
    const errors = ours.filter((finding) => finding.severity === "error");
    for (const [index, finding] of errors.entries()) this.#mark(finding, index);
    if (errors.length) this.#summarise(errors);
    return { ok: errors.length === 0, findings: ours };
  }

  #submit = (/** @type {Event} */ event) => {
    const { ok, findings } = this.check();
    if (!ok && this.#options.block !== false) event.preventDefault();
    this.#element.dispatchEvent(new CustomEvent("cancuoc-checked", { detail: { ok, findings }, bubbles: true }));
  };

  #input = (/** @type {Event} */ event) => {
    const name = /** @type {any} */ (event.target)?.name;
    for (const [path, to] of this.#map) {
      if (to.name !== name || !this.#filled[path]) continue;
      const same = this.#read(to, path) === this.#filled[path].value;
      for (const control of this.#named(name))
        control.setAttribute("data-cancuoc-source", same ? (sourceOf(this.#filled[path].entry) ?? "") : "typed");
    }
  };

  /** @param {{ locale?: "vi" | "en", on?: string }} options */
  #core({ locale, on }) {
    return { locale: locale ?? /** @type {const} */ ("vi"), ...(on ? { on } : {}) };
  }

  /** @param {string} name @returns {any[]} */
  #named(name) {
    return [...this.#element.elements].filter((control) => /** @type {any} */ (control).name === name);
  }

  #controls() {
    return [...this.#map.values()].flatMap(({ name }) => this.#named(name));
  }

  /** @param {{ name: string, date?: "iso" | "dmy", values?: Record<string, string> }} to @param {string} path */
  #read(to, path) {
    return readControls(this.#named(to.name), this.#field(path), to);
  }

  /** The field of the description at a path. @param {string} path */
  #field(path) {
    const [, id, inner] = /^(\w+)(?:\[\d+\]\.(\w+))?$/.exec(path) ?? [];
    const field = this.#fields.find((/** @type {any} */ each) => each.id === id);
    return inner ? field?.fields?.find((/** @type {any} */ each) => each.id === inner) : field;
  }

  /** @param {{ name: string, date?: "iso" | "dmy", values?: Record<string, string> }} to @param {any} value */
  #write({ name, date, values }, value) {
    const text = values?.[String(value)] ?? (date === "dmy" ? formatDate(String(value)) : String(value));
    for (const control of this.#named(name)) {
      if (control.type === "radio" || control.type === "checkbox") {
        const on =
          control.type === "radio"
            ? control.value === text
            : value === true || [value].flat().map(String).includes(control.value);
        // A press: some frameworks listen to nothing else.
        if (on !== control.checked && (on || control.type === "checkbox")) control.click();
        continue;
      }
      setNatively(control, text);
      // Frameworks learn of the change as if it had been typed.
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  /** @param {any} finding @param {number} index */
  #mark(finding, index) {
    const [control] = this.#named(/** @type {any} */ (this.#map.get(finding.path)).name);
    if (!control) return;
    const words = document.createElement("span");
    words.id = `cancuoc-wrong-${index}-${Math.random().toString(36).slice(2, 8)}`;
    words.className = "cancuoc-wrong";
    words.dataset.cancuoc = "";
    words.textContent = finding.message;
    control.before(words);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute(
      "aria-describedby",
      [control.getAttribute("aria-describedby"), words.id].filter(Boolean).join(" "),
    );
  }

  /** @param {any[]} errors */
  #summarise(errors) {
    const place = /** @type {HTMLElement | null} */ (this.#element.querySelector("[data-cancuoc-summary]"));
    const box = place ?? document.createElement("div");
    const list = document.createElement("ul");
    for (const finding of errors) {
      const link = document.createElement("a");
      link.href = "#";
      link.textContent = finding.message;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.#named(/** @type {any} */ (this.#map.get(finding.path)).name)[0]?.focus();
      });
      list.append(Object.assign(document.createElement("li"), {}));
      list.lastElementChild?.append(link);
    }
    box.replaceChildren(list);
    box.tabIndex = -1;
    box.className ||= "cancuoc-summary";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", this.#options.locale === "en" ? "To put right" : "Cần sửa");
    if (!place) this.#element.prepend(box);
    this.#summary = box;
    box.focus();
  }

  #clear() {
    for (const words of this.#element.querySelectorAll("[data-cancuoc]")) {
      for (const control of this.#element.querySelectorAll(`[aria-describedby~="${words.id}"]`)) {
        const rest = (control.getAttribute("aria-describedby") ?? "")
          .split(" ")
          .filter((id) => id !== words.id)
          .join(" ");
        if (rest) control.setAttribute("aria-describedby", rest);
        else control.removeAttribute("aria-describedby");
        control.removeAttribute("aria-invalid");
      }
      words.remove();
    }
    if (this.#summary?.matches("[data-cancuoc-summary]")) this.#summary.replaceChildren();
    else this.#summary?.remove();
    this.#summary = undefined;
  }
}

/**
 * React keeps its own record of an input's value; the platform's setter goes past it.
 * @param {any} control @param {string} text
 */
function setNatively(control, text) {
  const kind =
    control instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement
      : control instanceof HTMLSelectElement
        ? HTMLSelectElement
        : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(control, text);
}
