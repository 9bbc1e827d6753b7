import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";
import { count } from "./words.js";

/**
 * Đúng, đủ, sạch, sống of a list, each with what it means.
 * @param {import("../../../pkg/people.js").PeopleSummary} summary
 * @returns {{ name: string, means: string, value: number }[]}
 */
export function qualities({ correct, complete, tidy, current }) {
  return [
    {
      name: t("Đúng", "Correct"),
      means: t("không có lỗi, không phải hỏi", "no error, nothing to ask"),
      value: correct,
    },
    {
      name: t("Đủ", "Complete"),
      means: t("có số, họ tên, ngày sinh, giới tính", "number, name, birth, sex"),
      value: complete,
    },
    {
      name: t("Sạch", "Clean"),
      means: t("không phải sửa gì so với tệp", "nothing to change in the file"),
      value: tidy,
    },
    {
      name: t("Sống", "Current"),
      means: t("thẻ còn hạn, địa chỉ theo đơn vị hiện nay", "valid card, units of today"),
      value: current,
    },
  ];
}

/** @param {import("../../../pkg/people.js").PeopleSummary} summary */
export function countsPanel(summary) {
  const { people, skipped, blank, duplicates, possibleDuplicates, changes } = summary;
  const tiles = qualities(summary).map(({ name, means, value }) =>
    h(
      "li",
      {},
      h("span", { class: "name" }, name),
      h("b", { class: "number" }, count(value)),
      h("span", { class: "share" }, share(value, people)),
      h("small", {}, means),
    ),
  );
  const lines = [
    t(`${count(changes)} chỗ đã sửa.`, `${count(changes)} changes.`),
    duplicates
      ? t(`${count(duplicates)} dòng lặp lại một người đã có.`, `${count(duplicates)} rows repeat somebody.`)
      : "",
    possibleDuplicates
      ? t(`${count(possibleDuplicates)} nhóm có thể trùng.`, `${count(possibleDuplicates)} groups may be one person.`)
      : "",
    skipped
      ? t(
          `${count(skipped)} dòng không phải người được giữ nguyên.`,
          `${count(skipped)} rows that are no people were left as they are.`,
        )
      : "",
    blank ? t(`${count(blank)} dòng trống.`, `${count(blank)} blank rows.`) : "",
  ];
  return h(
    "section",
    { class: "panel", id: "counts", "aria-labelledby": "counts-title" },
    h("h2", { id: "counts-title" }, t(`${count(people)} người`, `${count(people)} people`)),
    h("ul", { class: "tiles" }, ...tiles),
    h("p", {}, lines.filter(Boolean).join(" ")),
  );
}

/** @param {number} value @param {number} all */
export function share(value, all) {
  if (!all) return "";
  const percent = (100 * value) / all;
  // Nothing that is missing is rounded away.
  const shown = value < all ? Math.min(Math.floor(percent * 10) / 10, 99.9) : 100;
  return `${locale() === "en" ? shown : String(shown).replace(".", ",")}%`;
}
