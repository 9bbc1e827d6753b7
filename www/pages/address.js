import init, { convertAddress, fetchUnits } from "../../pkg/index.js";
import { saveFile } from "../../pkg/widget/page-scan.js";
import { trustedScriptUrl } from "../../pkg/widget/page-common.js";
import { readCsv, writeCsv } from "../shell/csv.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { MOST_ROWS, addressColumn } from "./table.js";

mountShell();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const units = init().then(() => fetchUnits());
units.catch(() => {});

/** What was looked up last, drawn again in another language. */
let address = "";
/** @type {"present" | "before2025"} */ let to = "present";
/** @typedef {"ready" | "running" | "stopped" | "done" | "failed"} ListState */
/** @type {{ rows: string[][], column: number, results: any[], state: ListState } | undefined} */ let list;
/** @type {Worker | undefined} */ let worker;

const one = h("section", { class: "panel" });
const answer = h("div", { role: "status", id: "answer" });
const many = h("section", { class: "panel" });
main.append(one, many);
onLocale(() => {
  drawOne();
  drawMany();
});

function drawOne() {
  const box = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { id: "address", rows: 2, spellcheck: "false", autocomplete: "off" })
  );
  box.value = address;
  const way = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", id: "to-old" }));
  way.checked = to === "before2025";
  const form = h(
    "form",
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        address = box.value;
        to = way.checked ? "before2025" : "present";
        void drawAnswer();
      },
    },
    h(
      "div",
      { class: "field" },
      h("label", { for: "address" }, t("Địa chỉ", "Address")),
      h(
        "p",
        { class: "hint", id: "address-hint" },
        t("Ví dụ: Thôn 2, Xã Cổ Bi, Huyện Gia Lâm, Hà Nội", "For example: Thôn 2, Xã Cổ Bi, Huyện Gia Lâm, Hà Nội"),
      ),
      box,
    ),
    h(
      "div",
      { class: "check" },
      way,
      h(
        "label",
        { for: "to-old" },
        t("Đổi ngược: từ địa chỉ mới về đơn vị cũ", "The other way: from a new address to the old units"),
      ),
    ),
    h("div", { class: "actions" }, h("button", { type: "submit", class: "button big" }, t("Tra cứu", "Look up"))),
  );
  box.setAttribute("aria-describedby", "address-hint");
  one.replaceChildren(h("h2", {}, t("Một địa chỉ", "One address")), form, answer);
  void drawAnswer();
}

async function drawAnswer() {
  if (!address.trim()) return answer.replaceChildren();
  try {
    await units;
    answer.replaceChildren(...shown(convertAddress(address, { locale: locale(), to })));
  } catch (error) {
    answer.replaceChildren(notice("error", whatFailed(/** @type {any} */ (error)?.code)));
  }
}

/** @param {any} converted */
function shown(converted) {
  const { candidates, exact, question, findings } = converted;
  const remarks = findings.filter(
    (/** @type {any} */ finding) =>
      finding.severity !== "info" ||
      finding.code === "address.change_unconfirmed" ||
      finding.code === "address.merged_before",
  );
  const units = candidates.map((/** @type {any} */ unit) =>
    h(
      "li",
      {},
      h("b", {}, unit.commune),
      `, ${[unit.district, unit.province].filter(Boolean).join(", ")} `,
      h("small", { class: "mono" }, unit.code),
    ),
  );
  return [
    exact ? notice("good", converted.address) : question ? notice("warning", question) : null,
    exact || !units.length ? null : h("ul", { class: "units" }, ...units),
    exact ? h("p", {}, t("Mã đơn vị: ", "Code: "), h("span", { class: "mono" }, candidates[0].code)) : null,
    candidates.length
      ? h("p", { class: "hint" }, t("Trước sáp nhập: ", "Before the merger: "), converted.original)
      : null,
    ...remarks.map((/** @type {any} */ finding) => h("p", {}, finding.message)),
  ].filter((node) => node !== null);
}

function drawMany() {
  const paste = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { id: "rows", rows: 5, spellcheck: "false", autocomplete: "off", "aria-describedby": "rows-hint" })
  );
  const file = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", id: "file", accept: ".csv,.tsv,.txt,text/csv,text/plain" })
  );
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen) take(await chosen.text());
  });
  many.replaceChildren(
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
      h(
        "button",
        { type: "button", class: "button", onclick: () => take(paste.value) },
        t("Đọc danh sách", "Read the list"),
      ),
    ),
    h("div", { id: "list" }),
  );
  drawList();
}

/** @param {string} text */
function take(text) {
  stop();
  const rows = readCsv(text);
  list =
    rows.length && rows.length <= MOST_ROWS
      ? { rows, column: addressColumn(rows), results: [], state: "ready" }
      : undefined;
  drawList(
    rows.length > MOST_ROWS
      ? t(
          `Danh sách có ${rows.length.toLocaleString("vi")} dòng. Hãy chia thành các phần không quá 100.000 dòng.`,
          `The list has ${rows.length.toLocaleString("en")} rows. Split it into parts of at most 100,000.`,
        )
      : rows.length
        ? ""
        : t("Chưa có dòng nào. Hãy dán hoặc chọn tệp.", "There are no rows yet. Paste some or choose a file."),
  );
}

