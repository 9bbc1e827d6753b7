import { h } from "../dom.js";
import { formPages } from "./pages.js";
import { plainAnswers } from "./plain.js";

/**
 * What is printed of a sealed application, and on the screen is not seen: the pages of the official form, and until
 * they are there (or where they cannot be had) all answers as a list.
 */
export class Sheet {
  #flow;
  #locale;
  /** @type {Promise<SVGElement[]> | undefined} */ #pages;

  /** @param {import("../flow/flow.js").Flow} flow @param {"vi" | "en"} locale */
  constructor(flow, locale) {
    this.#flow = flow;
    this.#locale = locale;
    this.element = h("article", { class: "sheet", "aria-hidden": "true" }, plainAnswers(flow));
  }

  /** Puts the form's pages in place of the list; who could not get them may ask again. */
  async load() {
    this.#pages ??= formPages(this.#flow.state.sealed, this.#locale);
    try {
      const pages = await this.#pages;
      if (!this.isOfficial) this.element.replaceChildren(...pages);
      return pages;
    } catch (error) {
      this.#pages = undefined;
      throw error;
    }
  }

  /** Whether the pages of the form stand there. */
  get isOfficial() {
    return Boolean(this.element.querySelector(".page"));
  }
}
