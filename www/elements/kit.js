/** What each page of the site takes of the elements' tools. Not part of the package's interface. */
export { h, svg } from "./dom.js";
export { icon } from "./icons.js";
export { sheets } from "./styles/sheets.js";
export { trustedScriptUrl } from "./trusted.js";
