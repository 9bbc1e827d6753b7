import { h } from "../../dom.js";
import { localised } from "../../format.js";
import { nextButton } from "./page.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function papers(ui) {
  const { state } = ui.flow;
  const list = ui.flow.papers.map((/** @type {any} */ paper) => {
    const kind = { original: "paperOriginal", copy: "paperCopy", present: "paperPresent" }[
      /** @type {"original"} */ (paper.kind)
    ];
    const said = [
      kind ? ui.message(kind) : "",
      paper.optional ? ui.message("paperOptional") : "",
      localised(paper.note, ui.locale),
      paper.inDatabase && !paper.note ? ui.message("papersInDatabase") : "",
    ]
      .filter(Boolean)
      .join(" · ");
    return h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: Boolean(state.papers[paper.id]),
        onchange: (/** @type {any} */ event) =>
          ui.set({ papers: { ...ui.flow.state.papers, [paper.id]: event.target.checked } }),
      }),
      h("span", {}, localised(paper.label, ui.locale), said ? h("small", {}, said) : null),
    );
  });
  return {
    title: ui.message("papersTitle"),
    block: [
      h(
        "div",
        { class: "panel" },
        h(
          "fieldset",
          { class: "field" },
          h("legend", { class: "hidden-visually" }, ui.message("papersTitle")),
          h("p", { class: "hint" }, ui.message("papersHint")),
          ...list,
        ),
      ),
      nextButton(ui, () => ui.go(ui.flow.after("papers"))),
    ],
  };
}
