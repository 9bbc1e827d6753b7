import { differ } from "./pages/differ.js";
import { done } from "./pages/done.js";
import { how } from "./pages/how.js";
import { read } from "./pages/read.js";
import { review } from "./pages/review.js";
import { scan } from "./pages/scan.js";
import { sectionPage } from "./pages/section.js";

/**
 * The page of the step at which the flow stands; what a step needs and is not there leads to the first one.
 * @param {any} ui @returns {import("./pages/page.js").Page}
 */
export function screenOf(ui) {
  const { flow } = ui;
  const { step, readings, conflicts, sealed } = flow.state;
  if (step === "scan" || step === "mrz") return scan(ui, step);
  // "whose" was a page of its own in drafts of before.
  if ((step === "read" || step === "whose") && readings.length) return read(ui);
  if (step === "differ" && conflicts.length) return differ(ui);
  if (step === "review" || step === "papers") return review(ui);
  if (step === "done" && sealed) return done(ui);
  const sheet = step.startsWith("section:") ? flow.sheetWith(step.slice(8)) : undefined;
  if (!sheet) return how(ui);
  flow.offerDefaults([sheet.section, ...sheet.folded].flatMap((section) => section.fields));
  // What was filled in may have changed which sections there are.
  return sectionPage(ui, flow.sheetWith(sheet.section.id) ?? sheet);
}
