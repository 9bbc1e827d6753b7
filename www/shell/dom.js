export { h, svg } from "../../pkg/widget/page-common.js";
