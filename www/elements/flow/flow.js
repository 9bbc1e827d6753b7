import { describeForm, prefill, seal, validate } from "../../form.js";
import { reconcile } from "../../reading.js";
import { get, put, top } from "../paths.js";
import { sourceOf, localised } from "../format.js";
import { emptyState } from "./state.js";

/**
 * The job without a screen: which page comes next, what the rules say, what a card fills in. Calls the core and nothing
 * else.
 */
export class Flow {
  /** @type {import("./state.js").State} */ state = emptyState();
  /** @type {any} */ form;
  /** @type {any} */ #checked;

  /**
   * @param {string} id of the form @param {{ locale: "vi" | "en", on?: string }} options
   * @throws `CanCuocError` `form.unknown`
   */
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
    state.sealed = undefined;
    this.#checked = undefined;
    for (const forgotten of this.checked.cleared ?? []) {
      state.answers = put(state.answers, forgotten, undefined);
      delete state.raw[forgotten];
      this.#checked = undefined;
    }
  }

  /**
   * Takes a row away; what is known of the rows after it moves up with them.
   * @param {string} group @param {number} index
   */
  removeRow(group, index) {
    const { state } = this;
    const rows = /** @type {any[]} */ (get(state.answers, group) ?? []).filter((_, other) => other !== index);
    const moved = (/** @type {Record<string, any>} */ entries) =>
      Object.fromEntries(
        Object.entries(entries).flatMap(([path, entry]) => {
          const [, at, rest] = path.startsWith(`${group}[`) ? (/\[(\d+)\](.*)$/.exec(path) ?? []) : [];
          if (at === undefined || Number(at) < index) return [[path, entry]];
          return Number(at) === index ? [] : [[`${group}[${Number(at) - 1}]${rest}`, entry]];
        }),
      );
    state.filled = moved(state.filled);
    state.raw = moved(state.raw);
    this.answer(group, rows.length ? rows : undefined);
  }

  /** Puts what the form offers as a start into fields of a section that were never touched. @param {any} section */
  offerDefaults(section) {
    for (const field of section.fields) {
      if (
        field.default !== undefined &&
        get(this.state.answers, field.id) === undefined &&
        !(field.id in this.state.raw)
      )
        this.answer(field.id, field.default);
    }
  }

  /** The readings of the card at hand as one identity. */
  get identity() {
    return reconcile(this.state.readings, this.options);
  }

  /** Whose card it can be: those who have a place in the form as it is filled in now. @returns {any[]} */
  get roles() {
    return this.form.persons.filter(
      (/** @type {any} */ role) =>
        this.checked.roles.includes(role.role) &&
        (role.group ? this.visible(role.group) : Object.keys(role.map).some((id) => this.visible(id))),
    );
  }

  /** The roles that fill something in a section, each place once. @param {any} section @returns {any[]} */
  rolesOf(section) {
    const ids = new Set(section.fields.map((/** @type {any} */ field) => field.id));
    const places = (/** @type {any} */ role) => role.group ?? Object.keys(role.map).join();
    return this.roles
      .filter((role) =>
        role.group ? ids.has(role.group) : Object.keys(role.map).some((id) => ids.has(id) && this.visible(id)),
      )
      .filter((role, index, all) => all.findIndex((other) => places(other) === places(role)) === index);
  }

  /**
   * Fills in what the card says for the chosen role; what was typed stays, and differences are kept for a question.
   */
  take() {
    const { state } = this;
    const identity = this.identity;
    const filled = prefill(this.id, identity, state.answers, {
      ...this.options,
      role: state.role || this.form.persons?.[0]?.role,
    });
    const before = state.answers;
    state.answers = filled.answers;
    for (const [path, entry] of Object.entries(filled.provenance))
      state.filled[path] = { value: get(filled.answers, path), entry };
    state.conflicts = [...(filled.conflicts ?? [])].filter((conflict) => get(before, conflict.path) !== undefined);
    state.chosen = {};
    for (const { path, question, candidates, original } of filled.questions ?? [])
      state.questions[path] = { question, candidates: [...candidates], original };
    // The application is as sure as its applicant's card; a member's card says nothing of the applicant.
    if ((state.role || "applicant") === "applicant") state.assurance = identity.assurance;
    state.sealed = undefined;
    for (const path of Object.keys(filled.provenance)) delete state.raw[path];
    this.#checked = undefined;
  }

  /** Does what was chosen about the differences. */
  settle() {
    const { state } = this;
    for (const conflict of state.conflicts) {
      if (state.chosen[conflict.path] !== "offered") continue;
      state.answers = put(state.answers, conflict.path, conflict.offered);
      state.filled[conflict.path] = { value: conflict.offered, entry: { source: conflict.source, role: state.role } };
      delete state.raw[conflict.path];
    }
    state.conflicts = [];
    this.#checked = undefined;
  }

  /** @param {string} path */
  visible(path) {
    return this.checked.visible.includes(path);
  }

  /** @param {string} path */
  required(path) {
    return this.checked.required.includes(path);
  }

  /** The answer, or what the form calculates. @param {string} path */
  value(path) {
    return this.checked.calculated?.[path] ?? get(this.state.answers, path);
  }

  /** The sections with something to answer. @returns {any[]} */
  get sections() {
    return this.form.sections.filter((/** @type {any} */ section) =>
      section.fields.some((/** @type {any} */ field) => this.visible(field.id)),
    );
  }

  /** @param {any} section @param {any[]} [findings] */
  findingsOf(section, findings = this.checked.findings) {
    const ids = new Set(section.fields.map((/** @type {any} */ field) => field.id));
    return findings.filter((/** @type {any} */ finding) => ids.has(top(finding.path)));
  }

  /** The checklist of papers. @returns {any[]} */
  get papers() {
    return this.checked.papers;
  }

  /** The pages from here to the end, in order. @returns {string[]} */
  get pages() {
    const { state } = this;
    const sections = this.sections.map((section) => `section:${section.id}`);
    return [
      "how",
      "scan",
      "read",
      ...(this.roles.length > 1 ? ["whose"] : []),
      ...sections,
      ...(this.papers.length ? ["papers"] : []),
      "review",
      ...(state.sealed ? ["done"] : []),
    ];
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
    return localised(this.field(path)?.label, this.options.locale) || path;
  }

  /**
   * Where an answer came from; what was changed by hand is typed.
   * @param {string} path @returns {{ source?: string, read?: any, before?: any } | undefined}
   */
  provenance(path) {
    const filled = this.state.filled[path];
    const value = get(this.state.answers, path);
    if (!filled || value === undefined) return undefined;
    if (value !== filled.value) return { source: "typed", read: filled.value };
    return { source: sourceOf(filled.entry), ...(filled.entry.converted ? { before: filled.entry.value } : {}) };
  }

  /** What is to be asked about an address of the card: the person has not changed it since. @param {string} path */
  question(path) {
    const asked = this.state.questions[path];
    return asked && get(this.state.answers, path) === asked.original ? asked : undefined;
  }

  /**
   * One of the communes that a divided one became.
   * @param {string} path @param {string} address @param {{ code: string }} unit
   */
  chooseUnit(path, address, { code }) {
    const { state } = this;
    const entry = state.filled[path]?.entry;
    this.answer(path, address);
    if (entry) state.filled[path] = { value: address, entry: { ...entry, converted: { to: address, code } } };
    delete state.questions[path];
  }

  /** @param {string} sealedAt */
  seal(sealedAt) {
    const { state } = this;
    /** @type {Record<string, any>} */ const provenance = {};
    for (const [path, { value, entry }] of Object.entries(state.filled)) {
      const now = get(state.answers, path);
      if (now !== undefined) provenance[path] = now === value ? entry : { source: "typed" };
    }
    state.sealed = seal(
      this.id,
      state.answers,
      { provenance, assurance: /** @type {any} */ (state.assurance), sealedAt },
      this.options,
    );
    return state.sealed;
  }
}
