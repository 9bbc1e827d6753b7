export { icon } from "../../pkg/widget/kit.js";
