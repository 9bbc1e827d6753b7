import { h } from "../../dom.js";
import { icon } from "../../icons.js";
import { notice } from "../../notice.js";
import { digestOf, digestPicture, saveSealed } from "../sealed.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function done(ui) {
  const digest = digestOf(ui.sealed);
  return {
    title: ui.say("doneTitle"),
    block: [
      notice("good", ui.say("doneLead")),
      h(
        "div",
        { class: "actions top" },
        h(
          "button",
          { type: "button", class: "button big", onclick: () => saveSealed(ui.flow) },
          icon("download"),
          ui.say("doneDownload"),
        ),
        h(
          "button",
          { type: "button", class: "button second big", onclick: () => print() },
          icon("print"),
          ui.say("donePrint"),
        ),
      ),
      h(
        "section",
        { class: "panel" },
        h("h3", {}, ui.say("doneDigest")),
        h("p", { class: "mono digest", translate: "no" }, ...groupsOf(digest)),
        digestPicture(digest, ui.say("doneQr")),
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button second", onclick: () => ui.startAgain() }, ui.say("doneNew")),
      ),
    ],
  };
}

/** In groups of eight, with places to break. @param {string} digest */
function groupsOf(digest) {
  return (digest.match(/.{1,8}/g) ?? []).flatMap((group) => [group, " "]);
}
