import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { qualities, share } from "./counts.js";
import { roleOf } from "./kinds.js";
import { count } from "./words.js";

/** Kinds on one page of paper. */
const MOST = 18;

/**
 * One page to print, without anybody's data.
 * @param {import("../../../pkg/list.js").ListOverview} overview @param {string} file @param {string} sheet
 */
export function report({ summary, kinds, columns }, file, sheet) {
  const { people } = summary;
  const now = new Date();
  const day = [now.getDate(), now.getMonth() + 1, now.getFullYear()].join("/");
  const known = columns.filter(({ field }) => field).length;
  const line = (/** @type {string[]} */ cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell)));
  const head = (/** @type {string[]} */ cells) =>
    h("thead", {}, h("tr", {}, ...cells.map((cell) => h("th", { scope: "col" }, cell))));
  const left = kinds.length - MOST;
  return h(
    "section",
    { class: "report", id: "report" },
    h("h1", {}, t("BÁO CÁO LÀM SẠCH DANH SÁCH", "REPORT ON A CLEANED LIST")),
    h(
      "p",
      {},
      t("Tệp: ", "File: "),
      h("b", {}, file),
      t(", trang tính: ", ", sheet: "),
      h("b", {}, sheet),
      t(". Ngày lập: ", ". Date: "),
      day,
      ".",
    ),
    h("p", {}, `${totals(summary, known).join("; ")}.`),
    h(
      "table",
      {},
      head([t("Tiêu chí", "Criterion"), t("Nghĩa là", "Meaning"), t("Số người", "People"), t("Tỷ lệ", "Share")]),
      h(
        "tbody",
        {},
        ...qualities(summary).map(({ name, means, value }) => line([name, means, count(value), share(value, people)])),
      ),
    ),
    h("h2", {}, t("Từng loại", "By kind")),
    h(
      "table",
      {},
      head([t("Loại", "Kind"), t("Mục", "Field"), t("Nội dung", "What"), t("Số dòng", "Rows")]),
      h(
        "tbody",
        {},
        ...kinds.slice(0, MOST).map((kind) => line([roleOf(kind), kind.label, kind.message, count(kind.rows)])),
      ),
    ),
    left > 0
      ? h(
          "p",
          {},
          t(`Và ${count(left)} loại khác, xem trong tệp kết quả.`, `And ${count(left)} other kinds: see the result.`),
        )
      : null,
    h(
      "p",
      { class: "small" },
      t(
        "Báo cáo chỉ có số đếm, không có dữ liệu của ai. Danh sách được kiểm tra trên máy này.",
        "The report holds counts and nobody's data. The list was checked on this device.",
      ),
    ),
  );
}

/** @param {import("../../../pkg/people.js").PeopleSummary} summary @param {number} known columns */
function totals({ people, changes, questions, wrong, duplicates, possibleDuplicates }, known) {
  return [
    t(
      `${count(people)} người, ${count(known)} cột được kiểm tra`,
      `${count(people)} people, ${count(known)} columns checked`,
    ),
    t(`${count(changes)} chỗ đã sửa`, `${count(changes)} changes`),
    t(`${count(questions)} câu hỏi còn mở`, `${count(questions)} open questions`),
    t(`${count(wrong)} dòng sai`, `${count(wrong)} wrong rows`),
    t(`${count(duplicates)} dòng trùng chắc chắn`, `${count(duplicates)} certain duplicates`),
    t(`${count(possibleDuplicates)} nhóm có thể trùng`, `${count(possibleDuplicates)} groups that may be one person`),
  ];
}
