import { sheetsOf } from "../styles/sheets.js";
import { locked } from "./locked.css.js";

/** One for all elements of the page. */
const sheets = sheetsOf(locked);

/** Where sheets cannot be made, `widget.css` has it. @param {ShadowRoot} tree */
export function styleLocked(tree) {
  if (!sheets || tree.adoptedStyleSheets.includes(sheets[0])) return;
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, ...sheets];
}
