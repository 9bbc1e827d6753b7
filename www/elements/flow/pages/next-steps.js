import { h } from "../../dom.js";
import { localised } from "../../format.js";

/**
 * What to do now: hand it in where, by which code of the portal, with what, how long it takes and what it costs; what
 * is not known is left out. The catalogue's entry comes from the host (`about`).
 * @param {any} ui
 */
export function nextSteps(ui) {
  const { flow, locale } = ui;
  const about = ui.about ?? {};
  const say = (/** @type {any} */ words) => localised(words, locale);
  const office = OFFICES.map((id) => flow.value(id)).find((value) => typeof value === "string" && value.includes(" "));
  const where = office ?? say(about.authority);
  const codes = about.portalCodes ?? [];
  const papers = [...(about.papers ?? []), ...flow.papers];
  const needed = papers.filter((paper, index) => papers.findIndex(({ id }) => id === paper.id) === index);
  const facts = /** @type {[any, any][]} */ ([
    ["nextTerm", about.term],
    ["nextFee", about.fee],
    ["nextNote", about.note],
  ]).filter(([, words]) => say(words));
  return h(
    "section",
    { class: "panel next-steps", "aria-labelledby": "next-steps" },
    h("h3", { id: "next-steps" }, ui.message("nextTitle")),
    h(
      "ol",
      {},
      where
        ? h("li", {}, h("b", {}, ui.message("nextWhere")), " ", where, h("small", {}, ui.message("nextHow")))
        : null,
      codes.length
        ? h("li", {}, h("b", {}, ui.message("nextPortal")), " ", ui.message("nextCodes", { codes: codes.join(", ") }))
        : null,
      needed.length ? h("li", {}, h("b", {}, ui.message("papersTitle")), ...papersList(ui, needed)) : null,
      ...facts.map(([key, words]) => h("li", {}, h("b", {}, ui.message(key)), " ", say(words))),
    ),
    about.basis
      ? h(
          "p",
          { class: "hint" },
          ui.message("nextBasis"),
          " ",
          [about.basis.article, about.basis.document].filter(Boolean).join(", "),
        )
      : null,
  );
}

/** Fields in which a form says to whom it is addressed. */
const OFFICES = ["authority", "to"];

/** @param {any} ui @param {any[]} papers */
function papersList(ui, papers) {
  const { state } = ui.flow;
  return papers.map((paper) => {
    const kind = { original: "paperOriginal", copy: "paperCopy", present: "paperPresent" }[
      /** @type {"original"} */ (paper.kind)
    ];
    const said = [
      kind ? ui.message(kind) : "",
      paper.optional ? ui.message("paperOptional") : "",
      localised(paper.note, ui.locale),
      paper.inDatabase && !paper.note ? ui.message("papersInDatabase") : "",
    ];
    return h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: Boolean(state.papers[paper.id]),
        onchange: (/** @type {any} */ event) =>
          ui.set({ papers: { ...ui.flow.state.papers, [paper.id]: event.target.checked } }),
      }),
      h("span", {}, localised(paper.label, ui.locale), h("small", {}, said.filter(Boolean).join(" · "))),
    );
  });
}
