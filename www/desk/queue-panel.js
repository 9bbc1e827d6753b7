import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { button } from "./button.js";
import { nextNumber, queue, setQueue } from "./queue.js";

/** Who waits. @param {number} atDesk the number of the citizen at hand @param {() => void} changed */
export function queuePanel(atDesk, changed) {
  const waiting = queue();
  const nobody = t(
    "Chưa có ai chờ. Hàng chờ chỉ ghi số thứ tự, không ghi tên.",
    "Nobody waits. The queue holds numbers, no names.",
  );
  const give = () => {
    setQueue([...queue(), nextNumber()]);
    changed();
  };
  return h(
    "section",
    { class: "panel", id: "queue" },
    h("h2", {}, t("Hàng chờ", "Queue")),
    waiting.length
      ? h("ol", { class: "queue" }, ...waiting.map((number) => queueItem(number, number === atDesk, changed)))
      : h("p", { class: "hint" }, nobody),
    button("button second", t("Phát số", "Give a number"), give),
  );
}

/** @param {number} number @param {boolean} atDesk @param {() => void} changed */
function queueItem(number, atDesk, changed) {
  const remove = () => {
    setQueue(queue().filter((each) => each !== number));
    changed();
  };
  const removing = button("button quiet", t("Bỏ", "Remove"), remove);
  removing.append(h("span", { class: "hidden-visually" }, ` ${number}`));
  return h(
    "li",
    {},
    h("span", { class: "number" }, `${number}`),
    atDesk ? h("span", { class: "tag qr" }, t("đang làm", "at the desk")) : removing,
  );
}
