// The module `more` and the scripts that nobody needs without it: loaded together, after a form's first field.
export { default } from "./glue/more.js";
export * from "./glue/more.js";
export { convertTexts, forgetWords } from "./address-list.js";
export { inPresentUnits } from "./form-units.js";
