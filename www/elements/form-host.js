import { reading as module } from "../reading-module.js";
import { CanCuocElement } from "./base.js";
import { showFindings } from "./flow/actions.js";
import { Given } from "./flow/given.js";
import { readyToRead } from "./ready.js";
import { WISHES } from "./wish.js";

/**
 * What a host sets, asks and calls of `<cancuoc-form>`; its life and its pages are in `cancuoc-form.js`.
 */
export class FormHost extends CanCuocElement {
  static hostProperties = [
    "locale",
    "answers",
    "preset",
    "account",
    "about",
    "minAssurance",
    "steps",
    "hide",
    "locked",
    "accountUrl",
  ];

  /** @type {import("./flow/flow.js").Flow | undefined} */ flow;
  /** What stands in the error summary of this page. @type {any[]} */ problems = [];
  /** The section that was sent once: there warnings are shown beside the fields. */
  checkedSection = "";
  /** Folded sections that the person has opened. @type {Set<string>} */ unfolded = new Set();
  /** Paths of addresses that the person writes on one line. @type {Set<string>} */ oneLine = new Set();
  /** What the host knows. */ given = new Given(this);
  /** What the catalogue says of the service (its authority, papers, term, fee …). @type {any} */ about;
  /** What the portal wants to be otherwise. @type {import("./wishes/wishes.js").Wishes | undefined} */ wishes;
  /** What became of what was handed to the portal. @type {any} */ submission;
  /** Whether the units are there, once a card with an address was read. @type {Promise<boolean>} */ units =
    Promise.resolve(false);

  /** The answers as they stand. */
  get answers() {
    return this.flow?.state.answers ?? this.given.answers ?? {};
  }

  /** Fills in what the host knows; counts as typed. */
  set answers(value) {
    this.given.setAnswers(value);
  }

  /** What the portal knows of whoever is logged in, or a promise of it: its own source, no evidence. */
  get account() {
    return this.given.account;
  }

  set account(person) {
    if (JSON.stringify(person) === JSON.stringify(this.given.account) && typeof person?.then !== "function") return;
    this.given.account = person;
    if (!person) this.wishes?.unlock();
    if (this.flow) void this.takeLater();
  }

  /** The least that must have been read of the applicant's card, a step of `assurance`. */
  get minAssurance() {
    return this.getAttribute("min-assurance") ?? "none";
  }

  set minAssurance(value) {
    this.setAttribute("min-assurance", value);
  }

  /** Answers that need not be asked for: an object, or a promise of one. */
  get preset() {
    return this.flow?.state.preset ?? {};
  }

  set preset(value) {
    this.given.preset = value;
    if (this.flow) void this.takeLater().then(() => this.draw());
  }

  /** The sealed application, once there is one. */
  get sealed() {
    return this.flow?.state.sealed;
  }

  /** The page that is shown. */
  get step() {
    return this.flow?.state.step;
  }

  /**
   * Takes a reading that the host has made itself (a native reader, `readChip`).
   * @param {import("../index.js").Reading} reading
   */
  takeReading(reading) {
    const { flow } = this;
    if (!flow) return;
    if (!module.ready) return void this.#takeLater(reading);
    flow.addReading(reading);
    if (reading.person.residence)
      this.units = import("./units.js").then(
        ({ loadUnitsOnce }) => loadUnitsOnce(),
        () => false,
      );
    this.emit("reading", reading);
    this.emit("identity", flow.identity);
    this.go("read");
  }

  /** A reading that the host has made without the package. @param {import("../index.js").Reading} reading */
  async #takeLater(reading) {
    const wrong = await readyToRead();
    if (wrong) this.emit("error", { code: `widget.${wrong}`, message: this.message(wrong) });
    else this.takeReading(reading);
  }

  /** Findings of the portal's server, shown at their fields. @param {readonly any[]} findings */
  setFindings(findings) {
    showFindings(this, findings);
  }

  /**
   * Hands the sealed application to the portal (`action`, or what `send` does) and shows what became of it.
   * @param {{ url?: string, headers?: Record<string, string>, send?: Function }} [options]
   */
  async submit(options = {}) {
    const { submit } = await import("./flow/submission.js");
    return submit(this, options);
  }

  /** @protected @param {string} [_focus] */
  draw(_focus) {}

  /** @protected @param {string} _step */
  go(_step) {}

  /** @protected @returns {Promise<void>} */
  async takeLater() {}
}

/** Each is its attribute, words between blanks; an array will do. */
for (const name of WISHES)
  Object.defineProperty(FormHost.prototype, name.replace("-u", "U"), {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value?.length) this.setAttribute(name, [value].flat().join(" "));
      else this.removeAttribute(name);
    },
  });
