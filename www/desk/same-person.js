import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { button } from "./button.js";

/**
 * After a form: the next one of the same service, or another service for the same person.
 * @param {{ id: string, title: string } | undefined} next of the service's forms
 * @param {(id: string) => void} start @param {() => void} other
 */
export function samePersonPanel(next, start, other) {
  const linked = next
    ? button("button big", t(`Làm tiếp: ${next.title}`, `Next form: ${next.title}`), () => start(next.id))
    : null;
  return h(
    "section",
    { class: "panel", id: "same-person", "aria-labelledby": "same-person-title" },
    h("h2", { id: "same-person-title" }, t("Cùng người này", "The same person")),
    h(
      "p",
      {},
      next
        ? t(
            "Dịch vụ này còn một tờ khai. Những gì đã đọc và đã khai được điền sẵn.",
            "This service has one more form. What was read and answered is filled in.",
          )
        : t(
            "Người này còn việc khác thì không phải quét thẻ lại.",
            "If this person needs something else, the card is not read again.",
          ),
    ),
    h(
      "div",
      { class: "actions" },
      linked,
      button("button second", t("Cùng người này, tờ khai khác", "Same person, another form"), other),
    ),
  );
}
