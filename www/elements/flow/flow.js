import { describeForm, prefill, reconcile, seal, validate } from "../../index.js";
import { get, put, top } from "../paths.js";
import { sourceOf, wordsOf } from "../show.js";
import { emptyState } from "./state.js";

/**
 * The job without a screen: which page comes next, what the rules say, what a card fills in. Calls the core and nothing else.
 */
export class Flow {
  /** @type {import("./state.js").State} */ state = emptyState();
  /** @type {any} */ form;
  /** @type {any} */ #checked;

  /** @param {string} id of the form @param {{ locale: "vi" | "en", on?: string }} options @throws `CanCuocError` `form.unknown` */
  constructor(id, options) {
    this.id = id;
    this.options = options;
    this.form = describeForm(id, options);
  }

  /** @param {{ locale: "vi" | "en", on?: string }} options */
  setOptions(options) {
    this.options = options;
    this.form = describeForm(this.id, options);
    this.#checked = undefined;
  }

  /** What the rules say now. */
  get checked() {
    this.#checked ??= validate(this.id, this.state.answers, this.options);
    return this.#checked;
  }

  /** @param {string} path @param {unknown} value */
  answer(path, value) {
    const { state } = this;
    state.answers = put(state.answers, path, value);
    this.#retype(path, value);
    this.#checked = undefined;
  }

  /** What was changed by hand is typed, whatever it was before. @param {string} path @param {unknown} value */
  #retype(path, value) {
    const { provenance } = this.state;
    // A row that was taken away moves those after it: where they came from is no longer known for sure.
    const below = Object.keys(provenance).filter((each) => each === path || each.startsWith(`${path}[`) || each.startsWith(`${path}.`));
    const entries = { ...provenance };
    for (const each of below) {
      const entry = entries[each];
      const read = typeof entry === "object" ? (entry.read ?? entry) : { source: entry };
      if (Array.isArray(value)) delete entries[each];
      else if (read.value !== undefined && read.value === value) entries[each] = read;
      else entries[each] = { ...read, source: "typed", read };
    }
    this.state.provenance = entries;
  }

  /** The readings of the card at hand as one identity. */
  get identity() {
    return reconcile(this.state.readings, this.options);
  }

  /** Whose card it can be. @returns {any[]} */
  get roles() {
    return this.form.persons ?? [];
  }

  /**
   * Fills in what the card says for the chosen role; what was typed stays, and differences are kept for a question.
   */
  take() {
    const { state } = this;
    const identity = this.identity;
    const filled = prefill(this.id, identity, state.answers, { ...this.options, role: state.role || undefined });
    const before = state.answers;
    state.answers = filled.answers;
    state.provenance = { ...state.provenance, ...filled.provenance };
    state.conflicts = [...(filled.conflicts ?? [])].filter((conflict) => get(before, conflict.path) !== undefined);
    state.chosen = {};
    if (state.role === this.roles[0]?.role || state.assurance === "none") state.assurance = identity.assurance;
    for (const path of Object.keys(filled.provenance)) delete state.raw[path];
    this.#checked = undefined;
  }

  /** Does what was chosen about the differences. */
  settle() {
    const { state } = this;
    for (const conflict of state.conflicts) {
      if (state.chosen[conflict.path] !== "offered") continue;
      state.answers = put(state.answers, conflict.path, conflict.offered);
      state.provenance = { ...state.provenance, [conflict.path]: { source: conflict.source, value: conflict.offered } };
      delete state.raw[conflict.path];
    }
    state.conflicts = [];
    this.#checked = undefined;
  }

  /** @param {string} path */
  visible(path) {
    const visible = this.#set("visible");
    if (visible.has(path) || visible.has(path.replace(/\[\d+\]/g, "[]"))) return true;
    // Rows that are not listed one by one are as visible as their group.
    const group = top(path);
    return path !== group && visible.has(group) && ![...visible].some((each) => each.startsWith(`${group}[`) || each.startsWith(`${group}.`));
  }

  /** @param {string} path */
  required(path) {
    const required = this.#set("required");
    return required.has(path) || required.has(path.replace(/\[\d+\]/g, "[]"));
  }

  /** @param {"visible" | "required"} name @returns {Set<string>} */
  #set(name) {
    return new Set(this.checked[name]);
  }

  /** The sections with something to answer. @returns {any[]} */
  get sections() {
    return this.form.sections.filter((/** @type {any} */ section) => section.fields.some((/** @type {any} */ field) => this.visible(field.id)));
  }

  /** @param {any} section @param {any[]} [findings] */
  findingsOf(section, findings = this.checked.findings) {
    const ids = new Set(section.fields.map((/** @type {any} */ field) => field.id));
    return findings.filter((/** @type {any} */ finding) => ids.has(top(finding.path)));
  }

  /** The checklist of papers. @returns {any[]} */
  get papers() {
    return this.checked.papers ?? this.form.papers ?? [];
  }

  /** The pages from here to the end, in order. @returns {string[]} */
  get pages() {
    const { state } = this;
    const sections = this.sections.map((section) => `section:${section.id}`);
    return ["how", "scan", "read", ...(this.roles.length > 1 ? ["whose"] : []), ...sections, ...(this.papers.length ? ["papers"] : []), "review", ...(state.sealed ? ["done"] : [])];
  }

  /** The page after this one. @param {string} page */
  after(page) {
    const pages = this.pages;
    return pages[pages.indexOf(page) + 1] ?? "review";
  }

  /** The first page of the form itself. */
  get firstSection() {
    return this.pages.find((page) => page.startsWith("section:")) ?? "review";
  }

  /** The field of the description at a path. @param {string} path @returns {any} */
  field(path) {
    const all = this.form.sections.flatMap((/** @type {any} */ section) => section.fields);
    const field = all.find((/** @type {any} */ each) => each.id === top(path));
    const inner = /\]\.(\w+)$/.exec(path)?.[1];
    return inner ? field?.fields?.find((/** @type {any} */ each) => each.id === inner) : field;
  }

  /** @param {string} path */
  label(path) {
    return wordsOf(this.field(path)?.label, this.options.locale) || path;
  }

  /** @param {string} path @returns {{ source?: string, read?: any } | undefined} */
  provenance(path) {
    const entry = this.state.provenance[path];
    if (entry === undefined || get(this.state.answers, path) === undefined) return undefined;
    return { source: sourceOf(entry), read: typeof entry === "object" ? entry.read : undefined };
  }

  /** @param {string} sealedAt */
  seal(sealedAt) {
    const { state } = this;
    /** @type {Record<string, any>} */ const provenance = {};
    for (const [path, entry] of Object.entries(state.provenance)) {
      if (get(state.answers, path) === undefined) continue;
      const { read: _, ...kept } = typeof entry === "object" ? entry : { source: entry };
      provenance[path] = typeof entry === "string" ? entry : kept;
    }
    state.sealed = seal(this.id, state.answers, { provenance, assurance: /** @type {any} */ (state.assurance), sealedAt }, this.options);
    return state.sealed;
  }
}
