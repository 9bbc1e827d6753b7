import { ladder, qualityList } from "../../art.js";
import { h } from "../../dom.js";
import { formatPerson, formatSource, localised } from "../../format.js";
import { isMessageKey } from "../../messages.js";
import { notice } from "../../notice.js";
import { afterRead, forgetCard } from "../actions.js";
import { nextButton } from "./page.js";

/**
 * What the card says, one line on how far it can be relied on, and whose card it is. Ladder and report of quality are
 * for officers: folded.
 * @param {any} ui @returns {import("./page.js").Page}
 */
export function read(ui) {
  const { flow, locale } = ui;
  const { identity } = flow;
  const facts = Object.entries(identity.fields).filter(([name]) => isMessageKey(name));
  const findings = [...identity.findings].filter(
    (finding, index, all) => all.findIndex((other) => other.message === finding.message) === index,
  );
  const both = flow.state.readings.some((/** @type {any} */ reading) => reading.source === "mrz");
  return {
    title: ui.message("readTitle"),
    block: [
      h("p", { class: "lead" }, ui.message("readLead")),
      h(
        "section",
        { class: "panel" },
        h("dl", { class: "facts" }, ...facts.map(([name, field]) => fact(ui, name, field))),
      ),
      findings.length
        ? h(
            "section",
            { "aria-labelledby": "findings" },
            h("h3", { id: "findings" }, ui.message("readFindings")),
            ...findings.map((finding) => finding && notice(finding.severity, wordsOf(ui, finding))),
          )
        : null,
      whose(ui),
      h(
        "details",
        { class: "reliability" },
        h("summary", {}, `${ui.message("ladderTitle")}: ${ui.message(identity.assurance)}`),
        ladder(identity.assurance, locale),
        qualityList(identity.quality, locale),
      ),
      h(
        "div",
        { class: "actions" },
        both
          ? null
          : h(
              "button",
              { type: "button", class: "button second", onclick: () => ui.go("mrz") },
              ui.message("readMore"),
            ),
        h("button", { type: "button", class: "button quiet", onclick: () => forgetCard(ui) }, ui.message("readAgain")),
      ),
    ],
  };
}

/** Whose card it is, one press for each; "continue" where that is known. @param {any} ui */
function whose(ui) {
  const { state, roles } = ui.flow;
  const known = state.back && state.role;
  if (known || roles.length < 2) return nextButton(ui, () => afterRead(ui));
  return h(
    "section",
    { "aria-labelledby": "whose" },
    h("h3", { id: "whose", tabindex: "-1" }, ui.message("whoseTitle")),
    h("p", { class: "hint" }, ui.message("whoseHint")),
    h(
      "ul",
      { class: "choices roles" },
      ...roles.map((/** @type {any} */ { role, label, hint }) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "choice plain", onclick: () => afterRead(ui, role) },
            h(
              "span",
              {},
              h("b", {}, localised(label, ui.locale)),
              hint ? h("small", {}, localised(hint, ui.locale)) : null,
            ),
          ),
        ),
      ),
    ),
  );
}

/** With the name of its field, which words about several sources leave out. @param {any} ui @param {any} finding */
function wordsOf(ui, { message, path }) {
  const name = /^(?:fields\.|person\.)?(\w+)$/.exec(path ?? "")?.[1] ?? "";
  return isMessageKey(name) && !message.includes(ui.message(name)) ? `${ui.message(name)}: ${message}` : message;
}

/** @param {any} ui @param {string} name @param {any} field */
function fact(ui, name, { value, source, agreement, others }) {
  return h(
    "div",
    {},
    h("dt", {}, ui.message(name)),
    h("dd", { class: /pin/i.test(name) || /Id$/.test(name) ? "number" : "" }, formatPerson(name, value, ui.locale)),
    h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, formatSource(source, ui.locale))),
    agreement === "differ"
      ? h("dd", { class: "wide" }, ...others.map((/** @type {any} */ other) => differs(ui, name, other)))
      : agreement === "agree" && others.length
        ? h("dd", { class: "wide" }, h("small", {}, agrees(ui, others)))
        : null,
  );
}

/** @param {any} ui @param {string} name @param {any} other */
function differs(ui, name, { source, value }) {
  const words = { source: formatSource(source, ui.locale), value: formatPerson(name, value, ui.locale) };
  return h("span", { class: "tag warn" }, ui.message("differ", words));
}

/** @param {any} ui @param {any[]} others */
function agrees(ui, others) {
  return ui.message("agrees", { source: others.map(({ source }) => formatSource(source, ui.locale)).join(", ") });
}
