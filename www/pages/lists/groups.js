import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { button, count } from "./words.js";

/** Groups on a page. */
const PAGE = 10;

/**
 * Rows that are, or may be, of one person.
 * @param {number} all how many groups there are
 * @param {(name: string, values: object) => Promise<any>} ask the list's thread
 */
export function groupsPanel(all, ask) {
  if (!all) return "";
  const place = h("div", {});
  const panel = h(
    "details",
    { class: "panel", id: "groups" },
    h("summary", {}, t(`Trùng nhau: ${count(all)} nhóm`, `Duplicates: ${count(all)} groups`)),
    place,
  );
  let shown = 0;
  const more = async () => {
    /** @type {readonly import("../../../pkg/list.js").GroupView[]} */
    const groups = await ask("groups", { page: { from: shown, count: PAGE } }).catch(() => []);
    shown += groups.length;
    place.querySelector(".more")?.remove();
    place.append(...groups.map(group));
    if (shown < all && groups.length)
      place.append(button("button second more", t("Xem thêm", "Show more"), () => void more()));
  };
  panel.addEventListener("toggle", () => shown || void more(), { once: true });
  return panel;
}

/** @param {import("../../../pkg/list.js").GroupView} group */
function group({ by, sure, people }) {
  const why = {
    pin: t("cùng số định danh", "the same personal number"),
    nameAndBirth: t("cùng họ tên và ngày sinh", "the same name and birth"),
    likeness: t("gần giống nhau", "alike"),
  }[by];
  const title = sure ? t("Một người", "One person") : t("Có thể là một người", "May be one person");
  const line = (/** @type {import("../../../pkg/list.js").RowView} */ { row, fields }) => {
    const value = (/** @type {string} */ name) => fields.find(({ field }) => field === name)?.to ?? "";
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, count(row + 1)),
      ...["fullName", "birthDate", "pin"].map((name) => h("td", {}, value(name))),
    );
  };
  return h(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": title },
    h("table", {}, h("caption", {}, `${title}, ${why}`), h("tbody", {}, ...people.map(line))),
  );
}
