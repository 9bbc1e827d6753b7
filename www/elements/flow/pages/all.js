/** The pages after the first one: loaded once that stands. */
export { printedSheet } from "../sheet.js";
export { differ } from "./differ.js";
export { done } from "./done.js";
export { read } from "./read.js";
export { review } from "./review.js";
export { sectionPage } from "./section.js";
