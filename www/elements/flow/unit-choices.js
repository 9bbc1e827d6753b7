import { h } from "../dom.js";

/** At most so many communes are offered. */
const MOST_CANDIDATES = 12;

/**
 * The communes that a former one became, each a button.
 * @param {{ commune: string, province: string }[]} candidates @param {(unit: any) => void} choose
 */
export function unitChoices(candidates, choose) {
  const choices = candidates.slice(0, MOST_CANDIDATES).map((unit) => {
    const words = `${unit.commune}, ${unit.province}`;
    return h("li", {}, h("button", { type: "button", class: "button second", onclick: () => choose(unit) }, words));
  });
  return h("ul", { class: "choices" }, ...choices);
}
