import { h } from "../dom.js";

/**
 * The block about the draft, folded; what stands in it comes once the page does. Nothing where no draft is kept.
 * @param {any} ui the form's element
 */
export function draftTools(ui) {
  if (!ui.formDraft.days) return null;
  const block = h("details", { class: "draft" }, h("summary", {}, ui.message("draftSummary")));
  setTimeout(() =>
    import("./draft-inside.js").then(
      ({ draftInside }) => block.append(...draftInside(ui)),
      () => {},
    ),
  );
  return block;
}
