import { h } from "../dom.js";
import { notice } from "../notice.js";
import { Scanner } from "../scanner.js";
import { BACK } from "./back-job.js";
import { BackPlaces } from "./back-places.js";
import { backWords } from "./back-words.js";
import { PhotoPanel } from "./photo-panel.js";

/**
 * Lines of a zone as a person edits them. Lines and columns are counted from 0.
 * @typedef {object} Sheet
 * @property {readonly ("td1" | "td3")[]} formats that have a place here
 * @property {() => string[]} lines
 * @property {(lines: readonly string[]) => void} write
 * @property {(line: number, column: number) => void} select sets the cursor on a sign
 * @property {(line: number) => Element} shows the line
 * @property {() => void} read reads the lines, as if its button were pressed
 */

/** A photo of the back: what is sure fills the lines, the rest is asked for; a code in it is read as well. */
export class BackPanel extends PhotoPanel {
  #sheet;
  #places;
  #scanner;
  /** The codes of the last photo, until lines are read. @type {Uint8Array[]} */ #codes = [];

  /** @param {import("./panel.js").Host} host @param {Sheet} sheet */
  constructor(host, sheet) {
    const scanner = new Scanner(BACK);
    super(host, scanner);
    this.#scanner = scanner;
    this.#sheet = sheet;
    this.#places = new BackPlaces(host, sheet);
  }

  /** @override */
  draw() {
    const root = super.draw(
      "back-photo",
      this.#say(this.#sheet.formats.includes("td3") ? "takeAny" : "take"),
      this.#say("hint"),
    );
    root.className = "back-photo";
    return root;
  }

  /** The codes of the photo: whoever reads its lines reads them too. */
  get codes() {
    return [...this.#codes];
  }

  /** The lines were changed. */
  changed() {
    this.#places.follow();
  }

  /** Ends the worker, forgets what was read. */
  close() {
    this.stop();
    this.#scanner.close();
    this.#codes = [];
    this.#places.forget();
    this.clear();
  }

  /** @protected @override @param {any} found */
  async found(found) {
    const { zone, hints } = /** @type {import("./back-found.js").Back} */ (found);
    this.#codes = [...found];
    this.#places.forget();
    if (!zone) return this.#withoutLines((hints ?? []).map(({ message }) => message));
    if (!this.#sheet.formats.includes(zone.format)) return this.#refuse("passport");
    this.#sheet.write(zone.lines);
    if (zone.text) return this.#sheet.read();
    const words = [
      this.#say("unsure", { n: zone.unsure.length }),
      ...(this.#codes.length ? [this.#say("codeToo")] : []),
    ];
    this.place.replaceChildren(h("div", { role: "status" }, notice("info", ...words, this.#useCode())));
    this.#places.ask(zone.unsure);
  }

  /** @param {string[]} hints */
  #withoutLines(hints) {
    if (!this.#codes.length) return this.#refuse("nothing", hints);
    const words = [this.#say("codeOnly"), ...hints];
    this.place.replaceChildren(h("div", { role: "status" }, notice("warning", ...words, this.#useCode())));
  }

  /** Goes on without the lines. */
  #useCode() {
    if (!this.#codes.length) return null;
    const use = () => void this.host.take(this.codes, this);
    return h("button", { type: "button", class: "button second", onclick: use }, this.#say("useCode"));
  }

  /** @param {"nothing" | "passport"} key @param {string[]} [hints] */
  #refuse(key, hints = []) {
    const words = this.#say(key);
    this.place.replaceChildren(h("div", { role: "alert" }, notice("error", words, ...hints)));
    this.host.fire("error", { code: `widget.back.${key}`, message: words });
  }

  /** @param {Parameters<typeof backWords>[1]} key @param {Record<string, string | number>} [values] */
  #say(key, values) {
    return backWords(this.host.locale, key, values);
  }
}
