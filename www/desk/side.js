import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { nextNumber, queue, setQueue } from "./queue.js";
import { tallyPanel } from "./tally-panel.js";

/**
 * Beside the citizen at hand: who waits, and what was done today.
 * @param {HTMLElement} side @param {() => void} called after a number was given
 * @param {(service: string) => string} title of a service
 */
export function drawSide(side, called, title) {
  const redraw = () => drawSide(side, called, title);
  side.setAttribute("aria-label", t("Hàng chờ và tổng kết ngày", "Queue and the day's tally"));
  side.replaceChildren(queuePanel(redraw, called), tallyPanel(title, redraw));
}

/** @param {() => void} redraw @param {() => void} called */
function queuePanel(redraw, called) {
  const waiting = queue();
  const nobody = t(
    "Chưa có ai chờ. Hàng chờ chỉ ghi số thứ tự, không ghi tên.",
    "Nobody waits. The queue holds numbers, no names.",
  );
  const give = () => {
    setQueue([...queue(), nextNumber()]);
    redraw();
    called();
  };
  return h(
    "section",
    { class: "panel" },
    h("h2", {}, t("Hàng chờ", "Queue")),
    waiting.length
      ? h("ol", { class: "queue" }, ...waiting.map((number, index) => queueItem(number, index === 0, redraw)))
      : h("p", { class: "hint" }, nobody),
    h("button", { type: "button", class: "button second", onclick: give }, t("Phát số", "Give a number")),
  );
}

/** @param {number} number @param {boolean} atDesk @param {() => void} redraw */
function queueItem(number, atDesk, redraw) {
  const remove = () => {
    setQueue(queue().filter((each) => each !== number));
    redraw();
  };
  return h(
    "li",
    {},
    h("span", { class: "number" }, `${number}`),
    atDesk
      ? h("span", { class: "tag qr" }, t("đang làm", "at the desk"))
      : h(
          "button",
          { type: "button", class: "button quiet", onclick: remove },
          t("Bỏ", "Remove"),
          h("span", { class: "hidden-visually" }, ` ${number}`),
        ),
  );
}
