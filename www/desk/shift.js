import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, t } from "../shell/locale.js";
import { button } from "./button.js";
import { printAlone, printedTable } from "./printing.js";
import { lineOf } from "./parked-panel.js";
import { summed } from "./periods.js";
import { point } from "./point.js";
import { queue } from "./queue.js";
import { entries } from "./tally.js";

/**
 * What the next shift has to know: who waits, who is parked and why, what was done today. By numbers, without a name.
 * @param {() => import("./kept.js").Kept[]} parked
 * @param {(service: string) => string} title of a service
 * @param {number} atDesk the number of the citizen at hand
 */
export function shiftPanel(parked, title, atDesk) {
  return h(
    "section",
    { class: "panel", id: "shift" },
    h("h2", {}, t("Giao ca", "Hand over the shift")),
    h(
      "p",
      { class: "hint" },
      t(
        "Ca sau làm tiếp ngay trên máy này: hàng chờ và người để chờ vẫn còn. Phiếu giao ca ghi số, không ghi tên.",
        "The next shift goes on at this device: queue and parked citizens stay. The sheet has numbers, no names.",
      ),
    ),
    h(
      "div",
      { class: "actions" },
      button(
        "button second",
        t("In phiếu giao ca", "Print the hand-over"),
        () => printed(parked(), title, atDesk),
        icon("print"),
      ),
    ),
  );
}

/** @param {import("./kept.js").Kept[]} parked @param {(service: string) => string} title @param {number} atDesk */
function printed(parked, title, atDesk) {
  const now = new Date();
  const waiting = queue().filter((number) => number !== atDesk);
  const { finished, people } = summed(entries(), "day", now);
  const none = t("không có", "none");
  const when = now.toLocaleString(locale() === "en" ? "en-GB" : "vi-VN", { dateStyle: "short", timeStyle: "short" });
  printAlone(
    "shift-sheet",
    h("h1", {}, t("PHIẾU GIAO CA BÀN HỖ TRỢ", "HAND-OVER OF THE HELP DESK")),
    h("p", {}, [point(), when].filter(Boolean).join(", ")),
    h("p", {}, `${t("Đang làm", "At the desk")}: ${atDesk ? t(`số ${atDesk}`, `number ${atDesk}`) : none}`),
    h("p", {}, `${t("Đang chờ", "Waiting")}: ${waiting.join(", ") || none}`),
    h(
      "p",
      {},
      t(`Hôm nay: ${finished} tờ khai, ${people} lượt giúp`, `Today: ${finished} forms, ${people} times helped`),
    ),
    h("h2", {}, `${t("Để chờ", "Parked")}: ${parked.length || none}`),
    parked.length
      ? printedTable(
          [t("Số", "Number"), t("Dịch vụ", "Service"), t("Tình trạng", "State")],
          parked.map((kept) => [kept.ticket, title(kept.service), lineOf({ ...kept, note: "" })]),
        )
      : null,
    h("p", {}, t("Bên giao ký: ……………………  Bên nhận ký: ……………………", "Handed over by: ……………  Taken over by: ……………")),
  );
}
