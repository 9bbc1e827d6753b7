import { h } from "./dom.js";
import { say } from "./read-chip-words.js";

/**
 * The fields of the key that opens a chip: number, birth and expiry, filled in from what was read before, or the CAN.
 * A person may correct them; what a person typed is not overwritten.
 */
export class KeyFields {
  element = h("div", {});
  #number = input("chip-number", { inputmode: "numeric" });
  #birth = input("chip-birth", { inputmode: "numeric" });
  #expiry = input("chip-expiry", { inputmode: "numeric" });
  #forever = input("chip-forever", { type: "checkbox" });
  #can = input("chip-can", { inputmode: "numeric", maxlength: "6" });
  #byCan = h("details", {});
  #touched = false;
  #known = false;

  constructor() {
    const touch = () => (this.#touched = true);
    for (const box of [this.#number, this.#birth, this.#expiry, this.#forever]) box.addEventListener("input", touch);
    this.#forever.addEventListener("change", () => (this.#expiry.disabled = this.#forever.checked));
  }

  /** @param {"vi" | "en"} locale */
  draw(locale) {
    const t = (/** @type {import("./read-chip-words.js").Word} */ word) => say(locale, word);
    const wasOpen = /** @type {HTMLDetailsElement} */ (this.#byCan).open;
    this.#byCan = h("details", { open: wasOpen }, h("summary", {}, t("byCan")), field(t("can"), this.#can));
    this.element.replaceChildren(
      h("p", { class: "hint" }, t(this.#known ? "known" : "unknown")),
      h(
        "div",
        { class: "two" },
        field(t("number"), this.#number),
        field(t("birth"), this.#birth),
        field(t("expiry"), this.#expiry),
        h("label", { class: "check" }, this.#forever, h("span", {}, t("forever"))),
      ),
      this.#byCan,
    );
  }

  /** Fills in what is known of the card at hand. @param {import("../index.js").Person} person */
  know({ pin, documentNumber, birthDate, expiryDate }) {
    const number = pin ?? documentNumber;
    this.#known = Boolean(number && birthDate && expiryDate);
    if (this.#touched) return;
    this.#number.value = number ?? "";
    this.#birth.value = shown(birthDate);
    this.#forever.checked = expiryDate === "none";
    this.#expiry.disabled = this.#forever.checked;
    this.#expiry.value = this.#forever.checked ? "" : shown(expiryDate);
  }

  /** Nothing of one citizen stays for the next one. */
  forget() {
    for (const box of [this.#number, this.#birth, this.#expiry, this.#can]) box.value = "";
    this.#forever.checked = this.#expiry.disabled = this.#touched = this.#known = false;
  }

  /**
   * The key, or the first box that makes none.
   * @returns {{ key: import("../reader.js").CardKey } |
   *   { wrong: import("./read-chip-words.js").Word, box: HTMLElement }}
   */
  get key() {
    const can = this.#can.value.trim();
    if (/** @type {HTMLDetailsElement} */ (this.#byCan).open && can) {
      return /^\d{6}$/.test(can) ? { key: { can } } : { wrong: "wrongCan", box: this.#can };
    }
    const documentNumber = this.#number.value.replace(/[\s.]/g, "").toUpperCase();
    const birthDate = iso(this.#birth.value);
    const expiryDate = this.#forever.checked ? "none" : iso(this.#expiry.value);
    if (!/^(\d{12}|[A-Z0-9]{9})$/.test(documentNumber)) return { wrong: "wrongNumber", box: this.#number };
    if (!birthDate) return { wrong: "wrongBirth", box: this.#birth };
    if (!expiryDate) return { wrong: "wrongExpiry", box: this.#expiry };
    return { key: { documentNumber, birthDate, expiryDate } };
  }
}

/** @param {string} id @param {Record<string, string>} attributes */
function input(id, attributes) {
  return /** @type {HTMLInputElement} */ (h("input", { type: "text", id, autocomplete: "off", ...attributes }));
}

/** @param {string} label @param {HTMLElement} box */
function field(label, box) {
  return h("div", { class: "field" }, h("label", { for: box.id }, label), box);
}

/** A day as it is printed on the card. @param {string | undefined} date */
function shown(date) {
  const [year, month, day] = date?.split("-") ?? [];
  return day ? `${day}/${month}/${year}` : "";
}

/** A day as a person types it, if it exists. @param {string} text */
function iso(text) {
  const [, day = "", month = "", year = ""] = /^\s*(\d{1,2})[/.\s-]?(\d{1,2})[/.\s-]?(\d{4})\s*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = year ? new Date(`${date}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : undefined;
}
