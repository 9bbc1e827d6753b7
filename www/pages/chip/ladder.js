import { svg } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { STEPS, stepName } from "./messages.js";

/**
 * The ladder of assurance: reached rungs are green, a mark stands on the last one.
 * @param {string} reached
 * @param {boolean} stopped something is wrong: the mark is red
 */
export function ladder(reached, stopped) {
  const place = STEPS.indexOf(reached);
  const height = 46 * STEPS.length + 14;
  const y = (/** @type {number} */ step) => height - 34 - 46 * step;
  const title = t(
    `Bậc tin cậy: ${stepName(reached)}, bậc ${place} trên ${STEPS.length - 1}`,
    `Assurance: ${stepName(reached)}, step ${place} of ${STEPS.length - 1}`,
  );
  return svg(
    "svg",
    { class: `ladder${stopped ? " stopped" : ""}`, viewBox: `0 0 320 ${height}`, role: "img", "aria-label": title },
    svg("path", { class: "rail", d: `M14 8V${height - 8}M82 8V${height - 8}` }),
    ...STEPS.flatMap((step, at) => {
      const is = at <= place && at > 0 ? " reached" : "";
      return [
        svg("path", { class: `rung${is}`, d: `M18 ${y(at)}H78` }),
        svg("text", { class: `${is}${at === place ? " now" : ""}`.trim(), x: 104, y: y(at) + 5 }, stepName(step)),
      ];
    }),
    svg("circle", { class: "here", cx: 48, cy: y(place), r: 14 }),
    svg("path", {
      class: "tick",
      d: stopped
        ? `M43 ${y(place) - 5}l10 10m0-10l-10 10`
        : place > 0
          ? `M42 ${y(place)}l4 5 8-9`
          : `M43 ${y(place)}h10`,
    }),
  );
}
