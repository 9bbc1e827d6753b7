import { dark as dusk } from "../styles/dark.css.js";
import { PRESETS } from "./presets.js";

/** A preset as it is, and where the page or its own word says dark. */
const rules = Object.entries(PRESETS).map(([name, { shape = "", light, dark }]) => {
  const preset = `[theme~="${name}"]`;
  // Of the three words the host's own; without one it goes with the page around (theme.js).
  const follows = (/** @type {string} */ scheme) =>
    `:host(${preset}[data-cc-scheme="${scheme}"]:not([theme~="light"]):not([theme~="dark"]):not([theme~="auto"]))`;
  return `
:host(${preset}) { color-scheme: light; ${shape} ${light} }
:host(${preset}) .choice { border-color: var(--cc-line-strong); }
:host(${preset}) .choice:hover { border-color: var(--cc-accent); }
:host(${preset}[theme~="auto"]), ${follows("auto")} { color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :host(${preset}[theme~="auto"]), ${follows("auto")} { ${dusk} ${dark} } }
:host(${preset}[theme~="dark"]), ${follows("dark")} { color-scheme: dark; ${dusk} ${dark} }`;
});

/** Comes to an element that names one of them. */
export const themes = rules.join("\n");
