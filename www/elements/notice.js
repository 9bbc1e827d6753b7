import { h } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A block of words with its icon.
 * @param {"info" | "warning" | "error" | "good"} kind
 * @param {...(Node | string | null | undefined | false)} children paragraphs; a string becomes one
 */
export function notice(kind, ...children) {
  const paragraphs = children.filter(Boolean).map((child) => (typeof child === "string" ? h("p", {}, child) : child));
  return h("div", { class: kind === "info" ? "notice" : `notice ${kind}` }, icon(kind), h("div", {}, ...paragraphs));
}
