import { t } from "../../shell/locale.js";

/**
 * The list with what was found beside it, for a spreadsheet.
 * @param {import("./conversion.js").Conversion} conversion
 * @returns {string[][]}
 */
export function resultTable({ rows, results, width }) {
  const own = Array.from({ length: width }, (_, at) => t(`Cột ${at + 1}`, `Column ${at + 1}`));
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
    return [...cells, ...found(result)];
  });
  return [[...own, ...added], ...lines];
}

/** @param {any} result @returns {string[]} */
function found({ exact, address, candidates = [], question }) {
  const [unit] = exact ? candidates : [];
  const others = exact ? [] : candidates;
  return [
    exact ? t("chắc chắn", "certain") : others.length ? t("cần hỏi", "ask") : t("chưa nhận ra", "not recognised"),
    address ?? "",
    unit?.commune ?? "",
    unit?.province ?? "",
    unit?.code ?? "",
    question ?? "",
    others.map((/** @type {any} */ other) => `${other.commune}, ${other.province} (${other.code})`).join("; "),
  ];
}
