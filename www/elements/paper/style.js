import { sheetsOf } from "../styles/sheets.js";
import { paper } from "./paper.css.js";

/** One for all elements of the page. */
const sheets = sheetsOf(paper);

/**
 * Gives an element's tree the sheet of what is printed. Where sheets cannot be made, `widget.css` has it.
 * @param {ShadowRoot} tree
 */
export function stylePaper(tree) {
  if (!sheets || tree.adoptedStyleSheets.includes(sheets[0])) return;
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, ...sheets];
}
