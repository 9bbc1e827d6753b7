import { CanCuocElement } from "./base.js";
import { h } from "./dom.js";
import { initForm } from "../packs.js";
import { portal } from "../portal-module.js";
import { checkSealed } from "../portal.js";
import { Flow } from "./flow/flow.js";
import { hasMessages, loadMessages } from "./messages.js";
import { notice } from "./notice.js";
import { printForm } from "./paper/print-button.js";
import { printAlone } from "./paper/print.js";
import { Sheet } from "./paper/sheet.js";
import { stylePaper } from "./paper/style.js";
import { loaded } from "./ready.js";
import { paperOf } from "./view/paper.js";
import { answersOf, attachmentsOf, claimsOf, findingsOf, headOf } from "./view/parts.js";

/**
 * `<cancuoc-view>`: a sealed application as its receiver sees it: the form as printed, the answers, the digest, every
 * finding under the rules of today, and what the sender claims of where the answers came from.
 *
 * Attributes: `locale`, `on` (the day of the rules; today when left out), `theme`. The application is a property.
 * `print()` prints the form alone; of a changed one the words that say so.
 * Events: `checked` (`{ ok, digest, findings, number }`), `error` (`{ code, message }`).
 */
export class CanCuocView extends CanCuocElement {
  static observedAttributes = ["locale", "on"];
  static hostProperties = ["locale", "application"];

  /** @type {any} */ #application;
  #turn = 0;
  /** @type {Sheet | undefined} */ #sheet;
  #said = h("div", { role: "status" });

  /** @protected */
  arrived() {
    void this.#show();
  }

  attributeChangedCallback() {
    if (this.isConnected) void this.#show();
  }

  /** What is shown: an object, or its JSON text. */
  get application() {
    return this.#application;
  }

  set application(value) {
    this.#application = value;
    if (this.isConnected) void this.#show();
  }

  /** Prints the official form, without the page around; loads it first if it is not there yet. */
  async print() {
    if (this.#sheet) return printForm(this, this.#sheet, this.locale, this.#said);
    printAlone(this);
  }

  async #show() {
    const turn = ++this.#turn;
    this.#sheet = undefined;
    if (this.#application === undefined) return this.body.replaceChildren();
    if (!hasMessages(this.locale)) await loadMessages(this.locale).catch(() => {});
    const application = plainOf(this.#application);
    const form = typeof application?.form === "string" ? application.form : "";
    const wrong = form ? await loaded(() => Promise.all([initForm(form), portal.init()])) : "viewNotSealed";
    if (turn !== this.#turn) return;
    if (wrong) return this.#refuse(wrong === "formUnknown" ? "viewUnknownForm" : wrong, form);
    try {
      this.#draw(application);
    } catch (error) {
      this.#refuse("viewNotSealed", form, /** @type {any} */ (error)?.code);
    }
  }

  /** @param {any} application */
  #draw(application) {
    const on = this.getAttribute("on");
    const options = { locale: this.locale, ...(on ? { on } : {}) };
    const checked = checkSealed(application, options);
    // The form as it was on its own day; the findings are those of today.
    const flow = new Flow(application.form, { locale: this.locale, on: application.on });
    flow.state.answers = application.answers ?? {};
    flow.state.sealed = application;
    const view = { flow, locale: this.locale, application, checked, message: this.message.bind(this) };
    // Of a changed form there is no printed one: it would look like what was handed in.
    const sheet = checked.digest === "match" ? new Sheet(flow, this.locale) : undefined;
    this.#sheet = sheet;
    stylePaper(this.tree);
    this.body.replaceChildren(
      sheet?.element ?? "",
      h(
        "div",
        { class: "screen" },
        headOf(view),
        this.#said,
        findingsOf(view),
        sheet ? paperOf(sheet, this.locale) : null,
        answersOf(view),
        attachmentsOf(view),
        claimsOf(view),
      ),
    );
    this.emit("checked", { ok: checked.ok, digest: checked.digest, findings: checked.findings });
  }

  /** @param {import("./messages.js").MessageKey} word @param {string} form @param {string} [code] */
  #refuse(word, form, code) {
    const message = this.message(word, { form });
    this.body.replaceChildren(h("div", { role: "alert" }, notice("error", message)));
    this.emit("error", { code: code ?? `widget.${word}`, message });
  }
}

/** @param {any} value @returns {any} nothing where it is no object */
function plainOf(value) {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
