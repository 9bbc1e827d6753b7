export { h, svg } from "../../pkg/widget/kit.js";
