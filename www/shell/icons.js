export { icon } from "../elements/icons.js";
