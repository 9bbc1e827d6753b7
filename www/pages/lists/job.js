import { trustedScriptUrl } from "../../../pkg/widget/page-common.js";

/**
 * What a thread says when something could not be done.
 * @typedef {{ code: string, words?: string }} Failure
 * @typedef {(done: number, all: number) => void} Progress
 * @typedef {{ done: (result: any) => void, failed: (failure: Failure) => void, progress?: Progress }} Waiting
 */

/** A thread of the page: it is asked, it answers, and it is ended with all its memory when it is no longer needed. */
export class Job {
  #worker;
  #next = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();

  /** @param {string} script beside this one */
  constructor(script) {
    const url = trustedScriptUrl(new URL(script, import.meta.url));
    this.#worker = new Worker(url, { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", () => this.#fail({ code: "init.thread" }));
  }

  /**
   * @param {string} name @param {object} [values]
   * @param {(done: number, all: number) => void} [progress]
   * @returns {Promise<any>} rejects with a `Failure`
   */
  ask(name, values = {}, progress) {
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed, ...(progress ? { progress } : {}) });
      this.#worker.postMessage({ id, name, values });
    });
  }

  /** Whoever still waits hears `cancelled`. */
  end() {
    this.#worker.terminate();
    this.#fail({ code: "cancelled" });
  }

  /** @param {{ id: number, result?: any, failed?: Failure, progress?: [number, number] }} message */
  #hear({ id, result, failed, progress }) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    if (progress) return waiting.progress?.(...progress);
    this.#waiting.delete(id);
    if (failed) waiting.failed(failed);
    else waiting.done(result);
  }

  /** @param {Failure} failure */
  #fail(failure) {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of all) failed(failure);
  }
}

/**
 * One question to a thread that is made for it.
 * @param {string} script @param {string} name @param {object} values
 * @returns {Promise<any>}
 */
export async function once(script, name, values) {
  const job = new Job(script);
  try {
    return await job.ask(name, values);
  } finally {
    job.end();
  }
}
