import { h } from "../../dom.js";
import { icon } from "../../icons.js";
import { notice } from "../../notice.js";
import { digestOf, digestPicture, saveSealed } from "../sealed.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function done(ui) {
  const digest = digestOf(ui.sealed);
  return {
    title: ui.message("doneTitle"),
    block: [
      notice("good", ui.message("doneLead")),
      h(
        "div",
        { class: "actions top" },
        h(
          "button",
          { type: "button", class: "button big", onclick: () => saveSealed(ui.flow) },
          icon("download"),
          ui.message("doneDownload"),
        ),
        h(
          "button",
          { type: "button", class: "button second big", onclick: () => print() },
          icon("print"),
          ui.message("donePrint"),
        ),
      ),
      h(
        "section",
        { class: "panel" },
        h("h3", {}, ui.message("doneDigest")),
        h("p", { class: "mono digest", translate: "no" }, ...groupsOf(digest)),
        digestPicture(digest, ui.message("doneQr")),
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button second", onclick: () => ui.startAgain() }, ui.message("doneNew")),
      ),
    ],
  };
}

/** In groups of eight, with places to break. @param {string} digest */
function groupsOf(digest) {
  return (digest.match(/.{1,8}/g) ?? []).flatMap((group) => [group, " "]);
}
