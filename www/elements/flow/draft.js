import { soundDraft } from "../draft-check.js";
import { Drafts, inTime } from "../drafts.js";
import { notSaved } from "./not-saved.js";
import { loadPages } from "./screen.js";
import { emptyState, stateFrom } from "./state.js";

/** A save waits until nothing has changed for this long. Milliseconds. */
const SAVE_AFTER = 120;

/** The days that a draft is kept when the attribute `draft` says nothing. */
const DAYS = 7;

/** A form that is complete is kept for so long, unless the person deletes it: time to download and print it. */
const SEALED_DAYS = 1;

/** The draft of a form's element: opened with it, saved a moment after each change. */
export class FormDraft {
  /**
   * `unread`: whether something is kept is not known, so nothing is saved over it. `refused`: the last save failed, the
   * next one is tried.
   * @type {"off" | "new" | "kept" | "unread" | "refused"}
   */
  state = "off";
  /** Whether the page shows what was kept, and nothing was done since. */
  opened = false;
  #element;
  /** Whether anything was to be saved since the storage did not answer. */ #touched = false;
  /** @type {Drafts | undefined} */ #store;
  #name = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #saving;

  /** @param {any} element the form's element */
  constructor(element) {
    this.#element = element;
  }

  /** Whether the person must be told that nothing is saved. */
  get forbidden() {
    return this.state === "unread" || this.state === "refused";
  }

  /** How long it is kept; 0 for no draft. */
  get days() {
    const said = this.#element.getAttribute("draft");
    return said === "off" ? 0 : Number(said) || DAYS;
  }

  /** @param {string} form @returns {Promise<import("./state.js").State | undefined>} what was kept */
  async open(form) {
    this.state = "off";
    if (!this.days) return undefined;
    this.#name = [form, this.#element.id, this.#element.getAttribute("draft-key")]
      .filter((part) => part !== null)
      .join("|");
    const store = (this.#store = new Drafts(this.#name, this.days));
    const loading = store.load().then(stateFrom);
    try {
      return this.#has(await inTime(loading));
    } catch {
      this.state = "unread";
      this.#touched = false;
      loading.then((kept) => store === this.#store && this.#answeredLate(kept)).catch(() => {});
      return undefined;
    }
  }

  /** @param {import("./state.js").State | undefined} kept */
  #has(kept) {
    this.state = kept ? "kept" : "new";
    this.opened = Boolean(kept);
    return kept;
  }

  /**
   * The page has said by now that nothing is saved. Where nothing was kept, saving begins; what was kept is shown if
   * the person has done nothing yet, and otherwise stays as it is.
   * @param {import("./state.js").State | undefined} kept
   */
  #answeredLate(kept) {
    if (this.state !== "unread" || (kept && this.#touched)) return;
    this.#has(kept);
    this.#screen?.querySelector(".not-saved")?.remove();
    if (this.#touched) this.save();
    else if (kept) this.#show(kept);
  }

  /** @param {import("./state.js").State} kept */
  async #show(kept) {
    const { flow } = this.#element;
    await loadPages().catch(() => {});
    if (flow !== this.#element.flow) return;
    this.#element.restore(kept);
    await this.draw();
  }

  /** The page that is shown. @returns {Element | null} */
  get #screen() {
    return this.#element.tree.querySelector(".screen");
  }

  /** Shows the page. A draft that cannot be drawn is deleted: it must not lock the form until it expires. */
  async draw() {
    try {
      this.#element.draw();
    } catch {
      this.#element.restore(emptyState());
      await this.clear();
      this.#element.draw();
    }
  }

  /** Saves soon. */
  save() {
    this.opened = false;
    this.#touched = true;
    if (!this.days || this.state === "unread") return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(this.flush, SAVE_AFTER);
  }

  /** Saves now what waits to be saved. */
  flush = () => {
    const { flow } = this.#element;
    if (this.#saving === undefined || !flow || !this.#store) return;
    this.cancel();
    const draft = soundDraft(flow.state);
    if (!draft) return;
    const days = flow.state.sealed ? Math.min(SEALED_DAYS, this.days) : this.days;
    const saved = this.#store.save({ ...draft, savedAt: new Date().toISOString() }, days);
    saved.then(
      () => {
        if (this.state !== "refused") return;
        this.state = "new";
        this.#screen?.querySelector(".not-saved")?.remove();
      },
      () => {
        if (this.state === "refused") return;
        this.state = "refused";
        this.#screen?.prepend(notSaved(this.#element));
      },
    );
  };

  /** Deletes what is kept. */
  async clear() {
    if (this.#store) await inTime(this.#store.clear()).catch(() => {});
    if (this.state === "kept") this.state = "new";
  }

  /** What waits to be saved is given up. */
  cancel() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
  }

  /** Saves when the page is hidden or left: phones end pages without a word. */
  attend() {
    addEventListener("pagehide", this.flush);
    document.addEventListener("visibilitychange", this.flush);
  }

  /** The element leaves the page. */
  leave() {
    removeEventListener("pagehide", this.flush);
    document.removeEventListener("visibilitychange", this.flush);
    this.flush();
  }
}
