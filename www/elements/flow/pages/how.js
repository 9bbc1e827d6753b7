import { h } from "../../dom.js";
import { icon } from "../../icons.js";
import { wantedAssurance } from "../assurance.js";
import { draftTools } from "../draft-tools.js";
import { loadScan } from "./scan.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function how(ui) {
  const words = (/** @type {any} */ label, /** @type {any} */ hint) =>
    h("span", {}, h("b", {}, ui.message(label)), h("small", {}, ui.message(hint)));
  const way = (
    /** @type {any} */ name,
    /** @type {any} */ label,
    /** @type {any} */ hint,
    /** @type {() => void} */ go,
  ) =>
    h(
      "li",
      { "data-part": label },
      h("button", { type: "button", class: "choice", onclick: go }, icon(name), words(label, hint)),
    );
  const { state } = ui.flow;
  return {
    title: ui.message("howTitle"),
    block: [
      h("slot", { name: "intro" }),
      h(
        "ul",
        { class: "choices" },
        way("qr", "howScan", "howScanHint", () => ui.go("scan")),
        h("li", { "data-part": "howPhoto" }, photo(ui, words("howPhoto", "howPhotoHint"))),
        way("lines", "howMrz", "howMrzHint", () => ui.go("mrz")),
        wantedAssurance(ui) ? null : way("pen", "howHand", "howHandHint", () => ui.go(ui.flow.firstSection)),
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

/** Takes a photo at once: the phone opens its camera. @param {any} ui @param {HTMLElement} words */
function photo(ui, words) {
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", accept: "image/*", capture: "environment", id: "how-photo" })
  );
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    ui.go("scan");
    await loadScan().catch(() => {});
    await ui.tree.querySelector("cancuoc-scan")?.readPhoto?.(file);
  });
  return h("div", { class: "file" }, input, h("label", { class: "choice", for: "how-photo" }, icon("camera"), words));
}
