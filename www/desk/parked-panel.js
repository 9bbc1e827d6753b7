import { h } from "../shell/dom.js";
import { locale, t } from "../shell/locale.js";
import { button } from "./button.js";
import { HOURS } from "./kept.js";

/**
 * Citizens who come back: by number and service, without a name.
 * @param {import("./kept.js").Kept[]} all
 * @param {(service: string) => string} title of a service
 * @param {(kept: import("./kept.js").Kept) => void} open
 * @param {(kept: import("./kept.js").Kept) => void} drop
 */
export function parkedPanel(all, title, open, drop) {
  const nobody = t(
    "Chưa có ai. Người dân phải về lấy giấy tờ thì bấm “Để chờ” khi đang làm tờ khai.",
    "Nobody. When a citizen has to fetch a paper, press “Park” while the form is open.",
  );
  return h(
    "section",
    { class: "panel", id: "parked" },
    h("h2", {}, t("Đang để chờ", "Parked")),
    all.length
      ? h("ol", { class: "parked" }, ...all.map((kept) => item(kept, title, open, drop)))
      : h("p", { class: "hint" }, nobody),
    all.length
      ? h(
          "p",
          { class: "hint" },
          t(`Mã hóa trên máy này, tự xóa sau ${HOURS} giờ.`, `Encrypted, gone after ${HOURS} h.`),
        )
      : null,
  );
}

/**
 * @param {import("./kept.js").Kept} kept @param {(service: string) => string} title
 * @param {(kept: import("./kept.js").Kept) => void} open @param {(kept: import("./kept.js").Kept) => void} drop
 */
function item(kept, title, open, drop) {
  const number = h("span", { class: "number" }, `${kept.ticket}`);
  const actions = h("span", { class: "actions" });
  const first = () =>
    actions.replaceChildren(
      named(
        button("button second", t("Làm tiếp", "Go on"), () => open(kept)),
        kept,
      ),
      named(button("button quiet", t("Xóa", "Delete"), ask), kept),
    );
  const ask = () =>
    actions.replaceChildren(
      named(
        button("button danger", t("Xóa hẳn", "Delete for good"), () => drop(kept)),
        kept,
      ),
      named(button("button second", t("Giữ lại", "Keep"), first), kept),
    );
  first();
  return h(
    "li",
    {},
    number,
    h("span", { class: "what" }, h("b", {}, title(kept.service)), h("small", {}, lineOf(kept))),
    actions,
  );
}

/** @param {HTMLElement} control @param {import("./kept.js").Kept} kept */
function named(control, { ticket }) {
  control.append(h("span", { class: "hidden-visually" }, ` ${t("số", "number")} ${ticket}`));
  return control;
}

/** Since when, why, and what the helper wrote. @param {import("./kept.js").Kept} kept */
export function lineOf({ at, note, cut, finished }) {
  const when = new Date(at).toLocaleTimeString(locale() === "en" ? "en-GB" : "vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
  });
  return [
    t(`từ ${when}`, `since ${when}`),
    cut ? t("trang đóng giữa chừng", "the page was closed") : "",
    finished.length ? t(`xong ${finished.length} tờ`, `${finished.length} done`) : "",
    note,
  ]
    .filter(Boolean)
    .join(" · ");
}
