/** For pages of the site that take a photo of a card's back. Not part of the package's interface. */
export { BackPanel } from "./scan/back-panel.js";
export { cardOf } from "./scan/card-of.js";
