import { qrPicture } from "../../pkg/widget/page-scan.js";
import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { splitForCodes } from "./code-parts.js";

/**
 * The codes of a sealed form, one after the other; by hand where motion is not wanted.
 * @param {unknown} application
 */
export async function handover(application) {
  const parts = await splitForCodes(application);
  const place = h("div");
  const said = h("p", { role: "status", class: "hint" });
  let at = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */ let timer;
  const show = () => {
    const label = t(`Mã ${at + 1} trên ${parts.length}`, `Code ${at + 1} of ${parts.length}`);
    const picture = qrPicture(parts[at], label);
    if (picture) place.replaceChildren(picture);
    count.textContent = label;
  };
  const step = (/** @type {number} */ by) => {
    at = (at + by + parts.length) % parts.length;
    show();
  };
  const count = h("p", { class: "number" });
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = t("Tự chạy", "Play");
  };
  const start = () => {
    timer = setInterval(() => (place.isConnected ? step(1) : stop()), 450);
    play.textContent = t("Dừng lại", "Pause");
  };
  const play = h("button", { type: "button", class: "button second", onclick: () => (timer ? stop() : start()) });
  show();
  if (parts.length > 1 && !matchMedia("(prefers-reduced-motion: reduce)").matches) start();
  else stop();
  said.textContent = t(
    "Trên điện thoại của người dân, mở trang “Nhận tờ khai” (receive.html) rồi hướng camera vào đây.",
    "On the citizen's phone open the page “Take over a form” (receive.html) and point the camera here.",
  );
  const move = (/** @type {number} */ by, /** @type {string} */ words) =>
    h(
      "button",
      {
        type: "button",
        class: "button second",
        onclick: () => {
          stop();
          step(by);
        },
      },
      words,
    );
  return h(
    "div",
    { class: "handover" },
    said,
    place,
    count,
    parts.length > 1
      ? h("div", { class: "actions top" }, move(-1, t("Mã trước", "Previous")), play, move(1, t("Mã sau", "Next")))
      : null,
  );
}
