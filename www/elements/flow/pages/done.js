import { h } from "../../dom.js";
import { icon } from "../../icons.js";
import { printButton } from "../../paper/print-button.js";
import { Sheet } from "../../paper/sheet.js";
import { stylePaper } from "../../paper/style.js";
import { canShare, digestOf, digestPicture, numberOf, saveSealed, shareSealed } from "../sealed.js";
import { pdfButton } from "../pdf-button.js";
import { nextSteps } from "./next-steps.js";
import { isSent, outcomeOf } from "./outcome.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function done(ui) {
  const digest = digestOf(ui.sealed);
  stylePaper(ui.tree);
  const sheet = new Sheet(ui.flow, ui.locale);
  // What is nearly always wanted next, so that it is there when it is pressed; who counts bytes is asked first.
  if (!(/** @type {any} */ (navigator).connection?.saveData)) void sheet.load().catch(() => {});
  const [print, printing] = printButton(ui, sheet, { locale: ui.locale, label: ui.message("donePrint"), kind: "" });
  const [pdf, said] = pdfButton(ui.sealed, (key) => ui.message(key));
  print.dataset.part = "print";
  pdf.dataset.part = "pdf";
  const button = (
    /** @type {string} */ kind,
    /** @type {any} */ picture,
    /** @type {any} */ key,
    /** @type {() => void} */ onclick,
  ) =>
    h(
      "button",
      { type: "button", class: `button big ${kind}`, "data-part": key, onclick },
      icon(picture),
      ui.message(key),
    );
  return {
    title: ui.message("doneTitle"),
    printed: sheet.element,
    block: [
      ...outcomeOf(ui),
      h("slot", { name: "done" }),
      h(
        "p",
        { class: "quote" },
        ui.message("doneNumber"),
        " ",
        h("b", { class: "mono", translate: "no" }, numberOf(ui.flow.id, digest)),
      ),
      h(
        "div",
        { class: "actions top" },
        print,
        pdf,
        button("second", "download", "doneDownload", () => saveSealed(ui.flow)),
        canShare() ? button("second", "share", "doneShare", () => void shareSealed(ui.flow)) : null,
      ),
      printing,
      said,
      isSent(ui) ? null : nextSteps(ui),
      h(
        "details",
        { class: "panel", "data-part": "digest" },
        h("summary", {}, ui.message("doneDigest")),
        h("p", { class: "hint" }, ui.message("doneDigestHint")),
        h("p", { class: "mono digest", translate: "no" }, ...groupsOf(digest)),
        digestPicture(digest, ui.message("doneQr")),
      ),
      ui.formDraft.days ? wiping(ui) : null,
      h(
        "div",
        { class: "actions", "data-part": "again" },
        h("button", { type: "button", class: "button second", onclick: () => ui.startAgain() }, ui.message("doneNew")),
      ),
    ],
  };
}

/** On a device that others use nothing of this person should stay. @param {any} ui */
function wiping(ui) {
  return h(
    "section",
    { class: "panel", "aria-labelledby": "wiping" },
    h("h3", { id: "wiping" }, ui.message("doneKept")),
    h("p", {}, ui.message("doneKeptWords")),
    h("button", { type: "button", class: "button danger", onclick: () => ui.startAgain() }, ui.message("doneWipe")),
  );
}

/** In groups of eight, with places to break. @param {string} digest */
function groupsOf(digest) {
  return (digest.match(/.{1,8}/g) ?? []).flatMap((group) => [group, " "]);
}
