import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";
import { columnsPanel } from "./columns.js";
import { Compare } from "./compare.js";
import { countsPanel } from "./counts.js";
import { groupsPanel } from "./groups.js";
import { Job } from "./job.js";
import { Keeping } from "./keeping.js";
import { kindsPanel, roleOf } from "./kinds.js";
import { People } from "./people.js";
import { report } from "./report.js";
import { saveResult, savedWords } from "./result.js";
import { Running } from "./running.js";
import { button, count, notice, whatFailed } from "./words.js";

/** One list: checked, its questions settled, its result taken away. */
export class Work {
  #job = new Job("./list-worker.js");
  /** @type {import("../../../pkg/list.js").ListOverview | undefined} */ #overview;
  /** @type {readonly { field: string, label: string }[]} */ #names = [];
  #converts = true;
  /** As they were put right. @type {(string | null)[] | undefined} */ #columns;
  /** The day of the check. */ #on = "";
  #keeping;
  /** Whether something was decided that is in no file yet. */
  unsaved = false;
  #said = h("div", { role: "status", id: "said" });
  #people = new People(
    (name, values) => this.#ask(name, values),
    (at, field, decision) => this.#decide(at, field, decision),
  );
  #compare = new Compare((name, values, progress) => this.#ask(name, values, progress));
  place = h("div", { class: "work" });
  print = h("div", {});

  /**
   * @param {import("./choose.js").Chosen} chosen @param {(words?: string) => void} leave
   * @param {import("./kept.js").ListStore} [store] in which it is kept
   */
  constructor(chosen, leave, store) {
    this.chosen = chosen;
    this.leave = leave;
    const list = () => ({ chosen, columns: this.#columns, on: this.#on, converts: this.#converts });
    this.#keeping = new Keeping(list, store);
  }

  /** The list of before a reload: checked as it was, and what was decided is done again. @param {any} kept */
  async again({ columns, on, converts, decisions }) {
    if (!(await this.run(columns, on, decisions))) return;
    let done = 0;
    // With other units the questions are others.
    if (converts === this.#converts) {
      for (const own of decisions) {
        const { refused } = await this.#ask("decide", own).catch(() => ({ refused: true }));
        if (refused) break;
        done += 1;
      }
    }
    await this.#keeping.checked(decisions.slice(0, done));
    this.unsaved = done > 0;
    await this.#again();
    if (done < decisions.length)
      this.#said.replaceChildren(
        notice(
          "warning",
          t(
            `Làm lại được ${count(done)} trên ${count(decisions.length)} lựa chọn. Hãy xem các câu hỏi còn mở.`,
            `${count(done)} of ${count(decisions.length)} decisions were done again. Look at the open questions.`,
          ),
        ),
      );
    else
      this.#say(
        t(
          `Đã mở lại danh sách với ${count(done)} lựa chọn của trước khi tải lại trang.`,
          `The list is open again, with ${count(done)} decisions of before the reload.`,
        ),
      );
  }

  /**
   * Checks the list.
   * @param {(string | null)[]} [columns] @param {string} [on] the day of the check
   * @param {readonly object[]} [decisions] that are done again after it
   * @returns {Promise<boolean>} whether it is there
   */
  async run(columns, on = today(), decisions = []) {
    [this.#columns, this.#on] = [columns, on];
    const { sheet, date1904 } = this.chosen;
    const running = new Running(() => this.end());
    this.place.replaceChildren(running.place);
    this.print.replaceChildren();
    this.#compare.clear();
    const options = { locale: locale(), on, date1904, ...(columns ? { columns } : {}) };
    const table = { bytes: sheet.bytes, repeated: sheet.repeated };
    try {
      const progress = (/** @type {number} */ done, /** @type {number} */ all) => running.show(done, all);
      const { converts } = await this.#job.ask("open", { slot: "first", table, options }, progress);
      this.#converts = converts;
      this.unsaved = false;
      await this.#keeping.checked(decisions);
      await this.draw();
      return true;
    } catch (failure) {
      const { code } = /** @type {any} */ (failure);
      this.leave(
        code === "cancelled"
          ? t("Đã dừng. Chưa có gì thay đổi.", "Stopped. Nothing was changed.")
          : whatFailed(/** @type {any} */ (failure)),
      );
      return false;
    }
  }

  /** Forgets the list, with its thread. */
  end() {
    this.#job.end();
    this.#keeping.end();
    this.unsaved = false;
  }

  /** All of it, in the page's language. */
  async draw() {
    if (!(await this.#look())) return;
    this.#people.draw();
    this.#compare.draw();
  }

  /** What is counted, again; the rows stay as they are. */
  async #look() {
    try {
      this.#overview = await this.#ask("overview", {});
      this.#names = await this.#ask("columns", {});
    } catch {
      return false; // the list was closed meanwhile
    }
    const overview = this.#overview;
    if (!overview) return false;
    const { file, sheet } = this.chosen;
    const open = new Map(
      ["kinds", "columns"].map((id) => [id, this.place.querySelector(`#${id}`)?.hasAttribute("open")]),
    );
    const parts = [
      this.#bar(overview),
      this.#said,
      this.#keeping.panel(),
      this.#converts
        ? ""
        : notice(
            "warning",
            t(
              "Chưa tải được danh mục đơn vị hành chính nên địa chỉ chưa được đổi.",
              "The lists of units could not be loaded: addresses were not converted.",
            ),
          ),
      countsPanel(overview.summary),
      ...overview.findings.map(({ severity, message }) => notice(severity === "info" ? "good" : "warning", message)),
      columnsPanel(overview, this.#names, (columns) => void this.run(columns)),
      kindsPanel(overview.kinds, (kind) => this.#show(kind)),
      groupsPanel(overview.groups, (name, values) => this.#ask(name, values)),
    ];
    const rest = this.place.querySelector("#people") ? [] : [this.#people.panel, this.#compare.place];
    for (const old of [...this.place.children])
      if (![this.#people.panel, this.#compare.place].some((own) => own === old)) old.remove();
    this.place.prepend(...parts.filter((part) => part !== ""));
    this.place.append(...rest);
    for (const [id, was] of open)
      if (was !== undefined) this.place.querySelector(`#${id}`)?.toggleAttribute("open", was);
    this.print.replaceChildren(report(overview, file, sheet.name));
    return true;
  }

  /** @param {import("../../../pkg/list.js").ListOverview} overview */
  #bar({ decisions, stale }) {
    const undo = button(
      "button second",
      t(`Hoàn tác (${count(decisions)})`, `Undo (${count(decisions)})`),
      () => void this.#undo(),
    );
    undo.id = "undo";
    undo.toggleAttribute("disabled", decisions === 0);
    return h(
      "div",
      { class: "actions bar" },
      button(
        "button",
        t("Tải kết quả (.xlsx)", "Download the result (.xlsx)"),
        () => void this.#save("xlsx"),
        icon("download"),
      ),
      button("button second", t("Tải danh sách (.csv)", "Download the list (.csv)"), () => void this.#save("csv")),
      button("button second", t("In báo cáo", "Print the report"), () => print(), icon("print")),
      undo,
      stale
        ? button("button quiet", t("Tìm lại người trùng", "Look for duplicates again"), () => void this.#refresh())
        : null,
      button("button quiet", t("Danh sách khác", "Another list"), () => this.#leave()),
    );
  }

  #leave() {
    const words = t(
      "Những gì đã chọn chưa được tải về. Bỏ danh sách này?",
      "What was decided is in no file yet. Leave this list?",
    );
    if (!this.unsaved || confirm(words)) this.leave();
  }

  /** @param {import("../../../pkg/list.js").Kind} kind */
  #show(kind) {
    const { code, role, field } = kind;
    this.#people.show(
      { code, role, ...(field ? { field } : {}) },
      [roleOf(kind), kind.label].filter(Boolean).join(", "),
    );
  }

  /** @param {number} at @param {string} field @param {any} decision */
  async #decide(at, field, decision) {
    try {
      const { rows, refused } = await this.#ask("decide", { at, field, decision });
      if (refused) return refused.message;
      await this.#keeping.add({ at, field, decision });
      this.unsaved = true;
      this.#say(t(`Đã ghi vào ${count(rows)} dòng.`, `Put into ${count(rows)} rows.`));
      await this.#again();
      return undefined;
    } catch (failure) {
      return whatFailed(/** @type {any} */ (failure));
    }
  }

  async #undo() {
    await this.#tried(async () => {
      const rows = await this.#ask("undo", {});
      await this.#keeping.undo();
      this.#say(t(`Đã hoàn tác ở ${count(rows)} dòng.`, `Taken back in ${count(rows)} rows.`));
      await this.#again();
    });
  }

  async #refresh() {
    await this.#tried(async () => {
      await this.#ask("refresh", {});
      await this.#again();
    });
  }

  /** Does something, or says why not. @param {() => Promise<void>} job */
  async #tried(job) {
    try {
      await job();
    } catch (failure) {
      this.#said.replaceChildren(notice("error", whatFailed(/** @type {any} */ (failure))));
    }
  }

  async #again() {
    await this.#look();
    await this.#people.refresh();
  }

  /** @param {"xlsx" | "csv"} format */
  async #save(format) {
    const { file, sheet } = this.chosen;
    this.#say(t("Đang ghi tệp…", "Writing the file…"));
    await this.#tried(async () => {
      await saveResult(await this.#ask("tables", { name: sheet.name }), file, format);
      this.unsaved = false;
      this.#say(savedWords(format));
      await this.#again();
    });
  }

  /** @param {string} words */
  #say(words) {
    this.#said.replaceChildren(notice("good", words));
  }

  /** @param {string} name @param {object} values @param {(done: number, all: number) => void} [progress] */
  #ask(name, values, progress) {
    return this.#job.ask(name, { slot: "first", locale: locale(), ...values }, progress);
  }
}

/** In Việt Nam, on every machine. */
function today() {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
