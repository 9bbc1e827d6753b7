import { saveFile } from "../../../pkg/widget/page-scan.js";
import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";
import { Choose } from "./choose.js";
import { once } from "./job.js";
import { button, count, notice, whatFailed } from "./words.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @typedef {import("./answer.js").Kept<import("../../../pkg/list.js").PackedTable>} KeptTable
 * @typedef {Omit<import("../../../pkg/list.js").ComparedLists, "tables"> & { tables: readonly KeptTable[] }} Compared
 */

/** The list beside another one. */
export class Compare {
  #result = h("div", { id: "compared", role: "status" });
  #choose = new Choose(
    "other",
    () => t("So với một danh sách khác", "Compare with another list"),
    (chosen) => void this.#run(chosen),
    () => t("So sánh", "Compare"),
  );

  /**
   * @param {(name: string, values: object, progress?: (done: number, all: number) => void) => Promise<any>} ask
   *   the list's thread
   */
  constructor(ask) {
    this.ask = ask;
    this.place = h("div", { id: "compare" }, this.#choose.place, this.#result);
  }

  draw() {
    this.#choose.draw();
  }

  /** The list is another one now. */
  clear() {
    this.#result.replaceChildren();
  }

  /** @param {import("./choose.js").Chosen} chosen */
  async #run({ sheet, date1904 }) {
    const words = h("p", {}, t("Đang so sánh…", "Comparing…"));
    this.#result.replaceChildren(words);
    try {
      const table = { bytes: sheet.bytes, repeated: sheet.repeated };
      await this.ask("open", { slot: "second", table, options: { date1904, locale: locale() } }, (done, all) => {
        words.textContent = t(
          `Đang kiểm tra danh sách 2: ${count(done)} trên ${count(all)} dòng…`,
          `Checking list 2: ${count(done)} of ${count(all)} rows…`,
        );
      });
      const compared = await this.ask("compare", {});
      await this.ask("close", { slot: "second" });
      this.#result.replaceChildren(this.#shown(compared));
    } catch (failure) {
      this.#result.replaceChildren(notice("error", whatFailed(/** @type {any} */ (failure))));
    }
  }

  /** @param {Compared} compared */
  #shown({ matches, different, onlyLeft, onlyRight, ask, tables }) {
    const facts = [
      [t("Có ở cả hai", "In both"), matches],
      [t("Trong đó ghi khác nhau", "Of them with differences"), different],
      [t("Chỉ có ở danh sách 1", "Only in list 1"), onlyLeft],
      [t("Chỉ có ở danh sách 2", "Only in list 2"), onlyRight],
      [t("Cần hỏi", "To be asked"), ask],
    ];
    const save = async () => {
      try {
        const written = await once("./file-worker.js", "write", { tables, format: "xlsx", locale: locale() });
        saveFile("so-sanh.xlsx", written, XLSX);
      } catch (failure) {
        this.#result.append(notice("error", whatFailed(/** @type {any} */ (failure))));
      }
    };
    return h(
      "section",
      { class: "panel" },
      h("h2", {}, t("Kết quả so sánh", "What was compared")),
      h(
        "dl",
        { class: "facts" },
        ...facts.map(([name, value]) => h("div", {}, h("dt", {}, String(name)), h("dd", {}, count(Number(value))))),
      ),
      ...tables.filter(({ rows }) => rows > 1).map(preview),
      h(
        "div",
        { class: "actions" },
        button(
          "button",
          t("Tải kết quả so sánh (.xlsx)", "Download the comparison (.xlsx)"),
          () => void save(),
          icon("download"),
        ),
      ),
    );
  }
}

/** @param {KeptTable} table */
function preview({ name, rows, preview: [head = [], ...body] }) {
  const title = t(`${name}: ${count(rows - 1)} dòng`, `${name}: ${count(rows - 1)} rows`);
  return h(
    "details",
    {},
    h("summary", {}, title),
    rows - 1 > body.length
      ? h(
          "p",
          { class: "hint" },
          t(
            `${count(body.length)} dòng đầu; tất cả có trong tệp kết quả.`,
            `The first ${count(body.length)}; all are in the result.`,
          ),
        )
      : null,
    h(
      "div",
      { class: "scroll-x", tabindex: 0, role: "region", "aria-label": title },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, ...body.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))))),
      ),
    ),
  );
}
