import { initReading } from "../reading.js";
import { h } from "./dom.js";
import { finish, showField } from "./flow/actions.js";
import { FormDraft } from "./flow/draft.js";
import { Flow } from "./flow/flow.js";
import { FormHistory } from "./flow/history.js";
import { layout, moveFocus } from "./flow/layout.js";
import { refusal, sameProblems } from "./flow/problems.js";
import { loadScan } from "./flow/pages/scan.js";
import { loadPages, screenOf } from "./flow/screen.js";
import { emptyState } from "./flow/state.js";
import { FormHost } from "./form-host.js";
import { keepNothing } from "./form-history.js";
import { ready, readyToRead } from "./ready.js";
import { hasMessages, loadMessages } from "./messages.js";
import { WISHES, loadWishes } from "./wish.js";

/**
 * `<cancuoc-form form="ct01" locale="vi">`: from a card to a sealed application, one block a page.
 *
 * Attributes: `form` (an id of `listForms`), `locale` (`vi`, `en`), `on` (the day of the rules; today when left out),
 * `draft` (`off`, or the days that a draft is kept; 7 when left out), `draft-key` (for several drafts of one form),
 * `service` (of the catalogue), `history` (the browser's back button goes a page back), `quiet`, `theme`.
 * `min-assurance`, `action` (where the sealed application is posted), `retry`, `assets-base`.
 * Properties: `answers`, `account`; `preset`, answers that the host has asked for already (or a promise of them), which
 * are not asked again; `about`, the catalogue's entry of the service. All of them may be set before the form is there.
 * Events: `reading`, `identity`, `change` (`{ path, value }`), `step` (`{ step, title, errors }`), `beforeseal` (can be
 * prevented), `sealed` (the application), `submit` (`{ state, receipt, findings }`), `error` (`{ code, message }`).
 * Slots: `intro` on the first page, `done` on the last.
 * As part of a host's form it submits the sealed application as JSON under its `name`.
 *
 * Its pages are in `flow/pages/`, what their buttons do in `flow/actions.js`, the job without a screen in
 * `flow/flow.js`.
 */
export class CanCuocForm extends FormHost {
  static observedAttributes = ["form", "locale", "on", ...WISHES];

  #history = new FormHistory(this);
  /** Not `draft`: React sets an attribute of that name as a property, if there is one. */
  formDraft = new FormDraft(this);
  #connected = false;
  /** Counts the starts: an answer to an earlier one is dropped. */ #turn = 0;
  /** @type {Promise<void>} */ #loaded = Promise.resolve();

