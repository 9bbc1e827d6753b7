import { prefill } from "../../form.js";
import { reconcile } from "../../reading.js";
import { Flow } from "../flow/flow.js";
import { onlyDocument } from "../flow/only-document.js";
import { formatAnswer } from "../format.js";
import { get, put } from "../paths.js";
import { misuse } from "./misuse.js";
import { words } from "./words.js";

/**
 * A flow whose portal has wishes: its pages may be one, and what the account holds may be locked. A locked answer is
 * the account's whatever anybody writes; a card that says something else is told about, and proves nothing here.
 */
export class PortalFlow extends Flow {
  /** Locked answers by their paths. @type {Map<string, unknown>} */ locked = new Map();
  #wishes;
  /** What cards say other than the account, as findings. @type {any[]} */ #differing = [];
  /** The rules' answer, and the same with those. @type {{ of?: any, all?: any }} */ #told = {};

  /** @param {Flow} flow whose state it goes on with @param {import("./wishes.js").Wishes} wishes */
  constructor(flow, wishes) {
    super(flow.id, flow.options);
    this.state = flow.state;
    this.outside = flow.outside;
    this.#wishes = wishes;
  }

  setOptions(/** @type {{ locale: "vi" | "en", on?: string }} */ options) {
    super.setOptions(options);
    this.#compare();
  }

  get checked() {
    const of = super.checked;
    if (!this.#differing.length) return of;
    if (this.#told.of !== of) this.#told = { of, all: { ...of, findings: [...of.findings, ...this.#differing] } };
    return this.#told.all;
  }

  get sheets() {
    const sheets = super.sheets;
    const [first, ...others] = this.sections;
    if (!first || !this.#wishes.isOnePage) return sheets;
    return [{ section: first, folded: others, open: sheets.map(({ section }) => section.id) }];
  }

  get pages() {
    return super.pages.filter((page) => page !== "how" || !this.#wishes.isTyped);
  }

  /** @param {any[]} fields */
  offerDefaults(fields) {
    super.offerDefaults(fields);
    // What stands open on the one page stays so while it is filled in.
    const { own } = this.state;
    const open = this.sheets[0]?.open ?? [];
    this.state.own = [...own, ...open.filter((/** @type {string} */ id) => !own.includes(id))];
  }

  /** @param {string} path @param {unknown} value */
  answer(path, value) {
    const held = this.locked.get(path);
    if (held !== undefined && held !== value)
      misuse("locked_answer", `answers.${path} is locked, the account's value stays`);
    super.answer(path, held ?? value);
    this.#hold();
  }

  /** What a rule has cleared comes back when it is asked again. */
  #hold() {
    for (const [path, value] of this.locked) {
      if (get(this.state.answers, path) !== undefined || !this.visible(path)) continue;
      this.state.answers = put(this.state.answers, path, value);
      this.changed();
    }
  }

  /** The places in the form of what is to be locked. @param {any} role of the account's person @returns {string[]} */
  lockable(role) {
    const names = this.#wishes.locked;
    for (const name of names.filter((each) => !PERSON.includes(each)))
      misuse("locked_unknown", `locked="${name}" is nothing of an account; there are ${PERSON.join(", ")}`);
    if (!role || role.group) return [];
    return Object.entries(role.map)
      .filter(([, name]) => names.includes(/** @type {string} */ (name)))
      .map(([path]) => path);
  }

  /** The account's values in these places stay; those that it does not hold are open. @param {string[]} paths */
  lock(paths) {
    const { state } = this;
    const held = paths.filter((path) => this.provenance(path)?.source === "account");
    this.locked = new Map(held.map((path) => [path, get(state.answers, path)]));
    state.conflicts = state.conflicts.filter(({ path }) => !this.locked.has(path));
    for (const path of held) delete state.questions[path];
    this.#compare();
  }

  /** What was locked is the person's again. */
  unlock() {
    this.locked.clear();
    this.#compare();
  }

  /** What the card says fills in the rest; of another person's card nothing does. */
  take() {
    const { state } = this;
    const differing = this.#against(state.readings, state.role);
    if (differing.some(({ path }) => this.field(path)?.type === "pin")) {
      // It may serve for somebody else in the form, and nobody takes it for the applicant's.
      state.role = "";
      this.keepCard();
    } else {
      const filled = [...this.locked.keys()].map((path) => [path, state.filled[path]]);
      const { assurance } = state;
      super.take();
      Object.assign(state.filled, Object.fromEntries(filled));
      state.conflicts = state.conflicts.filter(({ path }) => !this.locked.has(path));
      if (differing.length) state.assurance = assurance;
    }
    this.#compare();
    this.#wishes.tell(differing);
  }

  /** What every card that was read says other than the account. */
  #compare() {
    const all = this.state.cards.flatMap(({ readings, role }) => this.#against(readings, role));
    this.#differing = all.filter(({ message }, at) => all.findIndex((each) => each.message === message) === at);
    this.changed();
  }

  /** @param {any[]} readings @param {string} role @returns {any[]} findings */
  #against(readings, role) {
    if (!this.locked.size || !readings.length) return [];
    const card = onlyDocument(readings) ?? reconcile(readings, this.options);
    const { conflicts } = prefill(this.id, card, this.state.answers, {
      ...this.options,
      role: role || this.form.persons?.[0]?.role,
    });
    const differing = conflicts.filter(({ path }) => this.locked.has(path));
    const { locale } = this.options;
    const other = differing.some(({ path }) => this.field(path)?.type === "pin");
    return (other ? differing.filter(({ path }) => this.field(path)?.type === "pin") : differing).map((each) => ({
      code: other ? "widget.locked_other_person" : "widget.locked_differs",
      severity: "warning",
      path: each.path,
      message: words(locale, other ? "otherPerson" : "differs", {
        label: this.label(each.path),
        value: formatAnswer(this.field(each.path) ?? {}, each.offered, locale),
      }),
    }));
  }
}

/** The names of `Person` (`index.d.ts`). */
const PERSON = [
  "pin",
  "oldId",
  "cancelledPin",
  "fullName",
  "latinName",
  "birthDate",
  "sex",
  "nationality",
  "ethnicity",
  "religion",
  "placeOfOrigin",
  "placeOfBirthRegistration",
  "residence",
  "identifyingMarks",
  "issueDate",
  "expiryDate",
  "fatherName",
  "motherName",
  "spouseName",
  "documentNumber",
];
