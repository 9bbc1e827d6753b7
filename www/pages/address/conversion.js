import { trustedScriptUrl } from "../../../pkg/widget/page-common.js";
import { headingRow, textOf } from "./cells.js";
import { addressColumn } from "./column.js";

/** @typedef {"ready" | "running" | "stopped" | "done" | "failed"} State */

/** The addresses of one column of a list, converted in a thread of their own. */
export class Conversion {
  /** One for each row that is done; `blank` for one without an address, and for the heading. @type {any[]} */
  results = [];
  /** @type {State} */ state = "ready";
  /** @type {Worker | undefined} */ #worker;
  #column = 0;

  /**
   * @param {import("./cells.js").Cell[][]} rows
   * @param {(state: State) => void} changed after some rows, and when the state changes
   * @param {string} [name] of the list, for the result
   */
  constructor(rows, changed, name = "dia-chi") {
    this.rows = rows;
    this.changed = changed;
    this.name = name;
    this.column = addressColumn(rows);
  }

  get column() {
    return this.#column;
  }

  set column(column) {
    this.#column = column;
    /** The row that names the columns, or -1. */
    this.heading = headingRow(this.rows, column);
  }

  /** Cells of the longest row. */
  get width() {
    return this.rows.reduce((most, { length }) => Math.max(most, length), 0);
  }

  /** How many are certain, how many are to be asked about, how many were not recognised. */
  get counts() {
    const own = this.results.filter((result) => !result.blank);
    const exact = own.filter((result) => result.exact).length;
    const asked = own.filter((result) => !result.exact && result.candidates?.length).length;
    return { exact, asked, unknown: own.length - exact - asked, blank: this.results.length - own.length };
  }

  /** The rows that are still to be asked about. */
  get asked() {
    return this.results.flatMap((result, row) =>
      !result.blank && !result.exact && result.candidates?.length ? [{ row, result }] : [],
    );
  }

  /** What stands in the column of a row. @param {number} row */
  text(row) {
    return textOf(this.rows[row]?.[this.#column]).trim();
  }

  /**
   * Somebody chose the unit of a row.
   * @param {number} row @param {{ commune: string, province: string, code: string }} unit
   */
  settle(row, unit) {
    const { street } = this.results[row];
    const address = [street, unit.commune, unit.province].filter(Boolean).join(", ");
    this.results[row] = { exact: true, chosen: true, candidates: [unit], address, findings: [] };
    this.changed(this.state);
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
      if (data.results) this.#take(data.results);
      if (data.done) return this.#finish("done");
      this.changed(this.state);
    });
    worker.postMessage({ rows: this.rows.map((_, row) => this.text(row)), options });
    this.changed(this.state);
  }

  /** Keeps what was converted until now. */
  stop() {
    if (this.#worker) this.#finish("stopped");
  }

  /** @param {any[]} results of the next rows */
  #take(results) {
    const first = this.results.length;
    results.forEach((result, i) => {
      const row = first + i;
      this.results.push(row === this.heading || !this.text(row) ? BLANK : result);
    });
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

const BLANK = Object.freeze({ blank: true });
