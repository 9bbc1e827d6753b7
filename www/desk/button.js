import { h } from "../shell/dom.js";

/** @param {string} style @param {string} words @param {() => void} onclick @param {Node} [sign] */
export function button(style, words, onclick, sign) {
  return h("button", { type: "button", class: style, onclick }, sign, words);
}
