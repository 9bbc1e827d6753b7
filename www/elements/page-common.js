/** For each page of the site: the elements' way to build a document. Not part of the package's interface. */
export { h, svg } from "./dom.js";
export { icon } from "./icons.js";
export { sheets } from "./styles/sheets.js";
export { trustedScriptUrl } from "./trusted-types.js";
