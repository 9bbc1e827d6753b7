import { describeForm, prefill, seal, validate } from "../../form.js";
import { reconcile } from "../../reading.js";
import { get, put, top } from "../paths.js";
import { sourceOf, localised } from "../format.js";
import { sheetsOf } from "./order.js";
import { withoutRow } from "./rows.js";
import { onlyDocument } from "./only-document.js";
import { stillTrue } from "./outside.js";
import { emptyState } from "./state.js";
import { offerSuggestions } from "./suggest.js";
import { provenanceOf } from "./provenance.js";
import { takeSame } from "./same.js";
import { inWords, seen } from "./words.js";

/**
 * The job without a screen: which page comes next, what the rules say, what a card fills in. Calls the core and nothing
 * else.
 */
export class Flow {
  /** @type {import("./state.js").State} */ state = emptyState();
  /** @type {any} */ form;
  /** Findings of the portal's server. @type {{ finding: any, of: string }[]} */ outside = [];
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
    if (!this.#checked) {
      const checked = validate(this.id, this.state.answers, this.options);
      const ours = seen(checked.findings).map((finding) => inWords(this, finding));
      const told = stillTrue(this, ours);
      this.#checked = { ...checked, ok: checked.ok && !told.length, findings: [...ours, ...told] };
    }
    return this.#checked;
  }

  /** The rules are asked again. */
  changed() {
    this.#checked = undefined;
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

  /** Takes a row away; what is known of those after it moves up. @param {string} group @param {number} index */
  removeRow(group, index) {
    const { state } = this;
    const rows = /** @type {any[]} */ (get(state.answers, group) ?? []).filter((_, other) => other !== index);
    state.filled = withoutRow(state.filled, group, index);
    state.raw = withoutRow(state.raw, group, index);
    this.answer(group, rows.length ? rows : undefined);
  }

  /**
   * Puts what the form offers, and what follows from other answers, into fields of a page that nobody has touched.
   * @param {any[]} fields
   */
  offerDefaults(fields) {
    offerSuggestions(this, fields);
    takeSame(this, fields);
  }

  /** The same after an answer. @param {any[]} fields */
  suggest(fields) {
    offerSuggestions(this, fields);
  }

  /** Takes over what choosing the service has answered. @param {Record<string, any>} preset */
  takePreset(preset) {
    const known = Object.entries(preset).filter(([id]) => this.field(id));
    this.state.preset = Object.fromEntries(known);
    for (const [id, value] of known) if (get(this.state.answers, id) === undefined) this.answer(id, value);
  }

  /**
   * Takes a reading of the card at hand, without its portrait: that is not needed for the form and does not belong in a
   * draft.
   * @param {any} reading
   */
  addReading({ portrait: _, ...reading }) {
    const { state } = this;
    state.readings = [...state.readings.filter((each) => each.source !== reading.source), reading];
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
    const { state, identity } = this;
    const filled = prefill(this.id, onlyDocument(state.readings) ?? identity, state.answers, {
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
    this.keepCard();
    // The application is as sure as its applicant's card; a member's card says nothing of the applicant.
    if ((state.role || "applicant") === "applicant") state.assurance = identity.assurance;
    state.sealed = undefined;
    for (const path of Object.keys(filled.provenance)) delete state.raw[path];
    this.#checked = undefined;
  }

  /** A card that was read serves the same person in other places of the form. */
  keepCard() {
    const { state } = this;
    const pin = this.identity.person.pin;
    const others = state.cards.filter(({ readings }) => !readings.some((each) => each.person.pin === pin));
    const card = { readings: state.readings, role: state.role };
    state.cards = [...(pin ? others : state.cards), card].slice(-MOST_CARDS);
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

  /** The sections page by page. @returns {import("./order.js").Sheet[]} */
  get sheets() {
    return sheetsOf(this);
  }

  /** The page on which a section stands. @param {string} id of the section */
  sheetWith(id) {
    return this.sheets.find(({ section, folded }) => [section, ...folded].some((each) => each.id === id));
  }

  /** @param {any} section @param {any[]} [findings] */
  findingsOf(section, findings = this.checked.findings) {
    const ids = new Set(section.fields.map((/** @type {any} */ field) => field.id));
    return findings.filter((/** @type {any} */ finding) => ids.has(top(finding.path)));
  }

  /** The checklist of papers, which the last page shows. @returns {any[]} */
  get papers() {
    return this.checked.papers;
  }

  /** The pages from here to the end, in order. @returns {string[]} */
  get pages() {
    const sections = this.sheets.map(({ section }) => `section:${section.id}`);
    return ["how", ...sections, "review", ...(this.state.sealed ? ["done"] : [])];
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
    state.sealed = seal(
      this.id,
      state.answers,
      { provenance: provenanceOf(state), assurance: /** @type {any} */ (state.assurance), sealedAt },
      this.options,
    );
    return state.sealed;
  }
}

/** A family has not more cards at hand. */
const MOST_CARDS = 8;
