import { progressBar } from "./art.js";
import { CanCuocElement } from "./base.js";
import { h } from "./dom.js";
import { saveFile } from "./files.js";
import { Flow } from "./flow/flow.js";
import { errorSummary, focusField } from "./flow/page.js";
import { printedSheet } from "./flow/sheet.js";
import { emptyState, stateFrom } from "./flow/state.js";
import * as steps from "./flow/steps.js";
import { Drafts } from "./drafts.js";
import { icon } from "./icons.js";
import { notice } from "./notice.js";
import { idOf, top } from "./paths.js";
import { ready } from "./ready.js";
import { showAnswer, showSource } from "./show.js";
import { hasWords, loadWords } from "./words.js";

/**
 * `<cancuoc-form form="ct01" locale="vi">`: from a card to a sealed application, one block a page.
 *
 * Attributes: `form` (an id of `listForms`), `locale` (`vi`, `en`), `on` (the day of the rules; today when left out), `draft` (`off`, or the
 * days that a draft is kept; 7 when left out), `history` (the browser's back button goes a page back), `quiet`, `theme`.
 * Events: `reading`, `identity`, `change` (`{ path, value }`), `step` (`{ step, title, errors }`), `sealed` (the application), `error` (`{ code, message }`).
 * As part of a host's form it submits the sealed application as JSON under its `name`.
 */
export class CanCuocForm extends CanCuocElement {
  static observedAttributes = ["form", "locale", "on"];

  /** @type {Flow | undefined} */ flow;
  /** What stands in the error summary of this page. @type {any[]} */ problems = [];
  #connected = false;
  /** Counts the starts, so that an answer to an earlier one is dropped. */
  #turn = 0;
  /** @type {Drafts | undefined} */ #drafts;
  /** @type {"off" | "new" | "kept" | "forbidden"} */ #draftState = "off";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #saving;
  /** Warnings are shown beside the fields of a section that was sent once. */
  #checkedOnce = "";
  /** @type {Promise<void>} */ #loaded = Promise.resolve();
  /** Whether the units of addresses are there, once a card with an address was read. @type {Promise<boolean>} */ #units =
    Promise.resolve(false);

