/**
 * The pages of a flow in the browser's history: each is an entry, so that the phone's own back and forward buttons and
 * those of the page are in step. Nothing without the attribute `history`.
 */
export class FormHistory {
  #element;
  /** How many entries before this one are ours. */
  #depth = 0;

  /** @param {any} element the form's element */
  constructor(element) {
    this.#element = element;
  }

  get #on() {
    return this.#element.hasAttribute("history");
  }

  /** The page stands in an entry that may be a former one: after a reload. */
  begin() {
    this.#depth = (this.#on && Number(history.state?.depth)) || 0;
    this.#write("replaceState");
  }

  /** The flow has gone on. */
  push() {
    this.#depth += 1;
    this.#write("pushState");
  }

  /** The entry is another page now. */
  replace() {
    this.#write("replaceState");
  }

  /** Goes back, if the entry before is ours: the flow follows by `popped`. @returns {boolean} */
  back() {
    if (!this.#on || this.#depth === 0) return false;
    history.back();
    return true;
  }

  /**
   * To which page the browser went, and whether that was forward.
   * @param {any} state of the entry @returns {{ step: string, forward: boolean } | undefined}
   */
  popped(state) {
    if (!this.#on || typeof state?.cancuoc !== "string") return undefined;
    const depth = Number(state.depth) || 0;
    const forward = depth > this.#depth;
    this.#depth = depth;
    return { step: state.cancuoc, forward };
  }

  /** @param {"pushState" | "replaceState"} how */
  #write(how) {
    const step = this.#element.flow?.state.step;
    // What the host's page keeps in its entry stays there.
    if (this.#on && step) history[how]({ ...history.state, cancuoc: step, depth: this.#depth }, "");
  }
}
