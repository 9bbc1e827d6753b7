import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";

/** Time in which a wipe can be taken back. Milliseconds. */
const MOMENT = 8_000;

/**
 * Before a citizen's data are wiped: a question where their form is not finished, then a moment in which it can be
 * taken back, with the form already out of sight.
 */
export class Leaving {
  place = h("div", { role: "status", id: "leaving" });
  #timer = 0;
  /** @type {Element[]} */ #hidden = [];

  /**
   * @param {() => Element[]} sight what shows the citizen's data
   * @param {() => Promise<void>} wipe
   */
  constructor(sight, wipe) {
    this.sight = sight;
    this.wipe = wipe;
  }

  /** @param {"nothing" | "open" | "finished"} form how far the citizen's form is */
  begin(form) {
    if (this.#timer) return;
    if (form === "nothing") return void this.wipe();
    if (form === "finished") return this.#hold();
    const stay = button("button second", t("Quay lại tờ khai", "Back to the form"), () => this.place.replaceChildren());
    this.#show(
      t("Tờ khai này chưa hoàn tất. Xóa dữ liệu của người này?", "This form is not finished. Wipe this person's data?"),
      button("button danger", t("Xóa, gọi người tiếp theo", "Wipe, and the next person"), () => this.#hold()),
      stay,
    );
    stay.focus();
  }

  #hold() {
    this.#hidden = this.sight();
    for (const element of this.#hidden) element.setAttribute("hidden", "");
    const seconds = MOMENT / 1000;
    const undo = button("button second", t("Hoàn tác", "Undo"), () => this.#takeBack());
    this.#show(
      t(`Dữ liệu của người này sẽ bị xóa sau ${seconds} giây.`, `This person's data are wiped in ${seconds} seconds.`),
      undo,
      button("button danger", t("Xóa ngay", "Wipe now"), () => this.#end()),
    );
    undo.focus();
    this.#timer = window.setTimeout(() => this.#end(), MOMENT);
  }

  #takeBack() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    for (const element of this.#hidden) element.removeAttribute("hidden");
    this.#hidden = [];
    this.place.replaceChildren();
  }

  #end() {
    clearTimeout(this.#timer);
    void this.wipe();
  }

  /** @param {string} words @param {...HTMLElement} buttons */
  #show(words, ...buttons) {
    this.place.replaceChildren(
      h("div", { class: "notice warning asking" }, h("p", {}, words), h("div", { class: "actions" }, ...buttons)),
    );
  }
}

/** @param {string} style @param {string} words @param {() => void} onclick */
function button(style, words, onclick) {
  return h("button", { type: "button", class: style, onclick }, words);
}