  /** @protected */
  arrived() {
    this.#connected = true;
    addEventListener("popstate", this.#popped);
    this.formDraft.attend();
    this.#loaded = this.#load();
  }

  disconnectedCallback() {
    this.formDraft.flush();
    super.disconnectedCallback();
  }

  /** @protected */
  left() {
    this.#connected = false;
    this.#turn += 1;
    removeEventListener("popstate", this.#popped);
    this.formDraft.leave();
    this.body.replaceChildren();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#connected || before === now) return;
    if (name === "form" || !this.flow) this.#loaded = this.#load();
    else if (!loadWishes(this)?.then(() => this.#relocale())) this.#relocale();
  }

  /** Resolves when the form can be used. */
  get loaded() {
    return this.#loaded;
  }

  formResetCallback() {
    this.startAgain();
  }

  async #load() {
    const turn = ++this.#turn;
    this.flow = undefined;
    this.body.replaceChildren(h("p", { role: "status" }, this.message("loading")));
    const form = this.getAttribute("form") ?? "ct01";
    const [wrong] = await Promise.all([ready(form), loadMessages(this.locale).catch(() => {}), loadWishes(this)]);
    if (turn !== this.#turn) return;
    if (wrong) return this.#refuse(wrong, { form });
    try {
      this.flow = new Flow(form, this.#options);
      this.wishes?.adopt();
    } catch {
      return this.#refuse("formUnknown", { form });
    }
    const kept = await this.formDraft.open(form);
    if (turn !== this.#turn) return;
    if (kept) this.restore(kept);
    this.given.fillIn(this.flow);
    if (kept && kept.step !== "how")
      await Promise.allSettled([loadPages(), kept.readings.length ? initReading() : undefined]);
    if (turn !== this.#turn) return;
    this.flow.state.service ||= this.getAttribute("service") ?? "";
    this.#history.begin();
    await this.formDraft.draw();
    void this.takeLater();
    setTimeout(() => Promise.allSettled([loadPages(), loadScan(), this.#loadReading()]));
  }

  /** What reads cards also knows misread answers: what was checked without it is checked again. */
  async #loadReading() {
    if (!(await readyToRead())) this.flow?.changed();
  }

  /** @protected Taken over before the form's first section is opened: until then nobody waits for it. */
  takeLater() {
    const turn = this.#turn;
    return this.given.takeLater(() => turn === this.#turn);
  }

  /** @param {import("./messages.js").MessageKey} word @param {Record<string, string>} [values] */
  #refuse(word, values) {
    const message = this.message(word, values);
    this.body.replaceChildren(refusal(message, this.message("again"), () => (this.#loaded = this.#load())));
    this.emit("error", { code: `widget.${word}`, message });
  }

  get #options() {
    const on = this.getAttribute("on");
    return { locale: this.locale, ...(on ? { on } : {}) };
  }

  #relocale() {
    if (!hasMessages(this.locale))
      return void loadMessages(this.locale).then(
        () => hasMessages(this.locale) && this.#relocale(),
        () => {},
      );
    const focused = /** @type {ShadowRoot} */ (this.shadowRoot).activeElement?.id;
    this.flow?.setOptions(this.#options);
    if (this.flow) this.problems = sameProblems(this, this.problems);
    this.draw();
    if (focused) this.shadowRoot?.getElementById(focused)?.focus();
  }

  /** Goes on from a state that was kept. @param {import("./flow/state.js").State} state */
  restore(state) {
    const { flow } = this;
    if (!flow) return;
    flow.state = state;
    flow.setOptions(this.#options);
  }

  /** Shows a page. @param {string} step @param {{ replace?: boolean }} [options] */
  go(step, { replace = false } = {}) {
    const { flow } = this;
    if (!flow || !this.#connected) return;
    const { state } = flow;
    // Where the flow is already, as after the second reading of one card, is no entry of the history.
    const onward = !replace && state.step !== step;
    if (onward) state.trail = [...state.trail.slice(-40), state.step];
    state.step = step;
    if (step === "review") state.toReview = false;
    this.problems = [];
    this.checkedSection = "";
    if (onward) this.#history.push();
    this.formDraft.save();
    this.draw("title");
  }

  /** The page before. */
  back() {
    if (this.#history.back()) return;
    this.#goBack();
    this.#history.replace();
  }

  #goBack() {
    const { flow } = this;
    if (!flow) return;
    const { state } = flow;
    state.step = state.trail.at(-1) ?? "how";
    state.trail = state.trail.slice(0, -1);
    // Who came to read another person's card and turns back, reads the next card anew.
    if (state.step === state.back) Object.assign(state, { back: "", role: "" });
    this.problems = [];
    this.formDraft.save();
    this.draw("title");
  }

  #popped = (/** @type {PopStateEvent} */ event) => {
    const { flow } = this;
    const gone = flow && this.#history.popped(event.state);
    if (!gone) return;
    if (!gone.forward && flow.state.trail.at(-1) === gone.step) return this.#goBack();
    if (gone.forward) flow.state.trail = [...flow.state.trail.slice(-40), flow.state.step];
    this.go(gone.step, { replace: true });
  };

  /** @param {"title" | "summary"} [focus] */
  draw(focus) {
    const { flow } = this;
    if (!flow || !this.#connected) return;
    this.wishes?.before();
    const page = screenOf(this);
    const { place, heading, summary } = layout(this, page, (path) => showField(this, path));
    this.wishes?.after(place);
    this.body.replaceChildren(page.printed ?? "", place);
    if (!this.formDraft.days) keepNothing(this.tree);
    this.emit("step", { step: flow.state.step, title: page.title, errors: this.problems.length });
    const target = focus === "summary" ? (summary ?? heading) : focus === "title" ? heading : undefined;
    if (target) moveFocus(this, target);
  }

  /** @param {Partial<import("./flow/state.js").State>} values */
  set(values) {
    if (this.flow) Object.assign(this.flow.state, values);
    this.formDraft.save();
  }

  /** @param {any[]} problems */
  showProblems(problems) {
    this.problems = problems;
    this.draw("summary");
  }

  /** After a change of the answers: what was sealed is no longer so. @param {string} path @param {unknown} value */
  changed(path, value) {
    this.internals?.setFormValue(null);
    this.formDraft.save();
    if (path) this.emit("change", { path, value });
  }

  /** Seals the application, if nothing is wrong with it. */
  finish() {
    finish(this);
  }

  /** Deletes everything that was typed or read, and the draft. */
  async startAgain() {
    this.formDraft.cancel();
    if (this.flow) {
      const { preset, service } = this.flow.state;
      this.restore({ ...emptyState(), service });
      this.flow.takePreset(preset);
      this.flow.outside = [];
      void this.takeLater();
    }
    this.internals?.setFormValue(null);
    this.problems = [];
    await this.formDraft.clear();
    this.#history.replace();
    this.draw("title");
  }
}
