export { icon } from "../../pkg/widget/icons.js";
