import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { titleOf } from "./catalogue.js";
import { keepingPanel } from "./keeping-panel.js";
import { shiftPanel } from "./shift.js";
import { queuePanel } from "./queue-panel.js";
import { tallyPanel } from "./tally-panel.js";
import { isTraining, trainingAddress } from "./training.js";

/**
 * What stands beside the citizen at hand.
 * @param {object} desk
 * @param {number} desk.ticket of the citizen at hand
 * @param {() => import("./kept.js").Kept[]} desk.parked
 * @param {() => HTMLElement} desk.parkedNow their panel
 * @param {boolean} desk.only whether this is the only desk of the browser
 * @param {HTMLElement} desk.offline
 * @param {() => void} desk.called the queue changed
 * @param {() => void} desk.redraw
 * @param {(on: boolean) => void} desk.keeps the choice whether the open form is kept
 * @param {() => void} desk.wipe
 */
export function panels({ ticket, parked, parkedNow, only, offline, called, redraw, keeps, wipe }) {
  const help = h("section", { class: "panel" }, offline);
  if (isTraining()) return [help];
  const practice = t("Tập làm với thẻ mẫu", "Practise with sample cards");
  help.append(h("a", { href: trainingAddress(true) }, practice));
  return [
    queuePanel(ticket, called),
    parkedNow(),
    shiftPanel(parked, titleOf, ticket),
    tallyPanel(titleOf, redraw),
    keepingPanel({ possible: only, changed: keeps, wipe }),
    help,
  ];
}
