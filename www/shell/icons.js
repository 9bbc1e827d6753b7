export { icon } from "../../pkg/widget/page-common.js";
