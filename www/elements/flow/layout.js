import { progressBar } from "../art.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { notice } from "../notice.js";
import { notSaved } from "./not-saved.js";
import { draftTools } from "./draft-tools.js";
import { errorSummary } from "./error-summary.js";

/**
 * What stands around the block of a page: the way back, words about the draft, where in the form one is, the error
 * summary and the heading.
 * @param {any} ui the form's element
 * @param {import("./pages/page.js").Page} page
 * @param {(path: string) => void} jump to the field of an error
 * @returns {{ place: HTMLElement, heading: HTMLElement, summary: HTMLElement | null }}
 */
export function layout(ui, { title, block }, jump) {
  const { flow, formDraft, problems } = ui;
  const { state } = flow;
  const inside = state.step !== "how" && state.step !== "done";
  const heading = h("h2", { tabindex: "-1", id: "title", part: "title" }, title);
  const summary = problems.length ? errorSummary(problems, ui.locale, jump) : null;
  const aloud = h("div", { class: "aloud", hidden: true });
  const place = h(
    "div",
    { class: "screen" },
    state.trail.length && state.step !== "done"
      ? h(
          "button",
          { type: "button", class: "button quiet back", onclick: () => ui.back() },
          icon("back"),
          ui.message("back"),
        )
      : "",
    formDraft.opened ? notice("info", ui.message("draftKept")) : "",
    formDraft.forbidden ? notSaved(ui) : "",
    h("section", { class: "step", "aria-labelledby": "title" }, ...caption(ui), summary, heading, aloud, ...block),
    inside ? draftTools(ui) : "",
  );
  if ("speechSynthesis" in globalThis) offerLater(aloud, ui.locale);
  return { place, heading, summary };
}

/** Once the page stands: nobody waits for it. @param {HTMLElement} place @param {"vi" | "en"} locale */
function offerLater(place, locale) {
  setTimeout(() =>
    import("./read-aloud.js").then(
      ({ offerReading }) => offerReading(place, locale),
      () => {},
    ),
  );
}

/** The pages on which a card is read: together they are one step. */
const READING = ["scan", "mrz", "read", "differ"];

/** The form's title, and how far one is. @param {any} ui */
function caption(ui) {
  const { form, pages, state } = ui.flow;
  // Whoever reads a card on the way is still on the page that asked for it.
  const shown = READING.includes(state.step) ? state.back || "how" : state.step;
  const at = pages.indexOf(shown);
  if (state.step === "how" || state.step === "done" || at < 0) return [h("p", { class: "caption" }, form.title)];
  const all = pages.length - (state.sealed ? 1 : 0);
  const words = `${form.title} · ${ui.message("step", { n: at + 1, all })}`;
  return [h("p", { class: "caption" }, words), progressBar(at + 1, all)];
}

/**
 * Leads eye and keyboard to a heading or a summary, once the page stands: before, the browser would have to lay it out
 * twice. Who has gone into a field by then is left there.
 * @param {any} ui @param {HTMLElement} target
 */
export function moveFocus(ui, target) {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (!target.isConnected || ui.tree.activeElement) return;
      target.focus({ preventScroll: true });
      (ui.flow?.state.trail.length ? ui : target).scrollIntoView({ block: "start" });
    }),
  );
}
