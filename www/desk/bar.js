import { formatPerson } from "../../pkg/widget/page-scan.js";
import { h } from "../shell/dom.js";
import { locale, t } from "../shell/locale.js";
import { button } from "./button.js";

/**
 * Whom the desk helps, what comes next, and the ways on.
 * @param {object} now
 * @param {import("./citizen.js").Citizen} now.citizen
 * @param {string} now.words what to do
 * @param {boolean} now.parks whether this citizen can be parked
 * @param {() => void} now.park
 * @param {() => void} now.next
 * @param {HTMLElement} now.note of the helper
 */
export function barParts({ citizen, words, parks, park, next, note }) {
  const title = citizen.ticket
    ? t(`Đang giúp số ${citizen.ticket}`, `Helping number ${citizen.ticket}`)
    : t("Đang giúp một người dân", "Helping a citizen");
  const name = citizen.card?.person.fullName;
  const going = button("button danger", t("Người tiếp theo", "Next person"), next);
  going.id = "next";
  const parking = button("button second", t("Để chờ", "Park"), park);
  parking.id = "park";
  return [
    h("h2", { tabindex: "-1", id: "now" }, title),
    h("div", { class: "ways" }, parks ? parking : null, going),
    name
      ? h(
          "p",
          { class: "card-read" },
          t("Đã đọc thẻ: ", "Card read: "),
          h("b", {}, formatPerson("fullName", name, locale())),
        )
      : null,
    h("p", { class: "hint words" }, words),
    parks ? note : null,
  ].filter((part) => part !== null);
}

/** What the helper writes for who goes on with this citizen. @param {import("./citizen.js").Citizen} citizen */
export function noteField(citizen) {
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: "note", autocomplete: "off", maxlength: 120 })
  );
  input.value = citizen.note;
  input.addEventListener("input", () => (citizen.note = input.value.trim()));
  return h(
    "details",
    { class: "note" },
    h("summary", {}, t("Ghi chú của cán bộ", "Note of the helper")),
    h(
      "div",
      { class: "field" },
      h("label", { for: "note" }, t("Ví dụ: chờ lấy giấy chứng sinh", "For example: fetches a paper")),
      input,
    ),
  );
}
