// Writes www/styles/components.css, www/styles/tokens.css and www/elements/widget.css from the elements' own sheets, so
// that page and elements look of one hand.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { paper } from "../elements/paper/paper.css.js";
import { components } from "../elements/styles/components.css.js";
import { themes } from "../elements/themes/themes.css.js";
import { locked } from "../elements/wishes/locked.css.js";
import { tokens } from "../elements/styles/tokens.css.js";
import { widget } from "../elements/styles/widget.css.js";

const note = "/* Written by `node www/tools/css.mjs` from www/elements/styles/. */";

/** @type {[string, string][]} */
export const files = [
  ["../styles/components.css", note + tokens + components],
  // What a page needs before the sheet of its elements has come.
  ["../styles/tokens.css", note + tokens],
  ["../elements/widget.css", note + tokens + components + widget + paper + locked + themes],
];

/** The files that are not as their source says. */
export function stale() {
  return files
    .filter(([file, text]) => readFileSync(new URL(file, import.meta.url), "utf8") !== text)
    .map(([file]) => file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [file, text] of files) writeFileSync(new URL(file, import.meta.url), text);
}
