import { h } from "../dom.js";
import { icon } from "../icons.js";
import { notice } from "../notice.js";
import { printAlone } from "./print.js";
import { words } from "./words.js";

/**
 * A button that prints the official form, and the place where it says what came of it.
 * @param {HTMLElement} host the element that is printed @param {import("./sheet.js").Sheet} sheet
 * @param {{ locale: "vi" | "en", label: string, kind: string }} options
 * @returns {[HTMLElement, HTMLElement]}
 */
export function printButton(host, sheet, { locale, label, kind }) {
  const said = h("div", { role: "status" });
  const onclick = () => void printForm(host, sheet, locale, said);
  return [h("button", { type: "button", class: `button big ${kind}`, onclick }, icon("print"), label), said];
}

/**
 * @param {HTMLElement} host @param {import("./sheet.js").Sheet} sheet @param {"vi" | "en"} locale
 * @param {HTMLElement} said
 */
export async function printForm(host, sheet, locale, said) {
  if (!sheet.isOfficial) said.replaceChildren(h("p", { class: "hint" }, words(locale, "making")));
  try {
    await sheet.load();
  } catch {
    const onclick = () => printAlone(host);
    said.replaceChildren(
      notice(
        "error",
        words(locale, "failed"),
        h("button", { type: "button", class: "button second", onclick }, words(locale, "plain")),
      ),
    );
    return;
  }
  said.replaceChildren();
  printAlone(host);
}
