import { saveFile } from "../../../pkg/widget/page-scan.js";
import { locale, t } from "../../shell/locale.js";
import { once } from "./job.js";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv;charset=utf-8",
};

/**
 * Writes the result into a file beside the one that was read; a `.csv` holds the list alone.
 * @param {readonly import("./answer.js").Kept<import("../../../pkg/list.js").PackedTable>[]} all
 * @param {string} file that was read @param {"xlsx" | "csv"} format
 */
export async function saveResult(all, file, format) {
  const tables = format === "csv" ? all.slice(0, 1) : all;
  const written = await once("./file-worker.js", "write", { tables, format, locale: locale() });
  saveFile(`${file.replace(/\.[^.]*$/, "")}-da-lam-sach.${format}`, written, TYPES[format]);
}

/** What stands in the file, and what does not. @param {"xlsx" | "csv"} format */
export function savedWords(format) {
  if (format === "csv")
    return t(
      "Đã tải danh sách (.csv). Thay đổi, việc cần làm và người trùng chỉ có trong tệp .xlsx.",
      "The list was downloaded (.csv). Changes, tasks and duplicates are in the .xlsx only.",
    );
  const kept = t(
    "Đã tải kết quả: cột của tệp giữ nguyên, cột đã làm sạch ở bên phải; thay đổi, việc cần làm ở trang riêng.",
    "Downloaded: the file's columns as they were, cleaned ones on their right; changes, tasks in other sheets.",
  );
  const lost = t(
    "Màu, khung và công thức của tệp không được chép sang.",
    "Colours, borders and formulas of the file are not copied.",
  );
  return `${kept} ${lost}`;
}
