import { blocks } from "./blocks.css.js";
import { controls } from "./controls.css.js";
import { text } from "./text.css.js";

/** The components that the page and the elements share. Classes are local to a shadow tree or to our own pages. */
export const components = text + controls + blocks;
