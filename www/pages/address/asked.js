import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";

/** Rows that are shown at once. */
const SHOWN = 10;

/**
 * The rows that have to be asked about, each with the units to choose from.
 * @param {import("./conversion.js").Conversion} conversion
 */
export function askedRows(conversion) {
  const { asked, state } = conversion;
  if (!asked.length || state === "running") return "";
  const number = (/** @type {number} */ value) => value.toLocaleString(locale());
  const items = asked
    .slice(0, SHOWN)
    .map(({ row, result }) =>
      h(
        "li",
        {},
        h(
          "p",
          {},
          h("small", {}, t(`Dòng ${number(row + 1)}`, `Row ${number(row + 1)}`)),
          " ",
          h("b", {}, conversion.text(row)),
        ),
        h("p", {}, result.question ?? ""),
        h(
          "div",
          { class: "actions" },
          ...result.candidates.map((/** @type {any} */ unit) =>
            h(
              "button",
              { type: "button", class: "button second", onclick: () => conversion.settle(row, unit) },
              `${unit.commune}, ${unit.province}`,
            ),
          ),
        ),
      ),
    );
  return h(
    "details",
    { id: "asked", open: true },
    h("summary", {}, t(`Cần hỏi lại: ${number(asked.length)} dòng`, `To be asked about: ${number(asked.length)} rows`)),
    h("ol", { class: "units" }, ...items),
    asked.length > SHOWN
      ? h(
          "p",
          { class: "hint" },
          t("Chọn xong dòng nào thì dòng tiếp theo hiện ra.", "When one is chosen the next one shows."),
        )
      : null,
  );
}
