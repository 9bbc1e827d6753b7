import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { button } from "./button.js";
import { HOURS } from "./kept.js";
import { MONTHS } from "./tally.js";

const KEY = "cancuoc.desk.keep";

/** Whether the citizen at hand is kept when the page ends. */
export function keeps() {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

/**
 * What this device keeps, and for how long; with the choice whether the form at hand outlives its page.
 * @param {object} panel
 * @param {boolean} panel.possible not in a second tab
 * @param {(on: boolean) => void} panel.changed
 * @param {() => void} panel.wipe everything but the tally
 */
export function keepingPanel({ possible, changed, wipe }) {
  const box = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", id: "keep", disabled: !possible }));
  box.checked = possible && keeps();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, box.checked ? "yes" : "no");
    } catch {
      box.checked = false; // storage is forbidden: nothing can be kept
    }
    changed(box.checked);
  });
  const hint = possible
    ? t(
        `Tắt thì tải lại, đóng trang hay máy tắt là mất tờ khai ấy. Bật thì mã hóa, giữ tối đa ${HOURS} giờ.`,
        `Off: a reload, a closed page or a dead battery loses it. On: encrypted, for ${HOURS} hours at most.`,
      )
    : t(
        "Bàn hỗ trợ đang mở ở một thẻ khác của trình duyệt này: hãy dùng thẻ ấy, ở đây không giữ được.",
        "The desk is open in another tab of this browser: use that one, nothing can be kept here.",
      );
  return h(
    "section",
    { class: "panel", id: "keeping" },
    h("h2", {}, t("Máy này giữ gì", "What this device keeps")),
    h(
      "label",
      { class: "check", for: "keep" },
      box,
      h(
        "span",
        {},
        t("Giữ tờ khai đang làm khi trang bị đóng", "Keep the open form when the page is closed"),
        h("small", {}, hint),
      ),
    ),
    h(
      "ul",
      { class: "hint" },
      h("li", {}, t("Hàng chờ: chỉ số thứ tự, trong ngày.", "The queue: numbers only, for the day.")),
      h(
        "li",
        {},
        t(
          `Người để chờ: mã hóa, ${HOURS} giờ, hoặc đến khi làm tiếp hay xóa.`,
          `Parked citizens: encrypted, ${HOURS} hours, or until you go on or delete.`,
        ),
      ),
      h(
        "li",
        {},
        t(
          `Tổng kết: chỉ số đếm, ${MONTHS} tháng, hoặc đến khi xóa.`,
          `The tally: counts only, ${MONTHS} months, or until it is cleared.`,
        ),
      ),
      h("li", {}, t("Ngoài ra không giữ gì của người dân.", "Nothing else of a citizen is kept.")),
    ),
    wiping(wipe),
  );
}

/** @param {() => void} wipe */
function wiping(wipe) {
  const place = h("div", { class: "actions" });
  const first = () =>
    place.replaceChildren(button("button quiet", t("Xóa hết, trừ tổng kết", "Wipe all but the tally"), ask));
  const ask = () =>
    place.replaceChildren(
      h(
        "span",
        { role: "status" },
        t(
          "Xóa người đang làm, hàng chờ và mọi người để chờ?",
          "Wipe the citizen at hand, the queue and all who are parked?",
        ),
      ),
      button("button danger", t("Xóa hẳn", "Wipe"), wipe),
      button("button second", t("Giữ lại", "Keep"), first),
    );
  first();
  return place;
}
