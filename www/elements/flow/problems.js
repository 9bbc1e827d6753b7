import { h } from "../dom.js";
import { notice } from "../notice.js";

/**
 * The same problems in the language of now.
 * @param {any} ui the form's element @param {any[]} problems
 */
export function sameProblems(ui, problems) {
  if (!problems.length) return problems;
  const now = ui.flow.checked.findings;
  return problems.map(
    (problem) =>
      now.find((/** @type {any} */ finding) => finding.code === problem.code && finding.path === problem.path) ??
      (problem.key ? { ...problem, message: ui.message(problem.key) } : problem),
  );
}

/** In place of a form that does not open. @param {string} words @param {string} label @param {() => void} again */
export function refusal(words, label, again) {
  return h(
    "div",
    {},
    h("div", { role: "alert" }, notice("error", words)),
    h("div", { class: "actions" }, h("button", { type: "button", class: "button second", onclick: again }, label)),
  );
}
