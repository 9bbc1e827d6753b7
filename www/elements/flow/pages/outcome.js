import { h } from "../../dom.js";
import { notice } from "../../notice.js";

/** What became of this application, if it was handed to the portal. @param {any} ui */
function submissionOf(ui) {
  return ui.submission?.of === ui.sealed ? ui.submission : undefined;
}

/** @param {any} ui */
export function isSent(ui) {
  return submissionOf(ui)?.state === "sent";
}

/** The words about it; where nobody sends it, that the person has to. @param {any} ui @returns {HTMLElement[]} */
export function outcomeOf(ui) {
  const { state, receipt, status = "–" } = submissionOf(ui) ?? {};
  const again = h(
    "div",
    { class: "actions" },
    h("button", { type: "button", class: "button", onclick: () => void ui.submit() }, ui.message("sendAgain")),
  );
  const say = (/** @type {HTMLElement[]} */ ...parts) => [h("div", { role: "status" }, ...parts)];
  switch (state) {
    case "sending":
      return say(notice("good", ui.message("doneSend")), h("p", {}, ui.message("sending")));
    case "sent":
      return say(
        notice("good", ui.message("sendSent")),
        ...(receipt
          ? [
              h(
                "p",
                { class: "quote" },
                ui.message("sendReceipt"),
                " ",
                h("b", { class: "mono", translate: "no" }, receipt),
              ),
            ]
          : []),
      );
    case "refused":
      return say(notice("error", ui.message("sendRefused", { status })), again);
    case "offline":
      return say(notice("warning", ui.message("sendOffline")), again);
    default:
      return [notice("good", ui.message("doneLead"))];
  }
}
