import { differ } from "./pages/differ.js";
import { done } from "./pages/done.js";
import { how } from "./pages/how.js";
import { papers } from "./pages/papers.js";
import { read } from "./pages/read.js";
import { review } from "./pages/review.js";
import { scan } from "./pages/scan.js";
import { sectionPage } from "./pages/section.js";
import { whose } from "./pages/whose.js";

/**
 * The page of the step at which the flow stands; what a step needs and is not there leads to the first one.
 * @param {any} ui @returns {import("./pages/page.js").Page}
 */
export function screenOf(ui) {
  const { flow } = ui;
  const { step, readings, conflicts, sealed } = flow.state;
  if (step === "scan" || step === "mrz") return scan(ui, step);
  if (step === "read" && readings.length) return read(ui);
  if (step === "whose") return whose(ui);
  if (step === "differ" && conflicts.length) return differ(ui);
  if (step === "papers") return papers(ui);
  if (step === "review") return review(ui);
  if (step === "done" && sealed) return done(ui);
  const section = flow.sections.find((/** @type {any} */ each) => `section:${each.id}` === step);
  if (!section) return how(ui);
  flow.offerDefaults(section);
  return sectionPage(ui, section);
}