function drawList(wrong = "") {
  const place = /** @type {HTMLElement} */ (document.getElementById("list"));
  if (!list) return place.replaceChildren(...(wrong ? [notice("error", wrong)] : []));
  const { rows, column, state } = list;
  const width = Math.max(...rows.slice(0, 50).map((cells) => cells.length));
  const choice = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { id: "column", disabled: state === "running" },
      ...Array.from({ length: width }, (_, at) =>
        h("option", { value: at, selected: at === column }, `${at + 1}: ${(rows[0]?.[at] ?? "").slice(0, 60)}`),
      ),
    )
  );
  choice.addEventListener("change", () => {
    if (list) list.column = Number(choice.value);
  });
  place.replaceChildren(
    h("p", {}, t(`${rows.length.toLocaleString("vi")} dòng.`, `${rows.length.toLocaleString("en")} rows.`)),
    width > 1
      ? h(
          "div",
          { class: "field" },
          h("label", { for: "column" }, t("Cột có địa chỉ", "The column with the addresses")),
          choice,
        )
      : "",
    h("progress", {
      id: "progress",
      max: rows.length,
      value: list.results.length,
      "aria-label": t("Đã đổi", "Converted"),
      hidden: state === "ready",
    }),
    h("p", { role: "status", id: "counts" }, state === "ready" ? "" : counts()),
    h(
      "div",
      { class: "actions" },
      state === "running"
        ? h("button", { type: "button", class: "button second", onclick: () => stop() }, t("Dừng lại", "Stop"))
        : h(
            "button",
            { type: "button", class: "button big", onclick: () => run() },
            state === "ready" ? t("Đổi tất cả", "Convert all") : t("Đổi lại từ đầu", "Convert again"),
          ),
      state !== "running" && list.results.length
        ? h(
            "button",
            { type: "button", class: "button second", onclick: () => download() },
            icon("download"),
            t("Tải kết quả (CSV)", "Download the result (CSV)"),
          )
        : null,
    ),
  );
}

function counts() {
  if (!list) return "";
  const { results, rows, state } = list;
  const exact = results.filter((result) => result.exact).length;
  const asked = results.filter((result) => !result.exact && result.candidates?.length).length;
  const counted = [results.length, rows.length, exact, asked, results.length - exact - asked];
  const [done, all, certain, open, unknown] = counted.map((count) => count.toLocaleString(locale()));
  const said = t(
    `Đã đổi ${done} trên ${all} dòng: ${certain} chắc chắn, ${open} cần hỏi lại, ${unknown} chưa nhận ra.`,
    `${done} of ${all} rows: ${certain} certain, ${open} to be asked about, ${unknown} not recognised.`,
  );
  return state === "failed"
    ? t(
        "Không tải được danh mục đơn vị hành chính. Hãy thử lại khi có mạng.",
        "The lists of units could not be loaded. Try again with a network.",
      )
    : state === "stopped"
      ? `${t("Đã dừng.", "Stopped.")} ${said}`
      : said;
}

function run() {
  if (!list) return;
  stop();
  const current = list;
  Object.assign(current, { results: [], state: "running" });
  drawList();
  const own = (worker = new Worker(
    /** @type {any} */ (trustedScriptUrl(new URL("./address-worker.js", import.meta.url))),
    { type: "module" },
  ));
  /** @param {"done" | "failed"} state */
  const end = (state) => {
    own.terminate();
    if (own !== worker) return;
    worker = undefined;
    current.state = state;
    drawList();
  };
  own.addEventListener("error", () => end("failed"));
  own.addEventListener("message", ({ data }) => {
    if (own !== worker) return;
    if (data.failed) return end("failed");
    if (data.results) current.results.push(...data.results);
    const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById("progress"));
    if (bar) bar.value = current.results.length;
    if (data.done) end("done");
  });
  own.postMessage({ rows: current.rows.map((cells) => cells[current.column] ?? ""), options: { locale: locale() } });
}

/** Keeps what was converted until now. */
function stop() {
  if (!worker) return;
  worker.terminate();
  worker = undefined;
  if (list) list.state = "stopped";
  drawList();
}

function download() {
  if (!list) return;
  const { rows, results } = list;
  const width = Math.max(...rows.map((cells) => cells.length));
  const head = Array.from({ length: width }, (_, at) => t(`Cột ${at + 1}`, `Column ${at + 1}`));
  const added = [
    t("Kết quả", "Result"),
    t("Địa chỉ mới", "New address"),
    t("Xã, phường", "Commune"),
    t("Tỉnh, thành phố", "Province"),
    t("Mã", "Code"),
    t("Câu hỏi", "Question"),
    t("Có thể là", "May be"),
  ];
  const lines = results.map((result, at) => {
    const cells = [...(rows[at] ?? []), ...Array(width).fill("")].slice(0, width);
    const [unit] = result.exact ? result.candidates : [];
    const kind = result.exact
      ? t("chắc chắn", "certain")
      : result.candidates?.length
        ? t("cần hỏi", "ask")
        : t("chưa nhận ra", "not recognised");
    const others = result.exact
      ? ""
      : (result.candidates ?? [])
          .map((/** @type {any} */ other) => `${other.commune}, ${other.province} (${other.code})`)
          .join("; ");
    return [
      ...cells,
      kind,
      result.address ?? "",
      unit?.commune ?? "",
      unit?.province ?? "",
      unit?.code ?? "",
      result.question ?? "",
      others,
    ];
  });
  saveFile("dia-chi-moi.csv", writeCsv([[...head, ...added], ...lines]), "text/csv;charset=utf-8");
}

/** @param {"good" | "warning" | "error"} kind @param {string} words */
function notice(kind, words) {
  return h("div", { class: `notice ${kind}` }, icon(kind), h("div", {}, h("p", {}, words)));
}

/** @param {string | undefined} code */
function whatFailed(code) {
  if (code === "limit.input")
    return t(
      "Địa chỉ dài quá 10.000 ký tự. Hãy rút ngắn lại.",
      "The address is longer than 10,000 characters. Shorten it.",
    );
  return t(
    "Không tải được danh mục đơn vị hành chính. Hãy tải lại trang khi có mạng.",
    "The lists of units could not be loaded. Reload the page with a network.",
  );
}