  connectedCallback() {
    this.#connected = true;
    addEventListener("popstate", this.#popped);
    addEventListener("pagehide", this.#flush);
    document.addEventListener("visibilitychange", this.#flush);
    this.#loaded = this.#load();
  }

  disconnectedCallback() {
    this.#connected = false;
    this.#turn += 1;
    removeEventListener("popstate", this.#popped);
    removeEventListener("pagehide", this.#flush);
    document.removeEventListener("visibilitychange", this.#flush);
    this.#flush();
    this.#drafts?.close();
    this.body.replaceChildren();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#connected || before === now) return;
    if (name === "form") this.#loaded = this.#load();
    else if (this.flow) this.#relocale();
    else this.#loaded = this.#load();
  }

  /** Resolves when the form can be used. */
  get loaded() {
    return this.#loaded;
  }

  /** The answers as they stand. */
  get answers() {
    return this.flow?.state.answers ?? {};
  }

  /** Fills in what the host knows; counts as typed. */
  set answers(value) {
    if (!this.flow) return;
    for (const [path, answer] of Object.entries(value)) this.flow.answer(path, answer);
    this.#save();
    this.#draw();
  }

  /** The sealed application, once there is one. */
  get sealed() {
    return this.flow?.state.sealed;
  }

  /** The page that is shown. */
  get step() {
    return this.flow?.state.step;
  }

  formResetCallback() {
    this.startAgain();
  }

  /** Takes a reading that the host has made itself (a native reader, `readChip`). @param {import("../index.js").Reading} reading */
  takeReading(reading) {
    const { flow } = this;
    if (!flow) return;
    const { state } = flow;
    state.readings = [...state.readings.filter((each) => each.source !== reading.source), withoutPicture(reading)];
    if (reading.person.residence)
      this.#units = import("./units.js").then(
        ({ loadUnitsOnce }) => loadUnitsOnce(),
        () => false,
      );
    this.emit("reading", reading);
    this.emit("identity", flow.identity);
    this.go("read");
  }

  async #load() {
    const turn = ++this.#turn;
    this.flow = undefined;
    this.body.replaceChildren(h("p", { role: "status" }, this.say("loading")));
    const form = this.getAttribute("form") ?? "ct01";
    const [wrong] = await Promise.all([ready(form), loadWords(this.locale).catch(() => {})]);
    if (turn !== this.#turn) return;
    if (wrong) return this.#refuse(wrong, { form });
    try {
      this.flow = new Flow(form, this.#options);
    } catch {
      return this.#refuse("formUnknown", { form });
    }
    await this.#openDraft(form);
    if (turn !== this.#turn) return;
    if (this.hasAttribute("history")) history.replaceState({ ...history.state, cancuoc: this.flow.state.step }, "");
    this.#draw();
    setTimeout(() => steps.loadScan().catch(() => {}));
  }

  /** @param {import("./words.js").Word} word @param {Record<string, string>} [values] */
  #refuse(word, values) {
    const again = h(
      "button",
      { type: "button", class: "button second", onclick: () => (this.#loaded = this.#load()) },
      "↻",
    );
    again.setAttribute("aria-label", this.locale === "en" ? "Try again" : "Thử lại");
    this.body.replaceChildren(
      h("div", { role: "alert" }, notice("error", this.say(word, values))),
      h("div", { class: "actions" }, again),
    );
    this.emit("error", { code: `widget.${word}`, message: this.say(word, values) });
  }

  get #options() {
    const on = this.getAttribute("on");
    return { locale: this.locale, ...(on ? { on } : {}) };
  }

  #relocale() {
    if (!hasWords(this.locale))
      return void loadWords(this.locale).then(
        () => hasWords(this.locale) && this.#relocale(),
        () => {},
      );
    const focused = /** @type {ShadowRoot} */ (this.shadowRoot).activeElement?.id;
    this.flow?.setOptions(this.#options);
    if (this.problems.length) this.problems = this.#problemsAgain();
    this.#draw();
    if (focused) this.shadowRoot?.getElementById(focused)?.focus();
  }

  /** The same problems in the other language. */
  #problemsAgain() {
    const { flow } = this;
    if (!flow) return [];
    const now = flow.checked.findings;
    return this.problems.map(
      (problem) =>
        now.find((/** @type {any} */ finding) => finding.code === problem.code && finding.path === problem.path) ??
        (problem.word ? { ...problem, message: this.say(problem.word) } : problem),
    );
  }

  // ── The pages ────────────────────────────────────────────────────────────

  /** Shows a page. @param {string} step @param {{ replace?: boolean }} [options] */
  go(step, { replace = false } = {}) {
    const { flow } = this;
    if (!flow || !this.#connected) return;
    const { state } = flow;
    if (!replace && state.step !== step) state.trail = [...state.trail.slice(-40), state.step];
    state.step = step;
    this.problems = [];
    this.#checkedOnce = "";
    if (this.hasAttribute("history") && !replace) history.pushState({ cancuoc: step }, "");
    this.#save();
    this.#draw("title");
  }

  /** The page before. */
  back() {
    // Not `history.back()`: after a reload the entry before may be another document.
    this.#goBack();
    if (this.hasAttribute("history")) history.replaceState({ ...history.state, cancuoc: this.step }, "");
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
    this.#save();
    this.#draw("title");
  }

  #popped = (/** @type {PopStateEvent} */ event) => {
    const { flow } = this;
    if (!flow || !this.hasAttribute("history") || typeof event.state?.cancuoc !== "string") return;
    if (flow.state.trail.at(-1) === event.state.cancuoc) return this.#goBack();
    this.go(event.state.cancuoc, { replace: true });
  };

  /** @returns {steps.Page} */
  get screen() {
    const { flow } = this;
    const step = flow?.state.step ?? "how";
    if (step === "scan" || step === "mrz") return steps.scanning(this, step);
    if (step === "read" && flow?.state.readings.length) return steps.read(this);
    if (step === "whose") return steps.whose(this);
    if (step === "differ" && flow?.state.conflicts.length) return steps.differ(this);
    if (step === "papers") return steps.papers(this);
    if (step === "review") return steps.review(this);
    if (step === "done" && flow?.state.sealed) return steps.done(this);
    const section = flow?.sections.find((each) => `section:${each.id}` === step);
    if (section) flow?.offerDefaults(section);
    return section ? steps.sectionPage(this, section) : steps.how(this);
  }

  /** @param {"title" | "summary"} [focus] */
  #draw(focus) {
    const { flow } = this;
    if (!flow || !this.#connected) return;
    const { title, block } = this.screen;
    const { state } = flow;
    const pages = flow.pages;
    const at = pages.indexOf(state.step === "mrz" ? "scan" : state.step === "differ" ? "whose" : state.step);
    const heading = h("h2", { tabindex: "-1", id: "title", part: "title" }, title);
    const summary = this.problems.length ? errorSummary(this.problems, this.locale, (path) => this.#jump(path)) : null;
    const all = pages.length - (state.sealed ? 1 : 0);
    this.body.replaceChildren(
      h(
        "div",
        { class: "screen" },
        state.trail.length && state.step !== "done"
          ? h(
              "button",
              { type: "button", class: "button quiet back", onclick: () => this.back() },
              icon("back"),
              this.say("back"),
            )
          : "",
        state.step === "how" && this.#draftState === "kept" ? notice("info", this.say("draftKept")) : "",
        this.#draftState === "forbidden" ? notice("warning", this.say("draftForbidden")) : "",
        h(
          "section",
          { class: "step", "aria-labelledby": "title" },
          ...(at > 0 && state.step !== "done"
            ? [
                h("p", { class: "caption" }, `${flow.form.title} · ${this.say("step", { n: at + 1, all })}`),
                progressBar(at + 1, all),
              ]
            : [h("p", { class: "caption" }, flow.form.title)]),
          summary,
          heading,
          ...block,
        ),
        state.step !== "how" && state.step !== "done" ? this.draftTools() : "",
      ),
      printedSheet(this),
    );
    this.emit("step", { step: state.step, title, errors: this.problems.length });
    const target = focus === "summary" ? (summary ?? heading) : focus === "title" ? heading : undefined;
    if (target) this.#lead(target);
  }

  /**
   * Leads eye and keyboard there, once the page stands: before, the browser would have to lay it out twice. Who has gone into a field
   * by then is left there.
   * @param {HTMLElement} target
   */
  #lead(target) {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (!target.isConnected || this.tree.activeElement) return;
        target.focus({ preventScroll: true });
        (this.flow?.state.trail.length ? this : target).scrollIntoView({ block: "start" });
      }),
    );
  }

  /** @param {Partial<import("./flow/state.js").State>} values */
  set(values) {
    if (this.flow) Object.assign(this.flow.state, values);
    this.#save();
  }

  /** @param {any[]} problems */
  #show(problems) {
    this.problems = problems;
    this.#draw("summary");
  }

  /** @param {string} path */
  #jump(path) {
    const { flow } = this;
    if (!flow) return;
    if (flow.state.step === "review") {
      const section = flow.sections.find((each) =>
        each.fields.some((/** @type {any} */ field) => field.id === top(path)),
      );
      if (section) {
        const problems = flow.findingsOf(section).filter((/** @type {any} */ finding) => finding.severity === "error");
        this.go(`section:${section.id}`);
        this.#checkedOnce = section.id;
        this.#show(problems);
      }
    }
    focusField(/** @type {ShadowRoot} */ (this.shadowRoot), path);
  }

  // ── What the buttons do ──────────────────────────────────────────────────

  afterRead() {
    const { flow } = this;
    if (!flow) return;
    const { state } = flow;
    if (flow.roles.length === 1) state.role = flow.roles[0].role;
    if (!state.back && flow.roles.length > 1) return this.go("whose");
    this.#take();
  }

  afterWhose() {
    if (!this.flow?.state.role)
      return this.#show([
        { path: "role", code: "widget.role", word: "whoseMissing", message: this.say("whoseMissing") },
      ]);
    this.#take();
  }

  async #take() {
    const { flow } = this;
    if (!flow) return;
    // A card's old residence is put into today's units, if they come in time; otherwise it stands as on the card.
    await Promise.race([this.#units, new Promise((done) => setTimeout(done, 4000))]);
    if (flow !== this.flow) return;
    flow.take();
    this.#changed("", undefined);
    if (flow.state.conflicts.length) return this.go("differ");
    this.#afterTake();
  }

  afterDiffer() {
    const { flow } = this;
    if (!flow) return;
    const open = flow.state.conflicts.filter((conflict) => !flow.state.chosen[conflict.path]);
    if (open.length)
      return this.#show(
        open.map((conflict) => ({
          path: conflict.path,
          code: "widget.differ",
          word: "conflictMissing",
          message: `${flow.label(conflict.path)}: ${this.say("conflictMissing")}`,
        })),
      );
    flow.settle();
    this.#changed("", undefined);
    this.#afterTake();
  }

  #afterTake() {
    const { flow } = this;
    if (!flow) return;
    const back = flow.state.back;
    flow.state.back = "";
    this.go(back || flow.firstSection);
  }

  /** @param {any} section */
  afterSection(section) {
    const { flow } = this;
    if (!flow) return;
    const problems = flow.findingsOf(section).filter((/** @type {any} */ finding) => finding.severity === "error");
    this.#checkedOnce = section.id;
    if (problems.length) return this.#show(problems);
    this.go(flow.after(`section:${section.id}`));
  }

  /** Reads another person's card on the way. @param {string} role */
  scanFor(role) {
    const { flow } = this;
    if (!flow) return;
    Object.assign(flow.state, { readings: [], role, back: flow.state.step });
    this.go("scan");
  }

  forgetCard() {
    if (this.flow) this.flow.state.readings = [];
    this.go("scan");
  }

  finish() {
    const { flow } = this;
    if (!flow) return;
    const problems = flow.checked.findings.filter((/** @type {any} */ finding) => finding.severity === "error");
    if (problems.length) return this.#show(problems);
    try {
      const sealed = flow.seal(new Date().toISOString());
      this.internals?.setFormValue(JSON.stringify(sealed));
      this.go("done");
      this.emit("sealed", sealed);
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** @param {unknown} error */
  #trouble(error) {
    const code = /** @type {any} */ (error)?.code ?? "internal.error";
    this.emit("error", { code, message: this.say("trouble") });
    this.#show([{ path: "", code, word: "trouble", message: this.say("trouble") }]);
  }

  /** The check code of the sealed application. */
  get digest() {
    const { sealed } = this;
    return String(sealed?.digest?.value ?? sealed?.digest ?? sealed?.sha256 ?? "");
  }

  download() {
    const { flow } = this;
    if (!flow?.state.sealed) return;
    const name = `${flow.id}-${this.digest.replace(/^sha-?256[:=]/i, "").slice(0, 8) || "application"}.json`;
    saveFile(name, JSON.stringify(flow.state.sealed, null, 2), "application/json");
  }

  print() {
    globalThis.print();
  }

  /** The digest as a QR code: its drawing comes a moment later. @param {string} digest */
  digestPicture(digest) {
    const figure = h("figure", { class: "digest-figure", hidden: true });
    const label = this.say("doneQr");
    import("./qr-picture.js").then(
      ({ qrPicture }) => {
        const picture = qrPicture(new TextEncoder().encode(digest), label);
        if (!picture) return;
        figure.replaceChildren(picture, h("figcaption", { class: "hint" }, label));
        figure.hidden = false;
      },
      () => {},
    );
    return figure;
  }

  /** Deletes everything that was typed or read, and the draft. */
  async startAgain() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    if (this.flow) {
      this.flow.state = emptyState();
      this.flow.setOptions(this.#options);
    }
    this.internals?.setFormValue(null);
    this.problems = [];
    await this.#drafts?.clear().catch(() => {});
    if (this.#draftState === "kept") this.#draftState = "new";
    if (this.hasAttribute("history")) history.replaceState({ cancuoc: "how" }, "");
    this.#draw("title");
  }

  // ── Fields ───────────────────────────────────────────────────────────────

  /** @param {any} section @returns {import("./fields.js").Context} */
  fieldContext(section) {
    const flow = /** @type {Flow} */ (this.flow);
    const shown = this.#checkedOnce === section.id ? flow.findingsOf(section) : [];
    const redraw = () => {
      const focused = this.shadowRoot?.activeElement?.id;
      this.#draw();
      if (focused) this.shadowRoot?.getElementById(focused)?.focus();
    };
    return {
      locale: this.locale,
      on: flow.options.on,
      get answers() {
        return flow.state.answers;
      },
      required: (path) => flow.required(path),
      findings: (path) => shown.filter((/** @type {any} */ finding) => finding.path === path),
      source: (path) => this.#sourceWords(path),
      change: (path, value) => {
        const before = JSON.stringify(flow.checked.unavailable);
        flow.answer(path, value);
        this.#changed(path, value);
        if (JSON.stringify(flow.checked.unavailable) === before) this.#refresh(section);
        else redraw();
      },
      visible: (path) => flow.visible(path),
      unavailable: (path) => flow.checked.unavailable?.[path] ?? [],
      value: (path) => flow.value(path),
      removeRow: (group, index) => {
        flow.removeRow(group, index);
        this.#changed(group, flow.value(group));
      },
      raw: (path) => flow.state.raw[path],
      setRaw: (path, parts) => {
        flow.state.raw[path] = parts;
      },
      redraw,
    };
  }

  /** After a change: what is to be seen, and where the values came from. The fields themselves stay, and keep the focus. @param {any} section */
  #refresh(section) {
    const { flow } = this;
    if (!flow) return;
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.tree.querySelectorAll(".fields [data-path]"))) {
      const path = place.dataset.path ?? "";
      if (flow.checked.calculated?.[path] !== undefined) {
        const box = /** @type {HTMLInputElement | null} */ (place.querySelector("input, textarea"));
        if (box) box.value = String(flow.value(path));
      }
      if (place.parentElement?.classList.contains("fields") || /\]\./.test(path)) place.hidden = !flow.visible(path);
      place.querySelector(":scope > .source.from")?.remove();
      place.append(this.#sourceWords(path) ?? "");
    }
    for (const field of section.fields) {
      const optional = this.tree.querySelector(`[data-path="${CSS.escape(field.id)}"] > :is(label, legend) .optional`);
      const required = flow.required(field.id);
      if (optional && required) optional.remove();
    }
  }

  /** @param {string} path */
  #sourceWords(path) {
    const flow = /** @type {Flow} */ (this.flow);
    const from = flow.provenance(path);
    if (!from) return null;
    const { source, read, before } = from;
    if (source && source !== "typed") {
      const asked = flow.question(path);
      return h(
        "div",
        { class: "source from" },
        h("span", { class: `tag ${source}` }, showSource(source, this.locale)),
        before ? h("span", {}, " ", this.say("addressBefore", { value: String(before) })) : "",
        asked ? this.#askUnit(path, asked) : "",
      );
    }
    if (read?.value === undefined) return null;
    return h(
      "p",
      { class: "source from" },
      h("span", { class: "tag typed" }, showSource("typed", this.locale)),
      " ",
      this.say("cardSays", { value: showAnswer(flow.field(path) ?? {}, read.value, this.locale) }),
    );
  }

  /** Which of the communes that a divided one became. @param {string} path @param {{ question: string, candidates: any[], original: string }} asked */
  #askUnit(path, { question, candidates, original }) {
    const choose = async (/** @type {any} */ unit) => {
      const { addressIn } = await import("./units.js");
      const address = addressIn(original, unit);
      this.flow?.chooseUnit(path, address, unit);
      this.#changed(path, address);
      this.#draw();
      this.shadowRoot?.getElementById(idOf(path))?.focus();
    };
    const choices = candidates
      .slice(0, 12)
      .map((unit) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "button second", onclick: () => void choose(unit) },
            `${unit.commune}, ${unit.province}`,
          ),
        ),
      );
    return h(
      "div",
      { role: "group", "aria-label": question, class: "ask-unit" },
      notice("warning", question),
      h("ul", { class: "choices" }, ...choices),
    );
  }

  /** @param {string} path @param {unknown} value */
  #changed(path, value) {
    this.internals?.setFormValue(null);
    this.#save();
    if (path) this.emit("change", { path, value });
  }

  // ── Drafts ───────────────────────────────────────────────────────────────

  get #draftDays() {
    const said = this.getAttribute("draft");
    return said === "off" ? 0 : Number(said) || 7;
  }

  /** @param {string} form */
  async #openDraft(form) {
    this.#draftState = "off";
    if (!this.#draftDays) return;
    this.#drafts?.close();
    this.#drafts = new Drafts(`${form}|${this.id}`, this.#draftDays);
    try {
      const state = stateFrom(await this.#drafts.load());
      if (state && this.flow) {
        this.flow.state = state;
        this.flow.setOptions(this.#options);
      }
      this.#draftState = state ? "kept" : "new";
    } catch {
      this.#draftState = "forbidden";
    }
  }

  #save() {
    if (!this.#draftDays || this.#draftState === "forbidden") return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(this.#flush, 120);
  }

  #flush = () => {
    if (this.#saving === undefined || !this.flow || !this.#drafts) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#drafts.save(this.flow.state).catch(() => {
      if (this.#draftState === "forbidden") return;
      this.#draftState = "forbidden";
      if (this.#connected) this.tree.querySelector(".screen")?.prepend(notice("warning", this.say("draftForbidden")));
    });
  };

  /** The block about the draft: what it protects, export, import, delete. */
  draftTools() {
    if (!this.#draftDays) return null;
    const input = /** @type {HTMLInputElement} */ (
      h("input", { type: "file", accept: "application/json,.json", id: "draft-file" })
    );
    const words = h("div");
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      const wrong = file && !(await this.#import(file));
      if (wrong) words.replaceChildren(h("div", { role: "alert" }, notice("error", this.say("draftNotOurs"))));
    });
    const sure = h(
      "div",
      { hidden: true },
      h("p", { id: "sure" }, this.say("draftSure")),
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          { type: "button", class: "button danger", "aria-describedby": "sure", onclick: () => this.startAgain() },
          this.say("draftSureYes"),
        ),
        h(
          "button",
          { type: "button", class: "button second", onclick: () => (sure.hidden = true) },
          this.say("draftSureNo"),
        ),
      ),
    );
    return h(
      "details",
      { class: "draft" },
      h("summary", {}, this.say("draftSummary")),
      words,
      h("p", { class: "hint" }, this.say("draftWords", { days: this.#draftDays })),
      h(
        "div",
        { class: "actions top" },
        h("button", { type: "button", class: "button second", onclick: () => this.#export() }, this.say("draftExport")),
        h("small", {}, this.say("draftExportNote")),
      ),
      h("div", { class: "field" }, h("label", { for: "draft-file" }, this.say("draftImport")), input),
      h(
        "button",
        {
          type: "button",
          class: "button danger",
          onclick: () => {
            sure.hidden = false;
            sure.querySelector("button")?.focus();
          },
        },
        this.say("draftDrop"),
      ),
      sure,
    );
  }

  #export() {
    const { flow } = this;
    if (flow)
      saveFile(
        `${flow.id}-draft.json`,
        JSON.stringify({ cancuocDraft: 1, form: flow.id, state: flow.state }),
        "application/json",
      );
  }

  /** @param {File} file */
  async #import(file) {
    const { flow } = this;
    try {
      const draft = JSON.parse(await file.text());
      const state = draft?.cancuocDraft === 1 && draft.form === flow?.id ? stateFrom(draft.state) : undefined;
      if (!state || !flow) return false;
      flow.state = state;
      flow.setOptions(this.#options);
      this.#save();
      this.#draw("title");
      return true;
    } catch {
      return false;
    }
  }
}

/** A reading without its portrait: the picture is not needed for the form and does not belong in a draft. @param {any} reading */
function withoutPicture({ portrait: _, ...reading }) {
  return reading;
}
