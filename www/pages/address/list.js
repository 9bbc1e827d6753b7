import { saveFile } from "../../../pkg/widget/page-scan.js";
import { writeCsv } from "../../shell/csv.js";
import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";
import { once } from "../lists/job.js";
import { whatFailed } from "../lists/words.js";
import { askedRows } from "./asked.js";
import { pasted, textOf } from "./cells.js";
import { Conversion } from "./conversion.js";
import { notice } from "./notice.js";
import { resultTable } from "./result-table.js";

/** Rows that a list may have. */
const MOST_ROWS = 100_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A whole column of a spreadsheet: pasted or out of a file, converted row by row. */
export class AddressList {
  /** @type {Conversion | undefined} */ #conversion;
  /** Of the file that was chosen. @type {{ name: string, hidden: boolean, rows: any[][] }[]} */ #sheets = [];
  #name = "dia-chi";
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
      h("input", { type: "file", id: "file", accept: ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt" })
    );
    file.addEventListener("change", () => this.#open(file.files?.[0]));
    this.panel.replaceChildren(
      h("h2", {}, t("Cả một cột của bảng tính", "A whole column of a spreadsheet")),
      h(
        "div",
        { class: "field" },
        h("label", { for: "rows" }, t("Dán cột địa chỉ, mỗi dòng một địa chỉ", "Paste the column, one address a line")),
        h("p", { class: "hint", id: "rows-hint" }, t("Nhiều nhất 100.000 dòng.", "At most 100,000 rows.")),
        paste,
      ),
      h(
        "div",
        { class: "field" },
        h("p", {}, t("Hoặc mở cả tệp Excel, .ods, .csv:", "Or open a file: Excel, .ods, .csv:")),
        h(
          "div",
          { class: "file" },
          file,
          h("label", { class: "button second", for: "file" }, icon("download"), t("Chọn tệp", "Choose a file")),
        ),
      ),
      h(
        "div",
        { class: "actions" },
        button("button", t("Đọc danh sách", "Read the list"), () => {
          const [chosen] = file.files ?? [];
          if (!paste.value.trim() && chosen) void this.#open(chosen);
          else this.#take(pasted(paste.value), "dia-chi");
        }),
      ),
      this.#place,
    );
    this.#drawList();
  }

  /** @param {File | undefined} file */
  async #open(file) {
    if (!file) return;
    this.#conversion?.stop();
    this.#conversion = undefined;
    this.#sheets = [];
    this.#place.replaceChildren(h("p", { role: "status" }, t("Đang đọc tệp…", "Reading the file…")));
    try {
      this.#sheets = await once("./file-worker.js", "readCells", { file, locale: locale() });
      this.#name = file.name.replace(/\.[^.]*$/, "");
      const filled = this.#sheets.findIndex(({ hidden, rows }) => !hidden && rows.length > 0);
      this.#take(this.#sheets[Math.max(filled, 0)]?.rows ?? [], this.#name);
    } catch (failure) {
      this.#place.replaceChildren(notice("error", whatFailed(/** @type {any} */ (failure))));
    }
  }

  /** @param {any[][]} rows @param {string} name */
  #take(rows, name) {
    this.#conversion?.stop();
    const wrong = !rows.length || rows.length > MOST_ROWS;
    this.#conversion = wrong ? undefined : new Conversion(rows, (state) => this.#changed(state), name);
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
      this.#sheetField(conversion),
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
      askedRows(conversion),
    );
  }

  /** Which sheet of the file. @param {Conversion} conversion */
  #sheetField({ rows, state }) {
    const at = this.#sheets.findIndex((sheet) => sheet.rows === rows);
    if (this.#sheets.length < 2 || at < 0) return "";
    const options = this.#sheets.map(({ name }, own) => h("option", { value: own, selected: own === at }, name));
    const choice = /** @type {HTMLSelectElement} */ (
      h("select", { id: "sheet", disabled: state === "running" }, ...options)
    );
    choice.addEventListener("change", () => this.#take(this.#sheets[Number(choice.value)]?.rows ?? [], this.#name));
    return h("div", { class: "field" }, h("label", { for: "sheet" }, t("Trang tính", "Sheet")), choice);
  }
}

/** @param {Conversion} conversion */
function columnField(conversion) {
  const { rows, column, state } = conversion;
  const width = Math.max(...rows.slice(0, 50).map((cells) => cells.length));
  if (width < 2) return "";
  const name = (/** @type {number} */ at) => `${at + 1}: ${textOf(rows[0]?.[at]).slice(0, 60)}`;
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
  const numbers = [results.length, rows.length, counts.exact, counts.asked, counts.unknown, counts.blank];
  const [done, all, exact, asked, unknown, blank] = numbers.map((number) => number.toLocaleString(locale()));
  const words = t(
    `Đã đổi ${done} trên ${all} dòng: ${exact} chắc chắn, ${asked} cần hỏi lại, ${unknown} chưa nhận ra.`,
    `${done} of ${all} rows: ${exact} certain, ${asked} to be asked about, ${unknown} not recognised.`,
  );
  const kept = counts.blank
    ? t(` ${blank} dòng trống hoặc tiêu đề được giữ nguyên.`, ` ${blank} blank rows or headings stay as they are.`)
    : "";
  return (state === "stopped" ? `${t("Đã dừng.", "Stopped.")} ${words}` : words) + kept;
}

/** @param {Conversion} conversion */
function actions(conversion) {
  const { results, state } = conversion;
  if (state === "running") return [button("button second", t("Dừng lại", "Stop"), () => conversion.stop())];
  const run = state === "ready" ? t("Đổi tất cả", "Convert all") : t("Đổi lại từ đầu", "Convert again");
  const table = () => resultTable(conversion);
  const csv = () => {
    const rows = table().map((row) => row.map(textOf));
    saveFile("dia-chi-moi.csv", writeCsv(rows), "text/csv;charset=utf-8");
  };
  const xlsx = async () => {
    const sheets = [{ name: t("Địa chỉ mới", "New addresses"), rows: table() }];
    try {
      const bytes = await once("./file-worker.js", "writeCells", { sheets, format: "xlsx", locale: locale() });
      saveFile(`${conversion.name}-moi.xlsx`, bytes, XLSX);
    } catch (failure) {
      const words = notice("error", whatFailed(/** @type {any} */ (failure)));
      document.getElementById("counts")?.after(words);
    }
  };
  const again = button(state === "ready" ? "button big" : "button quiet", run, () =>
    conversion.run({ locale: locale() }),
  );
  if (!results.length) return [again];
  return [
    button("button", t("Tải kết quả (.xlsx)", "Download the result (.xlsx)"), () => void xlsx(), icon("download")),
    button("button second", t("Tải kết quả (CSV)", "Download the result (CSV)"), csv, icon("download")),
    again,
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
