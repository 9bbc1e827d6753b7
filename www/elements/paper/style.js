import { paper } from "./paper.css.js";

/** One for all elements of the page. @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Gives an element's tree the sheet of what is printed. Where sheets cannot be made, `widget.css` has it.
 * @param {ShadowRoot} tree
 */
export function stylePaper(tree) {
  if (typeof CSSStyleSheet === "undefined" || !("replaceSync" in CSSStyleSheet.prototype)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(paper);
  }
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}
