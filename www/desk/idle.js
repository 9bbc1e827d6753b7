import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";

/** The warning comes so long before the end, or halfway where the whole time is short. Milliseconds. */
const WARNING = 60_000;

/**
 * Calls `end` when nobody has touched the page for a while; a bar warns before.
 * @param {number} most milliseconds without a touch
 * @param {() => boolean} busy whether there is a citizen's data to wipe
 * @param {() => void} end
 */
export function watchIdle(most, busy, end) {
  let touched = Date.now();
  const touch = () => (touched = Date.now());
  for (const type of ["pointerdown", "keydown", "input", "reading"])
    addEventListener(type, touch, { capture: true, passive: true });
  const warning = h("div", { class: "update", role: "alert", hidden: true });
  document.body.append(warning);
  setInterval(() => {
    const left = most - (Date.now() - touched);
    warning.hidden = !busy() || left > Math.min(WARNING, most / 2);
    if (!busy() || left > WARNING) return;
    if (left <= 0) return end();
    if (!warning.childElementCount) warning.append(bar(touch));
  }, 500);
}

/** @param {() => void} onclick */
function bar(onclick) {
  const words = t(
    "Lâu không có ai bấm. Dữ liệu của người này sắp được xóa.",
    "Nobody has touched this for a while. This citizen's data will soon be wiped.",
  );
  return h(
    "div",
    { class: "wrap" },
    h("span", {}, words),
    h("button", { type: "button", class: "button", onclick }, t("Vẫn đang làm", "Still working")),
  );
}
