import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";

/** @param {"good" | "warning" | "error"} kind @param {string} words */
export function notice(kind, words) {
  return h("div", { class: `notice ${kind}` }, icon(kind), h("div", {}, h("p", {}, words)));
}
