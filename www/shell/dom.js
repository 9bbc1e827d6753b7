export { h, svg } from "../../pkg/widget/dom.js";
