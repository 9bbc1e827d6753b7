import { saveFile } from "../../pkg/widget/page-scan.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { t } from "../shell/locale.js";
import { nextNumber, queue, setQueue } from "./queue.js";
import { clearTally, csv, day, entries } from "./tally.js";

/**
 * Beside the citizen at hand: who waits, and what was done today.
 * @param {HTMLElement} side @param {() => void} called after a number was given
 */
export function drawSide(side, called) {
  const redraw = () => drawSide(side, called);
  side.setAttribute("aria-label", t("Hàng chờ và tổng kết ngày", "Queue and the day's tally"));
  side.replaceChildren(queuePanel(redraw, called), tallyPanel(redraw));
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

/** @param {() => void} redraw */
function tallyPanel(redraw) {
  const all = entries();
  const today = all.filter((entry) => entry.day === day(new Date()));
  const finished = today.filter((entry) => entry.outcome === "sealed");
  const clear = () => {
    clearTally();
    redraw();
  };
  const meaning = t(
    "hoàn tất / lượt. Không có tên, số hay địa chỉ của ai.",
    "finished / citizens. No names, numbers or addresses.",
  );
  return h(
    "section",
    { class: "panel" },
    h("h2", {}, t("Hôm nay", "Today")),
    h("p", { class: "sum" }, `${finished.length} / ${today.length}`),
    h("p", { class: "hint" }, meaning),
    h(
      "button",
      { type: "button", class: "button second", onclick: download, "aria-disabled": all.length ? null : "true" },
      icon("download"),
      t("Tải tổng kết (CSV)", "Download the tally (CSV)"),
    ),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "button quiet", onclick: clear }, t("Xóa tổng kết", "Clear the tally")),
    ),
  );
}

function download() {
  const all = entries();
  if (!all.length) return;
  const heads = [
    t("ngày", "day"),
    t("giờ", "hour"),
    t("dịch vụ", "service"),
    t("kết quả", "outcome"),
    t("phút", "minutes"),
  ];
  saveFile(`tong-ket-${day(new Date())}.csv`, csv(all, heads), "text/csv");
}
