import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";
import { once } from "./job.js";
import { count, notice, whatFailed } from "./words.js";

/**
 * @typedef {import("./answer.js").Kept<import("../../../pkg/sheet.js").PackedSheet>} PackedSheet
 * @typedef {{ file: string, sheet: PackedSheet, date1904: boolean }} Chosen
 */

const KINDS = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt";

/** A file and one of its sheets. */
export class Choose {
  /** @type {{ name: string, book: any } | undefined} */ #book;
  #at = 0;
  /** @type {Node[]} */ #said = [];
  #busy = false;

  /**
   * @param {string} id of the control @param {() => string} title
   * @param {(chosen: Chosen) => void} done
   * @param {() => string} go what the button says
   */
  constructor(id, title, done, go) {
    this.id = id;
    this.title = title;
    this.done = done;
    this.go = go;
    this.place = h("section", { class: "panel", "aria-labelledby": `${id}-title` });
  }

  draw() {
    const input = /** @type {HTMLInputElement} */ (h("input", { type: "file", id: this.id, accept: KINDS }));
    input.disabled = this.#busy;
    input.addEventListener("change", () => this.#take(input.files?.[0]));
    const drop = h(
      "div",
      { class: "drop" },
      h(
        "div",
        { class: "file" },
        input,
        h("label", { class: "button big", for: this.id }, icon("download"), t("Chọn tệp danh sách", "Choose a list")),
      ),
      h(
        "p",
        { class: "hint" },
        t(
          "Excel (.xlsx, .xls), .ods, .csv; đến 64 MB. Hoặc thả tệp vào đây.",
          "Excel (.xlsx, .xls), .ods, .csv; up to 64 MB. Or drop it here.",
        ),
      ),
    );
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      void this.#take(/** @type {DragEvent} */ (event).dataTransfer?.files[0]);
    });
    const said = this.#busy ? [h("p", {}, t("Đang đọc tệp…", "Reading the file…"))] : this.#said;
    this.place.replaceChildren(
      h("h2", { id: `${this.id}-title` }, this.title()),
      drop,
      h("div", { role: "status", class: "said" }, ...said),
      ...this.#sheets(),
    );
  }

  /** @param {File | undefined} file */
  async #take(file) {
    if (!file || this.#busy) return;
    this.#busy = true;
    this.#book = undefined;
    this.#said = [];
    this.draw();
    try {
      const book = await once("./file-worker.js", "read", { file, locale: locale() });
      this.#book = { name: file.name, book };
      const filled = book.sheets.findIndex((/** @type {PackedSheet} */ { hidden, rows }) => !hidden && rows > 0);
      this.#at = Math.max(filled, 0);
      this.#said = remarks(book);
    } catch (failure) {
      this.#said = [notice("error", whatFailed(/** @type {any} */ (failure)))];
    }
    this.#busy = false;
    this.draw();
  }

  #sheets() {
    if (!this.#book) return [];
    const { name, book } = this.#book;
    /** @type {PackedSheet[]} */ const sheets = book.sheets;
    const own = sheets[this.#at];
    if (!own?.rows) return [];
    const choice = /** @type {HTMLSelectElement} */ (
      h(
        "select",
        { id: `${this.id}-sheet` },
        ...sheets.map((sheet, at) => {
          const rows = t(`${count(sheet.rows)} dòng`, `${count(sheet.rows)} rows`);
          const hidden = sheet.hidden ? t(", đang ẩn", ", hidden") : "";
          return h("option", { value: at, selected: at === this.#at }, `${sheet.name} (${rows}${hidden})`);
        }),
      )
    );
    choice.addEventListener("change", () => {
      this.#at = Number(choice.value);
      this.draw();
    });
    const label = t("Trang tính có danh sách", "The sheet with the list");
    const first = h("caption", {}, t("Những dòng đầu", "The first rows"));
    const table = own.preview.map((row, at) =>
      h("tr", {}, h("th", { scope: "row" }, count(at + 1)), ...row.map((cell) => h("td", {}, cell))),
    );
    return [
      h("div", { class: "field" }, h("label", { for: `${this.id}-sheet` }, label), choice),
      h(
        "div",
        { class: "scroll-x preview", tabindex: 0, role: "region", "aria-label": first.textContent ?? "" },
        h("table", {}, first, h("tbody", {}, ...table)),
      ),
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          {
            type: "button",
            class: "button big",
            id: `${this.id}-go`,
            onclick: () => this.done({ file: name, sheet: own, date1904: book.date1904 }),
          },
          icon("good"),
          this.go(),
        ),
      ),
    ];
  }
}

/** What there is to say of a file. @param {any} book */
function remarks({ sheets, doubtful, encoding }) {
  const said = [];
  if (!sheets.some((/** @type {PackedSheet} */ { rows }) => rows > 0))
    said.push(notice("error", t("Tệp không có dòng nào. Hãy chọn tệp khác.", "The file has no rows. Choose another.")));
  if (encoding && !["utf-8", "utf-16le", "utf-16be"].includes(encoding))
    said.push(
      notice(
        doubtful ? "warning" : "good",
        t(
          `Chữ trong tệp theo bảng mã ${encoding}, đã chuyển sang Unicode. Hãy xem những dòng đầu có đúng dấu không.`,
          `The letters are in ${encoding} and were turned into Unicode. Look at the accents of the first rows.`,
        ),
      ),
    );
  return said;
}
