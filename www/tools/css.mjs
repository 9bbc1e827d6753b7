// Writes www/styles/components.css from the elements' own sheets, so that page and elements look of one hand.
import { writeFileSync } from "node:fs";
import { components } from "../elements/styles/components.css.js";
import { tokens } from "../elements/styles/tokens.css.js";

export const css = `/* Written by \`node www/tools/css.mjs\` from www/elements/styles/. */${tokens}${components}`;
if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL("../styles/components.css", import.meta.url), css);
}
