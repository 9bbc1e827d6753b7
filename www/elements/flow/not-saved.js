import { notice } from "../notice.js";

/** That the browser does not save what is typed. @param {any} ui the form's element */
export function notSaved(ui) {
  const words = notice("warning", ui.message("draftForbidden"));
  words.classList.add("not-saved");
  return words;
}
