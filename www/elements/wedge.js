/**
 * Hand-held readers type like a keyboard, only faster. Watches the whole page for such a burst, whatever has the focus,
 * and puts a text box that was in the way back as it was. An input method that rewrites the keys (Telex, VNI) is seen
 * through by the physical key, so that at least the digits and bars arrive.
 */
export class Wedge {
  #keys = "";
  #last = 0;
  /** @type {{ box: HTMLInputElement | HTMLTextAreaElement, value: string } | undefined} */ #box;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #read;

  /** @param {(text: string) => void} read called with what the reader typed */
  constructor(read) {
    this.#read = read;
  }

  listen() {
    addEventListener("keydown", this.#key, { capture: true });
  }

  stop() {
    removeEventListener("keydown", this.#key, { capture: true });
    clearTimeout(this.#timer);
    this.#keys = "";
  }

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey) return;
    const now = event.timeStamp;
    if (now - this.#last > GAP) this.#begin(event);
    this.#last = now;
    if (event.key === "Enter" || event.key === "Tab") {
      if (!this.#plausible()) return;
      event.preventDefault();
      event.stopPropagation();
      this.#finish();
      return;
    }
    this.#keys += character(event);
    if (this.#keys.length > 4096) this.#keys = "";
    clearTimeout(this.#timer);
    if (this.#plausible()) this.#timer = setTimeout(() => this.#finish(), 4 * GAP);
  };

  /** @param {KeyboardEvent} event */
  #begin(event) {
    this.#keys = "";
    const box = event.composedPath()[0];
    const isBox = box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement;
    this.#box = isBox ? { box, value: box.value } : undefined;
  }

  /** A card's payload begins with its number, maybe after signs of the reader, and has its bars. */
  #plausible() {
    return CARD.test(this.#keys) && this.#keys.split("|").length >= 7;
  }

  #finish() {
    clearTimeout(this.#timer);
    const [text, box] = [this.#keys, this.#box];
    this.#keys = "";
    if (!this.#plausibleText(text)) return;
    // What the box received may be better than the keys: an input method may have put the accents together.
    const typed = box ? difference(box.value, box.box.value) : "";
    if (box) {
      box.box.value = box.value;
      box.box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }
    this.#read(typed.split("|").length === text.split("|").length && CARD.test(typed) ? typed : text);
  }

  /** @param {string} text */
  #plausibleText(text) {
    return text.split("|").length >= 7;
  }
}

/** A card's number and its bar; before them signs of the reader: `]Q1` (ISO/IEC 15424), `\000026` (AIM ECI), others. */
const CARD = /^(?:[^\d|]|\][A-Za-z]\d|\\\d{6}){0,4}\d{9,12}\|/;

/** Milliseconds between two keys: no hand types twelve digits so fast, and slow readers need 30. */
const GAP = 60;

/** @param {KeyboardEvent} event */
function character(event) {
  if (event.key.length === 1) return event.key;
  if (event.key !== "Process" && event.key !== "Unidentified") return "";
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (digit && !event.shiftKey) return digit;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return event.shiftKey ? letter : letter.toLowerCase();
  return (
    { Backslash: event.shiftKey ? "|" : "\\", Space: " ", Comma: ",", Period: ".", Slash: "/", Minus: "-" }[
      event.code
    ] ?? ""
  );
}

/** What was added to a text. @param {string} before @param {string} after */
function difference(before, after) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return after.slice(start, after.length - end);
}
