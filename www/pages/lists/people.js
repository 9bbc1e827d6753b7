import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { person } from "./person.js";
import { button, count, notice } from "./words.js";

/** Rows on a page. */
const PAGE = 10;

/** @typedef {import("../../../pkg/list.js").Query} Query */

/** The rows that a filter takes, a page at a time. */
export class People {
  /** @type {Query} */ #query = {};
  #title = "";
  #from = 0;
  #place = h("div", { id: "rows" });
  #heading = h("h2", { id: "people-title", tabindex: -1 });
  /** Of the latest question to the thread. */
  #turn = 0;

  /**
   * @param {(name: string, values: object) => Promise<any>} ask the list's thread
   * @param {(at: number, field: string, decision: any) => Promise<string | undefined>} decide words when it was refused
   */
  constructor(ask, decide) {
    this.ask = ask;
    this.decide = decide;
    this.panel = h("section", { class: "panel", id: "people", "aria-labelledby": "people-title" });
  }

  /** @param {Query} query @param {string} title */
  show(query, title) {
    this.#query = query;
    this.#title = title;
    this.#from = 0;
    this.draw();
    this.#heading.focus();
    this.panel.scrollIntoView({ block: "start" });
  }

  draw() {
    const search = /** @type {HTMLInputElement} */ (h("input", { type: "search", id: "search", autocomplete: "off" }));
    search.value = this.#query.text ?? "";
    this.panel.replaceChildren(
      this.#heading,
      h("div", { class: "filters", role: "group", "aria-label": t("Lọc", "Filter") }, ...this.#filters()),
      h(
        "form",
        {
          class: "search",
          role: "search",
          onsubmit: (/** @type {Event} */ event) => {
            event.preventDefault();
            this.#query = { ...this.#query, text: search.value };
            this.#from = 0;
            void this.refresh();
          },
        },
        h("label", { for: "search" }, t("Tìm theo họ tên hoặc số", "Search by name or number")),
        search,
        h("button", { type: "submit", class: "button second" }, t("Tìm", "Search")),
      ),
      this.#place,
    );
    void this.refresh();
  }

  #filters() {
    /** @type {[Query, string][]} */
    const filters = [
      [{}, t("Tất cả", "All")],
      [{ open: true }, t("Có câu hỏi", "With a question")],
      [{ status: "ask" }, t("Cần hỏi, cần xem", "To ask or look at")],
      [{ status: "wrong" }, t("Sai", "Wrong")],
      [{ status: "changed" }, t("Đã sửa", "Changed")],
      [{ status: "clean" }, t("Sạch", "Clean")],
    ];
    const same = (/** @type {Query} */ one) =>
      !this.#query.code && one.status === this.#query.status && Boolean(one.open) === Boolean(this.#query.open);
    return filters.map(([query, words]) => {
      const chip = button("filter", words, () => {
        this.#query = query;
        this.#title = "";
        this.#from = 0;
        this.draw();
      });
      chip.setAttribute("aria-pressed", String(same(query)));
      return chip;
    });
  }

  /** The same page again. */
  async refresh() {
    const turn = ++this.#turn;
    const query = { ...this.#query, from: this.#from, count: PAGE };
    let found;
    try {
      found = await this.ask("rows", { query });
    } catch {
      return; // the list was closed meanwhile
    }
    if (turn !== this.#turn) return;
    const { total, rows } = found;
    if (!rows.length && this.#from > 0) {
      this.#from = Math.max(0, Math.floor((total - 1) / PAGE) * PAGE);
      return void this.refresh();
    }
    const of = t(`${count(total)} dòng`, `${count(total)} rows`);
    this.#heading.textContent = this.#title ? `${this.#title}: ${of}` : of;
    const people = rows.map((/** @type {any} */ row) => person(row, (...decision) => void this.#put(...decision)));
    this.#place.replaceChildren(
      rows.length ? h("ol", { class: "people" }, ...people) : h("p", {}, t("Không có dòng nào.", "There are no rows.")),
      this.#pages(total),
    );
  }

  /** @param {number} at @param {string} field @param {any} decision */
  async #put(at, field, decision) {
    const refused = await this.decide(at, field, decision);
    if (refused === undefined) return;
    const own = this.#place.querySelector(`#value-${at}`)?.closest(".person");
    own?.querySelector(".notice")?.remove();
    const words = notice("error", refused);
    words.setAttribute("role", "alert");
    own?.querySelector("h3")?.after(words);
  }

  /** @param {number} total */
  #pages(total) {
    if (total <= PAGE) return "";
    const last = Math.min(this.#from + PAGE, total);
    const go = (/** @type {number} */ step) => () => {
      this.#from += step;
      void this.refresh().then(() => this.panel.scrollIntoView({ block: "start" }));
    };
    const back = button("button second", t("Trang trước", "Back"), go(-PAGE));
    const next = button("button second", t("Trang sau", "Next"), go(PAGE));
    if (this.#from === 0) back.setAttribute("disabled", "");
    if (last >= total) next.setAttribute("disabled", "");
    return h(
      "div",
      { class: "pages" },
      back,
      h(
        "span",
        {},
        t(
          `${count(this.#from + 1)}–${count(last)} trên ${count(total)}`,
          `${count(this.#from + 1)}–${count(last)} of ${count(total)}`,
        ),
      ),
      next,
    );
  }
}
