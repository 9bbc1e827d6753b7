/** The pages after the first one: loaded once that stands. */
export { differ } from "./differ.js";
export { done } from "./done.js";
export { read } from "./read.js";
export { review } from "./review.js";
export { sectionPage } from "./section.js";
