import { components } from "./components.css.js";
import { tokens } from "./tokens.css.js";
import { widget } from "./widget.css.js";

/** The text of the elements' sheet; `widget.css` is the same as a file, with what is printed. */
export const css = tokens + components + widget;

/** One sheet for all elements of the page; where it cannot be made a link takes its place. */
export const sheets = sheetsOf(css);

/** A sheet of this text; `undefined` where sheets cannot be made (Safari before 16.4). @param {string} text */
export function sheetsOf(text) {
  if (typeof CSSStyleSheet === "undefined" || !("replaceSync" in CSSStyleSheet.prototype)) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [sheet];
}
