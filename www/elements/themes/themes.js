import { warnOnce } from "../../setup.js";
import { sheetsOf } from "../styles/sheets.js";
import { PRESETS } from "./presets.js";
import { themes } from "./themes.css.js";

/** One for all elements of the page. */
const sheets = sheetsOf(themes);

const KNOWN = [...Object.keys(PRESETS), "light", "dark", "auto"];

/**
 * Gives an element the looks that its attribute `theme` names. Where sheets cannot be made, `widget.css` has them.
 * @param {HTMLElement} element
 */
export function wear(element) {
  for (const word of (element.getAttribute("theme") ?? "").split(/\s+/))
    if (word && !KNOWN.includes(word))
      warnOnce(`widget.theme_unknown: theme="${word}" is unknown; there are ${KNOWN.join(", ")}`);
  const tree = /** @type {ShadowRoot} */ (element.shadowRoot);
  if (!sheets || tree.adoptedStyleSheets.includes(sheets[0])) return;
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, ...sheets];
}
