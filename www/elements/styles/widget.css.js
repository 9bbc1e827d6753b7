import { answers } from "./answers.css.js";
import { frame } from "./frame.css.js";
import { scan } from "./scan.css.js";

/** What only the elements need. */
export const widget = frame + scan + answers;
