import { saveFile } from "../../../pkg/widget/page-scan.js";
import { readCsv, writeCsv } from "../../shell/csv.js";
import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";
import { Conversion } from "./conversion.js";
import { notice } from "./notice.js";
import { resultTable } from "./result-table.js";

/** Rows that a list may have. */
const MOST_ROWS = 100_000;

/** A whole column of a spreadsheet: pasted or out of a file, converted row by row. */
export class AddressList {
  /** @type {Conversion | undefined} */ #conversion;
  #place = h("div", { id: "list" });

  /** @param {HTMLElement} panel */
  constructor(panel) {
    this.panel = panel;
  }

  draw() {
    const paste = /** @type {HTMLTextAreaElement} */ (
      h("textarea", { id: "rows", rows: 5, spellcheck: "false", autocomplete: "off", "aria-describedby": "rows-hint" })
    );
    const file = /** @type {HTMLInputElement} */ (
      h("input", { type: "file", id: "file", accept: ".csv,.tsv,.txt,text/csv,text/plain" })
    );
    file.addEventListener("change", async () => {
      const chosen = file.files?.[0];
      if (chosen) this.#take(await chosen.text());
    });
    this.panel.replaceChildren(
      h("h2", {}, t("Cả một cột của bảng tính", "A whole column of a spreadsheet")),
      h(
        "div",
        { class: "field" },
        h("label", { for: "rows" }, t("Dán cột địa chỉ, mỗi dòng một địa chỉ", "Paste the column, one address a line")),
        h("p", { class: "hint", id: "rows-hint" }, t("Nhiều nhất 100.000 dòng.", "At most 100,000 rows.")),
        paste,
      ),
      h("div", { class: "field" }, h("label", { for: "file" }, t("Hoặc chọn tệp CSV", "Or choose a CSV file")), file),
      h(
        "div",
        { class: "actions" },
        button("button", t("Đọc danh sách", "Read the list"), () => this.#take(paste.value)),
      ),
      this.#place,
    );
    this.#drawList();
  }

  /** @param {string} text */
  #take(text) {
    this.#conversion?.stop();
    const rows = readCsv(text);
    const wrong = !rows.length || rows.length > MOST_ROWS;
    this.#conversion = wrong ? undefined : new Conversion(rows, (state) => this.#changed(state));
    if (wrong) this.#place.replaceChildren(notice("error", rows.length ? tooMany(rows.length) : nothing()));
    else this.#drawList();
  }

  /** @param {import("./conversion.js").State} state */
  #changed(state) {
    const bar = /** @type {HTMLProgressElement | null} */ (this.#place.querySelector("progress:not([hidden])"));
    const running = state === "running" && bar && this.#conversion?.results.length;
    if (running) bar.value = running;
    else this.#drawList();
  }

  #drawList() {
    const conversion = this.#conversion;
    if (!conversion) return this.#place.replaceChildren();
    const { rows, results, state } = conversion;
    const count = rows.length.toLocaleString(locale());
    this.#place.replaceChildren(
      h("p", {}, t(`${count} dòng.`, `${count} rows.`)),
      columnField(conversion),
      h("progress", {
        id: "progress",
        max: rows.length,
        value: results.length,
        "aria-label": t("Đã đổi", "Converted"),
        hidden: state === "ready",
      }),
      h("p", { role: "status", id: "counts" }, summary(conversion)),
      h("div", { class: "actions" }, ...actions(conversion)),
    );
  }
}

/** @param {Conversion} conversion */
function columnField(conversion) {
  const { rows, column, state } = conversion;
  const width = Math.max(...rows.slice(0, 50).map((cells) => cells.length));
  if (width < 2) return "";
  const name = (/** @type {number} */ at) => `${at + 1}: ${(rows[0]?.[at] ?? "").slice(0, 60)}`;
  const choice = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { id: "column", disabled: state === "running" },
      ...Array.from({ length: width }, (_, at) => h("option", { value: at, selected: at === column }, name(at))),
    )
  );
  choice.addEventListener("change", () => (conversion.column = Number(choice.value)));
  const label = t("Cột có địa chỉ", "The column with the addresses");
  return h("div", { class: "field" }, h("label", { for: "column" }, label), choice);
}

/** @param {Conversion} conversion */
function summary({ rows, results, state, counts }) {
  if (state === "ready") return "";
  if (state === "failed")
    return t(
      "Không tải được danh mục đơn vị hành chính. Hãy thử lại khi có mạng.",
      "The lists of units could not be loaded. Try again with a network.",
    );
  const numbers = [results.length, rows.length, counts.exact, counts.asked, counts.unknown];
  const [done, all, exact, asked, unknown] = numbers.map((number) => number.toLocaleString(locale()));
  const words = t(
    `Đã đổi ${done} trên ${all} dòng: ${exact} chắc chắn, ${asked} cần hỏi lại, ${unknown} chưa nhận ra.`,
    `${done} of ${all} rows: ${exact} certain, ${asked} to be asked about, ${unknown} not recognised.`,
  );
  return state === "stopped" ? `${t("Đã dừng.", "Stopped.")} ${words}` : words;
}

/** @param {Conversion} conversion */
function actions(conversion) {
  const { results, state } = conversion;
  if (state === "running") return [button("button second", t("Dừng lại", "Stop"), () => conversion.stop())];
  const run = state === "ready" ? t("Đổi tất cả", "Convert all") : t("Đổi lại từ đầu", "Convert again");
  const save = () => saveFile("dia-chi-moi.csv", writeCsv(resultTable(conversion)), "text/csv;charset=utf-8");
  return [
    button("button big", run, () => conversion.run({ locale: locale() })),
    results.length
      ? button("button second", t("Tải kết quả (CSV)", "Download the result (CSV)"), save, icon("download"))
      : null,
  ];
}

/** @param {string} style @param {string} words @param {() => void} onclick @param {Node} [sign] */
function button(style, words, onclick, sign) {
  return h("button", { type: "button", class: style, onclick }, sign, words);
}

function nothing() {
  return t("Chưa có dòng nào. Hãy dán hoặc chọn tệp.", "There are no rows yet. Paste some or choose a file.");
}

/** @param {number} rows */
function tooMany(rows) {
  const count = rows.toLocaleString(locale());
  return t(
    `Danh sách có ${count} dòng. Hãy chia thành các phần không quá 100.000 dòng.`,
    `The list has ${count} rows. Split it into parts of at most 100,000.`,
  );
}
