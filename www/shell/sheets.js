import { sheets } from "../../pkg/widget/page-common.js";
import { h } from "./dom.js";

/** The page wears the sheet of its elements, which is there already: `components.css` need not be fetched. */
export function adoptSheets() {
  if (sheets) document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  else document.head.prepend(h("link", { rel: "stylesheet", href: "./styles/components.css" }));
}
