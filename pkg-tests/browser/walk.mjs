// A person's way through a form, counted: presses (also of a list or a picture) and boxes typed into.

import { FORM, at, card, choose, choosePhoto, fill, pickCommune, press } from "./form-page.mjs";

/** @typedef {import("./harness.mjs").Page} Page */

export class Walk {
  taps = 0;
  boxes = 0;
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** Presses what carries these words. @param {string} words @param {string} [host] */
  async tap(words, host) {
    this.taps += 1;
    await press(this.#page, words, host);
  }

  /** Presses something of the form. @param {string} selector in the form's tree */
  async tapOn(selector) {
    this.taps += 1;
    await this.#page.waitFor(`${FORM}.querySelector(${JSON.stringify(selector)})`, selector);
    await this.#page.click(`cancuoc-form >>> ${selector}`);
  }

  /** Chooses an answer of a question. @param {string} path @param {string} words */
  async pick(path, words) {
    this.taps += 1;
    await this.#page.waitFor(
      `(() => { const label = [...${FORM}.querySelectorAll('[data-path="${path}"] .check')]
        .find((each) => each.textContent.trim().startsWith(${JSON.stringify(words)}));
        label?.querySelector("input").click(); return Boolean(label); })()`,
      `${path}: ${words}`,
    );
  }

  /** Chooses from a list. @param {string} path @param {string} value */
  async choose(path, value) {
    this.taps += 1;
    await this.#page.waitFor(`${FORM}.getElementById("f-${path}")`, path);
    await choose(this.#page, path, value);
  }

  /** Types into a box. @param {string} path @param {string} text */
  async type(path, text) {
    this.boxes += 1;
    await this.#page.waitFor(`${FORM}.getElementById("f-${path}")`, path);
    await fill(this.#page, path, text);
  }

  /** @param {string} path @param {[string, string, string]} parts */
  async typeDate(path, [day, month, year]) {
    await this.type(path, day);
    await this.type(`${path}-month`, month);
    await this.type(`${path}-year`, year);
  }

  /** A commune by its beginning and a suggestion. @param {string} path @param {[string, string]} names */
  async commune(path, [typed, name]) {
    await this.type(`${path}-commune`, typed);
    this.taps += 1;
    await pickCommune(this.#page, path, name);
  }

  /** Takes a photo on the first step. @param {string} picture */
  async photo(picture) {
    this.taps += 1;
    await this.#page.upload("cancuoc-form >>> #how-photo", [card(picture)]);
  }

  /** Answers the open scanner. @param {string} picture */
  async scanned(picture) {
    this.taps += 1;
    await choosePhoto(this.#page, picture);
  }

  /** @param {string | RegExp} title */
  async at(title) {
    await at(this.#page, title);
  }
}
