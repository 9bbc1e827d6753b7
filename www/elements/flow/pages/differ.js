import { h } from "../../dom.js";
import { formatAnswer } from "../../format.js";
import { afterDiffer } from "../actions.js";
import { nextButton } from "./page.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function differ(ui) {
  const { state } = ui.flow;
  const blocks = state.conflicts.map((/** @type {any} */ conflict) => {
    const field = ui.flow.field(conflict.path) ?? { type: "text" };
    const wrong = ui.problems.find((/** @type {any} */ each) => each.path === conflict.path);
    const pick = (/** @type {"kept" | "offered"} */ which, /** @type {any} */ word, /** @type {number} */ index) =>
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "radio",
          name: conflict.path,
          id: index ? `f-${conflict.path}-${index}` : `f-${conflict.path}`,
          checked: state.chosen[conflict.path] === which,
          onchange: () => ui.set({ chosen: { ...ui.flow.state.chosen, [conflict.path]: which } }),
        }),
        h("span", {}, ui.message(word, { value: formatAnswer(field, conflict[which], ui.locale) })),
      );
    return h(
      "fieldset",
      { class: wrong ? "field wrong" : "field", "data-path": conflict.path },
      h("legend", {}, ui.flow.label(conflict.path)),
      wrong ? h("span", { class: "wrong-words" }, wrong.message) : null,
      pick("offered", "conflictTake", 0),
      pick("kept", "conflictKeep", 1),
    );
  });
  return { title: ui.message("conflictTitle"), block: [...blocks, nextButton(ui, () => afterDiffer(ui))] };
}
