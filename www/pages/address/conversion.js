import { trustedScriptUrl } from "../../../pkg/widget/page-common.js";
import { addressColumn } from "./column.js";

/** @typedef {"ready" | "running" | "stopped" | "done" | "failed"} State */

/** The addresses of one column of a list, converted in a thread of their own. */
export class Conversion {
  /** @type {any[]} one for each row that is done */ results = [];
  /** @type {State} */ state = "ready";
  /** @type {Worker | undefined} */ #worker;

  /**
   * @param {string[][]} rows
   * @param {(state: State) => void} changed after some rows, and when the state changes
   */
  constructor(rows, changed) {
    this.rows = rows;
    this.column = addressColumn(rows);
    this.changed = changed;
  }

  /** Cells of the longest row. */
  get width() {
    return this.rows.reduce((most, { length }) => Math.max(most, length), 0);
  }

  /** How many are certain, how many are to be asked about, how many were not recognised. */
  get counts() {
    const exact = this.results.filter((result) => result.exact).length;
    const asked = this.results.filter((result) => !result.exact && result.candidates?.length).length;
    return { exact, asked, unknown: this.results.length - exact - asked };
  }

  /** Converts from the start. @param {{ locale: "vi" | "en" }} options */
  run(options) {
    this.#end("running");
    this.results = [];
    const url = trustedScriptUrl(new URL("./worker.js", import.meta.url));
    const worker = (this.#worker = new Worker(url, { type: "module" }));
    const current = () => worker === this.#worker;
    worker.addEventListener("error", () => current() && this.#finish("failed"));
    worker.addEventListener("message", ({ data }) => {
      if (!current()) return;
      if (data.failed) return this.#finish("failed");
      if (data.results) this.results.push(...data.results);
      if (data.done) return this.#finish("done");
      this.changed(this.state);
    });
    worker.postMessage({ rows: this.rows.map((cells) => cells[this.column] ?? ""), options });
    this.changed(this.state);
  }

  /** Keeps what was converted until now. */
  stop() {
    if (this.#worker) this.#finish("stopped");
  }

  /** @param {State} state */
  #finish(state) {
    this.#end(state);
    this.changed(state);
  }

  /** @param {State} state */
  #end(state) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.state = state;
  }
}
