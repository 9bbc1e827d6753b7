import { reading } from "../../reading-module.js";
import { h } from "../dom.js";
import { notice } from "../notice.js";
import { how } from "./pages/how.js";
import { scan } from "./pages/scan.js";

/** The other pages, which the first field does not need. @type {typeof import("./pages/all.js") | undefined} */
let pages;

/** Loads what comes after the first page. */
export async function loadPages() {
  pages ??= await import("./pages/all.js");
}

/**
 * The page of the step at which the flow stands; what a step needs and is not there leads to the first one.
 * @param {any} ui @returns {import("./pages/page.js").Page}
 */
export function screenOf(ui) {
  const { flow } = ui;
  const { step, readings, conflicts, sealed } = flow.state;
  if (step === "how") return how(ui);
  if (step === "scan" || step === "mrz") return scan(ui, step);
  if (!pages) return coming(ui, loadPages());
  // A draft knows cards before what reads them has come.
  if (CARD_PAGES.includes(step) && readings.length && !reading.ready) return coming(ui, reading.init());
  // "whose" and "papers" were pages of their own in drafts of before.
  if ((step === "read" || step === "whose") && readings.length) return pages.read(ui);
  if (step === "differ" && conflicts.length) return pages.differ(ui);
  if (step === "review" || step === "papers") return pages.review(ui);
  if (step === "done" && sealed) return pages.done(ui);
  const sheet = step.startsWith("section:") ? flow.sheetWith(step.slice(8)) : undefined;
  if (!sheet) return how(ui);
  const { own } = flow.state;
  if (!own.includes(sheet.section.id)) flow.state.own = [...own, sheet.section.id];
  flow.offerDefaults(/** @type {any[]} */ ([sheet.section, ...sheet.folded]).flatMap((section) => section.fields));
  // What was filled in may have changed which sections there are.
  return pages.sectionPage(ui, flow.sheetWith(sheet.section.id) ?? sheet);
}

const CARD_PAGES = ["read", "whose", "differ"];

/**
 * Whoever is faster than the line waits a moment.
 * @param {any} ui @param {Promise<void>} loading @returns {import("./pages/page.js").Page}
 */
function coming(ui, loading) {
  const words = h("div", { role: "status" }, ui.message("loading"));
  loading.then(
    () => ui.draw("title"),
    () => words.replaceChildren(notice("error", ui.message("coreMissing"))),
  );
  return { title: ui.flow.form.title, block: [words] };
}
