export { h, svg } from "../elements/dom.js";
