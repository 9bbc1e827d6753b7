import { h } from "../../dom.js";
import { notice } from "../../notice.js";
import { wantedAssurance } from "../assurance.js";

/** @param {any} ui @param {"scan" | "mrz"} mode @returns {import("./page.js").Page} */
export function scan(ui, mode) {
  const element = h(
    "cancuoc-scan",
    {
      locale: ui.locale,
      modes: mode === "mrz" ? "mrz" : "camera photo text",
      on: ui.flow.options.on,
      theme: ui.getAttribute("theme"),
      quiet: ui.hasAttribute("quiet"),
      exportparts: "body, camera-button",
      onreading: (/** @type {CustomEvent} */ event) => ui.takeReading(event.detail),
      onerror: (/** @type {CustomEvent} */ event) => ui.emit("error", event.detail),
    },
    h("p", { role: "status" }, ui.message("loading")),
  );
  // Until what scans is there, the element's children are what is seen.
  loadScan().catch(() => element.replaceChildren(notice("error", ui.message("coreMissing"))));
  return {
    title: ui.message(mode === "mrz" ? "howMrz" : "scanStep"),
    block: [
      element,
      h(
        "div",
        { class: "actions" },
        mode === "scan"
          ? h(
              "button",
              { type: "button", class: "button quiet", "data-part": "toMrz", onclick: () => ui.go("mrz") },
              ui.message("howMrz"),
            )
          : null,
        wantedAssurance(ui) && !ui.flow.state.back
          ? null
          : h(
              "button",
              {
                type: "button",
                class: "button quiet",
                onclick: () => ui.go(ui.flow.state.back || ui.flow.firstSection),
              },
              ui.message("howHand"),
            ),
      ),
    ],
  };
}

/** What scans is not needed for the first field: it comes right after it. */
export async function loadScan() {
  const { defineScan } = await import("../../define-scan.js");
  defineScan();
}
