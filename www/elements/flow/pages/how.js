import { h } from "../../dom.js";
import { icon } from "../../icons.js";
import { draftTools } from "../draft-tools.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function how(ui) {
  const way = (
    /** @type {any} */ name,
    /** @type {any} */ label,
    /** @type {any} */ hint,
    /** @type {() => void} */ go,
  ) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "choice", onclick: go },
        icon(name),
        h("span", {}, h("b", {}, ui.message(label)), h("small", {}, ui.message(hint))),
      ),
    );
  const { state } = ui.flow;
  return {
    title: ui.message("howTitle"),
    block: [
      h(
        "ul",
        { class: "choices" },
        way("qr", "howScan", "howScanHint", () => ui.go("scan")),
        way("lines", "howMrz", "howMrzHint", () => ui.go("mrz")),
        way("pen", "howHand", "howHandHint", () => ui.go(ui.flow.firstSection)),
      ),
      state.readings.length
        ? h(
            "div",
            { class: "actions" },
            h("button", { type: "button", class: "button", onclick: () => ui.go("read") }, ui.message("howHave")),
          )
        : null,
      draftTools(ui),
    ],
  };
}
