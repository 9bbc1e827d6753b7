import { t } from "../../shell/locale.js";

/** @typedef {import("./cells.js").Cell} Cell */

/**
 * The list with what was found beside it, for a spreadsheet: a row stays where it was, below a heading of its own where
 * the list has none.
 * @param {import("./conversion.js").Conversion} conversion
 * @returns {Cell[][]}
 */
export function resultTable({ rows, results, width, heading = -1 }) {
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
    const cells = [...(rows[at] ?? []), ...Array(width).fill(null)].slice(0, width);
    if (at === heading) return [...cells, ...added];
    return result.blank ? cells : [...cells, ...found(result)];
  });
  if (heading >= 0) return lines;
  const own = Array.from({ length: width }, (_, at) => t(`Cột ${at + 1}`, `Column ${at + 1}`));
  return [[...own, ...added], ...lines];
}

/** @param {any} result @returns {string[]} */
function found({ exact, chosen, address, candidates = [], question }) {
  const [unit] = exact ? candidates : [];
  const others = exact ? [] : candidates;
  const certain = chosen ? t("đã chọn", "chosen") : t("chắc chắn", "certain");
  return [
    exact ? certain : others.length ? t("cần hỏi", "ask") : t("chưa nhận ra", "not recognised"),
    address ?? "",
    unit?.commune ?? "",
    unit?.province ?? "",
    unit?.code ?? "",
    question ?? "",
    others.map((/** @type {any} */ other) => `${other.commune}, ${other.province} (${other.code})`).join("; "),
  ];
}
