import { h } from "../dom.js";
import { backWords } from "./back-words.js";

/**
 * The places of a zone that are not sure: the cursor stands on the first, and the signs that may stand there are
 * buttons beside its line. A sign that is pressed or typed leads to the next place.
 */
export class BackPlaces {
  #host;
  #sheet;
  /** @type {readonly import("../../scan-mrz.js").UnsurePlace[]} */ #places = [];
  #element = h("div", { class: "places", role: "group", "aria-live": "polite" });
  /** The place that is asked for. @type {import("../../scan-mrz.js").UnsurePlace | undefined} */ #open;

  /** @param {import("./panel.js").Host} host @param {import("./back-panel.js").Sheet} sheet */
  constructor(host, sheet) {
    this.#host = host;
    this.#sheet = sheet;
  }

  /** @param {readonly import("../../scan-mrz.js").UnsurePlace[]} places */
  ask(places) {
    this.#places = places;
    this.#open = undefined;
    this.follow();
  }

  /** What was asked for may be there now. */
  follow() {
    const open = this.#places.find((place) => this.#isOpen(place));
    if (!this.#places.length || (open && open === this.#open)) return;
    this.#open = open;
    if (!open) return this.#finish();
    const { line, column, likely } = open;
    const words = backWords(this.#host.locale, likely.length ? "place" : "none", { line, column });
    this.#element.setAttribute("aria-label", words);
    this.#element.replaceChildren(
      h("p", {}, words),
      // In a row, as what controls the camera: a sign is short.
      h("div", { class: "camera-controls" }, ...likely.map((sign) => this.#button(open, sign))),
    );
    this.#sheet.shows(line - 1).append(this.#element);
    this.#sheet.select(line - 1, column - 1);
  }

  forget() {
    this.#places = [];
    this.#open = undefined;
    this.#element.remove();
  }

  #finish() {
    this.#places = [];
    this.#element.removeAttribute("aria-label");
    this.#element.replaceChildren(h("p", {}, backWords(this.#host.locale, "filled")));
  }

  /** @param {import("../../scan-mrz.js").UnsurePlace} place */
  #isOpen({ line, column }) {
    return this.#sheet.lines()[line - 1]?.[column - 1] === UNSURE;
  }

  /** @param {import("../../scan-mrz.js").UnsurePlace} place @param {string} sign */
  #button({ line, column }, sign) {
    const label = backWords(this.#host.locale, "sign", { sign, line, column });
    const put = () => {
      const lines = this.#sheet.lines();
      const before = lines[line - 1] ?? "";
      lines[line - 1] = before.slice(0, column - 1) + sign + before.slice(column);
      this.#sheet.write(lines);
      this.follow();
      if (!this.#open) this.#sheet.select(line - 1, column - 1);
    };
    // The box keeps the focus, so that a phone's keyboard does not go and come again.
    const stay = (/** @type {Event} */ event) => event.preventDefault();
    const button = { type: "button", class: "button second mono", "aria-label": label };
    return h("button", { ...button, onmousedown: stay, onclick: put }, sign);
  }
}

/** What stands in a place that is not sure. */
const UNSURE = "?";
