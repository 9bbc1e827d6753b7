import { forgetNow, keepNow } from "./kept.js";

/** A save waits until nothing has changed for this long. Milliseconds. */
const SAVE_AFTER = 300;

/** The citizen at hand, kept a moment after each change where the helper asked for it. */
export class Saving {
  #timer = 0;
  /** Under way. @type {Promise<unknown>} */ #writing = Promise.resolve();

  /**
   * @param {() => boolean} on whether anything is kept
   * @param {() => import("./kept.js").Kept | undefined} taken what is to be kept now
   * @param {(failed: boolean) => void} told whether the browser refused
   */
  constructor(on, taken, told) {
    this.on = on;
    this.taken = taken;
    this.told = told;
  }

  /** Saves soon. */
  soon() {
    if (!this.on()) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.now(), SAVE_AFTER);
  }

  /** Saves what waits to be saved: phones end pages without a word. */
  now() {
    if (!this.#timer || !this.on()) return;
    this.#stop();
    const kept = this.taken();
    if (!kept) return this.told(true);
    this.#writing = keepNow(kept).then(
      () => this.told(false),
      () => this.told(true),
    );
  }

  /** Nothing of the citizen is kept from now on. */
  async forget() {
    this.#stop();
    await this.#writing;
    await forgetNow();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
