import { readMrz } from "../../reading.js";
import { h } from "../dom.js";
import { isMessageKey } from "../messages.js";
import { notice } from "../notice.js";
import { readyToRead } from "../ready.js";
import { Panel } from "./panel.js";

/** Three lines of 30, as on the back of a card. */
const LINES = 3;
const LENGTH = 30;

/**
 * The three lines, out of a photo or by hand: a box each, with a counter. What is wrong is said by part once they are
 * whole, and the one correction that makes every check digit agree is offered.
 */
export class LinesPanel extends Panel {
  #read;
  #options;
  /** Kept while the element is drawn anew, for another language. */
  #lines = Array.from({ length: LINES }, () => "");
  #help = h("div", { "aria-live": "polite" });
  /** @type {HTMLInputElement[]} */ #boxes = [];
  /** What reads a photo of the back. @type {import("./back-panel.js").BackPanel | undefined} */ #back;

  /**
   * @param {import("./panel.js").Host} host @param {() => any} options of `readMrz`
   * @param {(text: string, codes: Uint8Array[]) => void} read takes the codes of the same photo as well
   */
  constructor(host, options, read) {
    super(host);
    this.#options = options;
    this.#read = read;
  }

  draw() {
    const { host } = this;
    this.place = h("div");
    this.#help.replaceChildren();
    const photo = h("div");
    // Without it the lines are typed.
    this.#drawBack(photo).catch(() => {});
    const rows = this.#lines.map((line, index) => this.#row(line, index));
    return h(
      "div",
      { class: "panel" },
      photo,
      this.place,
      h(
        "fieldset",
        { class: "field mrz", "aria-describedby": "mrz-hint" },
        h("legend", {}, host.message("mrzLabel")),
        h("p", { class: "hint", id: "mrz-hint" }, host.message("mrzHint")),
        ...rows,
      ),
      this.#help,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button", onclick: () => this.#send() }, host.message("mrzRead")),
      ),
    );
  }

  /** Forgets what was typed: the next drawing has empty boxes. */
  forget() {
    this.#lines = this.#lines.map(() => "");
    this.#back?.close();
  }

  /** @param {HTMLElement} place */
  async #drawBack(place) {
    const { BackPanel } = await import("./back-panel.js");
    this.#back ??= new BackPanel(this.host, {
      formats: ["td1"],
      lines: () => [...this.#lines],
      write: (lines) => this.#write(lines),
      select: (line, column) => {
        this.#boxes[line]?.focus();
        this.#boxes[line]?.setSelectionRange(column, column + 1);
      },
      shows: (line) => /** @type {Element} */ (this.#boxes[line]?.parentElement),
      read: () => this.#send(),
    });
    place.replaceChildren(this.#back.draw());
  }

  /** @param {readonly string[]} lines */
  #write(lines) {
    this.#lines = this.#lines.map((_, index) => signs(lines[index] ?? ""));
    this.#boxes.forEach((box, index) => (box.value = this.#lines[index] ?? ""));
    this.#told();
  }

  /** The lines were changed. */
  #told() {
    this.#boxes.forEach((each) => each.dispatchEvent(new Event("change")));
    void this.#look();
  }

  /** @param {string} line @param {number} index */
  #row(line, index) {
    const { host } = this;
    const id = `mrz-${index + 1}`;
    const count = h("span", { class: "hint", id: `${id}-count` });
    const box = /** @type {HTMLInputElement} */ (
      h("input", {
        id,
        type: "text",
        class: "mono mrz",
        spellcheck: "false",
        autocomplete: "off",
        autocapitalize: "characters",
        autocorrect: "off",
        translate: "no",
        enterkeyhint: index + 1 < LINES ? "next" : "done",
        "aria-describedby": `${id}-count`,
      })
    );
    this.#boxes[index] = box;
    const counted = () => (count.textContent = host.message("mrzCount", { n: box.value.length }));
    box.value = line;
    counted();
    box.addEventListener("input", () => {
      this.#spread(index, box.value);
      this.#told();
      this.#back?.changed();
    });
    box.addEventListener("change", counted);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (index + 1 < LINES) this.#boxes[index + 1]?.focus();
      else this.#send();
    });
    return h(
      "div",
      { class: "mrz-line" },
      h("label", { for: id }, host.message("mrzLine", { n: index + 1 })),
      box,
      count,
    );
  }

  /** What is pasted, or typed on after the end of a line, goes on below. @param {number} from @param {string} text */
  #spread(from, text) {
    const broken = text.split(/[\r\n]+/).map(signs);
    // Into a box that holds something nothing flows over: a sign too many is for the person to find.
    const free = !this.#lines[from + 1];
    const chunks = free ? signs(text).match(new RegExp(`.{1,${LENGTH}}`, "g")) : [signs(text)];
    const lines = broken.length > 1 ? broken : (chunks ?? [""]);
    lines.slice(0, LINES - from).forEach((line, index) => {
      this.#lines[from + index] = line;
      const box = this.#boxes[from + index];
      if (!box || box.value === line) return;
      const caret = box.selectionStart;
      box.value = line;
      if (lines.length === 1) box.setSelectionRange(caret, caret);
    });
    if (lines.length > 1) this.#boxes[Math.min(from + lines.length, LINES) - 1]?.focus();
  }

  get #text() {
    return this.#lines.join("\n").trim();
  }

  #send() {
    this.#read(this.#text, this.#back?.codes ?? []);
  }

  /** Once all three are whole: what does not agree, and what would. */
  async #look() {
    // A sign that is still asked for is no fault.
    const whole = this.#lines.every((line) => line.length === LENGTH && !line.includes("?"));
    if (!whole || (await readyToRead())) return this.#help.replaceChildren();
    const read = readMrz(this.#text, this.#options());
    // Where one sign explains everything, that is all that is said.
    const better = this.#suggestion(read);
    const said = better.length ? [] : read.findings.filter(({ severity }) => severity !== "info");
    this.#help.replaceChildren(
      ...better,
      ...said.map(({ severity, message, path }) => notice(severity, this.#named(path) + message)),
    );
  }

  /** The part that a message is about, which it calls "this". @param {string} path */
  #named(path) {
    const name = /(\w+)$/.exec(path)?.[1] ?? "";
    return isMessageKey(name) ? `${this.host.message(name)}: ` : "";
  }

  /** @param {any} read */
  #suggestion({ suggestion, findings }) {
    const words = findings.find((/** @type {any} */ { code }) => code === "mrz.suggestion")?.message;
    if (!suggestion || !words) return [];
    const use = () => {
      this.#write(suggestion.split("\n"));
      this.#boxes[0]?.focus();
    };
    const button = { type: "button", class: "button second", onclick: use };
    return [notice("info", words, h("button", button, this.host.message("mrzFix")))];
  }
}

/** As they stand on a card. @param {string} text */
function signs(text) {
  return text.replace(/\s+/g, "").toUpperCase();
}
