import { ladder, qualityList } from "../../art.js";
import { h } from "../../dom.js";
import { notice } from "../../notice.js";
import { formatPerson, formatSource } from "../../format.js";
import { isMessageKey } from "../../messages.js";
import { afterRead, forgetCard } from "../actions.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function read(ui) {
  const identity = ui.flow.identity;
  const facts = Object.entries(identity.fields).filter(([name]) => isMessageKey(name));
  const rows = facts.map(([name, field]) => {
    const { value, source, agreement, others } = /** @type {any} */ (field);
    return h(
      "div",
      {},
      h("dt", {}, ui.message(name)),
      h("dd", { class: /pin/i.test(name) || /Id$/.test(name) ? "number" : "" }, formatPerson(name, value, ui.locale)),
      h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, formatSource(source, ui.locale))),
      agreement === "differ"
        ? h(
            "dd",
            { class: "wide" },
            ...others.map((/** @type {any} */ other) =>
              h(
                "span",
                { class: "tag warn" },
                ui.message("differ", {
                  source: formatSource(other.source, ui.locale),
                  value: formatPerson(name, other.value, ui.locale),
                }),
              ),
            ),
          )
        : agreement === "agree" && others.length
          ? h(
              "dd",
              { class: "wide" },
              h(
                "small",
                {},
                ui.message("agrees", {
                  source: others.map((/** @type {any} */ other) => formatSource(other.source, ui.locale)).join(", "),
                }),
              ),
            )
          : null,
    );
  });
  const findings = [...identity.findings].filter(
    (finding, index, all) => all.findIndex((other) => other.message === finding.message) === index,
  );
  const both = ui.flow.state.readings.some((/** @type {any} */ reading) => reading.source === "mrz");
  return {
    title: ui.message("readTitle"),
    block: [
      h("p", { class: "lead" }, ui.message("readLead")),
      h("section", { class: "panel" }, h("dl", { class: "facts" }, ...rows)),
      findings.length
        ? h(
            "section",
            { "aria-labelledby": "findings" },
            h("h3", { id: "findings" }, ui.message("readFindings")),
            ...findings.map((finding) =>
              notice(finding.severity === "info" ? "info" : finding.severity, finding.message),
            ),
          )
        : null,
      h(
        "section",
        { class: "panel", "aria-labelledby": "ladder" },
        h("h3", { id: "ladder" }, ui.message("ladderTitle")),
        ladder(identity.assurance, ui.locale),
        qualityList(identity.quality, ui.locale),
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button big", onclick: () => afterRead(ui) }, ui.message("next")),
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
