import { h } from "../dom.js";
import { wantedAssurance } from "../flow/assurance.js";
import { notice } from "../notice.js";
import { PARTS, READING, partsIn } from "./parts.js";
import { PortalFlow } from "./portal-flow.js";
import { lockedField } from "./locked-field.js";
import { misuse } from "./misuse.js";
import { words } from "./words.js";

/** Words between blanks or commas: an array, too, that a framework has written into an attribute. @param {any} ui */
const listed = (ui, /** @type {string} */ name) =>
  (ui.getAttribute(name) ?? "").split(/[\s,]+/).filter((/** @type {string} */ word) => word !== "");

/**
 * What the portal wants to be otherwise: all parts on one page (`steps`), parts of the frame that are not shown
 * (`hide`), fields of the account that the citizen may not change here (`locked`).
 */
export class Wishes {
  #ui;
  /** The names as they were when the account was taken. */ #lockedAs = "";
  /** Differences that were found by the last card, and the page that says so. @type {{ told: any[], on: string }} */
  #news = { told: [], on: "" };

  /** @param {any} ui the form's element */
  constructor(ui) {
    this.#ui = ui;
    this.#lockedAs = this.locked.join();
    if (ui.flow) {
      this.adopt();
      void ui.takeLater();
    }
  }

  /** The form's flow is one that knows the wishes. */
  adopt() {
    this.#ui.flow = new PortalFlow(this.#ui.flow, this);
  }

  /** Whether all parts stand on one page. */
  get isOnePage() {
    const said = this.#ui.getAttribute("steps") ?? "parts";
    if (said !== "one" && said !== "parts")
      misuse("steps_unknown", `steps="${said}" is unknown, the form goes part by part; there are one, parts`);
    return said === "one";
  }

  /** Names of the account that are locked. @returns {string[]} */
  get locked() {
    return listed(this.#ui, "locked");
  }

  /** What is not shown. @returns {string[]} */
  get hidden() {
    const { flow } = this.#ui;
    const asked = listed(this.#ui, "hide");
    for (const word of asked.filter((/** @type {string} */ each) => !(each in PARTS))) {
      if (flow?.field(word))
        misuse("hide_field", `hide="${word}" is a field of ${flow.id}, and fields are not hidden: answer it (preset)`);
      else misuse("hide_unknown", `hide="${word}" is unknown; there are ${Object.keys(PARTS).join(", ")}`);
    }
    const known = asked.filter((/** @type {string} */ each) => each in PARTS);
    if (!wantedAssurance(this.#ui) || !READING.every((way) => known.includes(way))) return known;
    misuse("hide_needed", "min-assurance wants a card read: scan, photo and mrz cannot all be hidden");
    return known.filter((/** @type {string} */ each) => !READING.includes(each));
  }

  /** Nothing is to be chosen on the first page: the form begins with its first part. */
  get isTyped() {
    const hidden = this.hidden;
    return READING.every((way) => hidden.includes(way));
  }

  /** Nobody is logged in any more. */
  unlock() {
    this.#ui.flow?.unlock();
  }

  /** What a card says other than the account, to be told on the next page. @param {any[]} told */
  tell(told) {
    this.#news = { told, on: "" };
  }

  /** Before a page is drawn. */
  before() {
    const { flow } = this.#ui;
    const now = this.locked.join();
    if (now !== this.#lockedAs) {
      this.#lockedAs = now;
      void this.#ui.takeLater();
    }
    if (flow.state.step === "how" && this.isTyped) flow.state.step = flow.firstSection;
    this.#news.on ||= flow.state.step;
    if (this.#news.on !== flow.state.step) this.#news = { told: [], on: "" };
  }

  /** Once a page is drawn, before it is seen. @param {HTMLElement} place */
  after(place) {
    const { flow, locale } = this.#ui;
    for (const word of this.hidden) for (const part of partsIn(place, word)) part.remove();
    if (this.isTyped && flow.state.step === flow.firstSection)
      place.querySelector("#title")?.after(h("slot", { name: "intro" }));
    const { told } = this.#news;
    if (told.length)
      place.prepend(h("div", { role: "alert" }, ...told.map(({ message }) => notice("warning", message))));
    if (place.querySelector("[data-one-page]")) {
      const title = place.querySelector("#title");
      if (title) title.textContent = words(locale, "onePage");
    }
  }

  /**
   * A field that the citizen may not change.
   * @param {any} field @param {string} path @param {import("../fields/field.js").Context} form
   */
  fixed(field, path, form) {
    return this.#ui.flow.locked.has(path) ? lockedField(this.#ui, field, path, form) : undefined;
  }
}
