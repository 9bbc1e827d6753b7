import { h } from "../../dom.js";
import { notice } from "../../notice.js";
import { top } from "../../paths.js";
import { change, showField } from "../actions.js";
import { formatAnswer, formatSource, localised } from "../../format.js";
import { takeOver } from "../take-over.js";

/** @param {any} ui @returns {import("./page.js").Page} */
export function review(ui) {
  const warnings = ui.flow.checked.findings.filter((/** @type {any} */ finding) => finding.severity !== "error");
  const sections = ui.flow.sections.map((/** @type {any} */ section) => {
    const title = localised(section.title, ui.locale);
    const shown = section.fields.filter((/** @type {any} */ field) => isShown(ui.flow, field.id));
    return h(
      "section",
      { class: "panel" },
      h(
        "div",
        { class: "title-row" },
        h("h3", {}, title),
        h(
          "button",
          { type: "button", class: "button quiet", onclick: () => change(ui, section) },
          ui.message("reviewChange"),
          h("span", { class: "hidden-visually" }, ` ${title}`),
        ),
      ),
      shown.length
        ? h("dl", { class: "facts" }, ...shown.flatMap((/** @type {any} */ field) => answerRows(ui, field, field.id)))
        : h("p", { class: "hint" }, ui.message("reviewNothing")),
    );
  });
  return {
    title: ui.message("reviewTitle"),
    block: [
      warnings.length
        ? h(
            "section",
            {},
            h("h3", {}, ui.message("reviewWarnings")),
            ...warnings.map((/** @type {any} */ finding) =>
              notice(
                finding.severity,
                finding.message,
                basisOf(finding),
                ...takeOver(ui, finding),
                linkTo(ui, finding),
              ),
            ),
          )
        : null,
      ...sections,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button big", onclick: () => ui.finish() }, ui.message("sealIt")),
      ),
    ],
  };
}

/** What nobody had to answer, and nobody has, is left out. @param {any} flow @param {string} id */
function isShown(flow, id) {
  const value = flow.value(id);
  const empty = value === undefined || (Array.isArray(value) && !value.length);
  return flow.visible(id) && (!empty || flow.required(id));
}

/** @param {any} ui @param {any} field @param {string} path @returns {HTMLElement[]} */
function answerRows(ui, field, path) {
  const value = ui.flow.value(path);
  const label = localised(field.label, ui.locale);
  if (field.type === "group") {
    const rows = /** @type {any[]} */ (value ?? []);
    if (!rows.length) return [fact(ui, label, "", path)];
    return rows.flatMap((_, index) => [
      h(
        "div",
        {},
        h(
          "dt",
          {},
          h(
            "b",
            {},
            localised(field.row, ui.locale).replace("{n}", String(index + 1)) || ui.message("row", { n: index + 1 }),
          ),
        ),
        h("dd", {}),
      ),
      ...field.fields
        .filter((/** @type {any} */ each) => ui.flow.visible(`${path}[${index}].${each.id}`))
        .flatMap((/** @type {any} */ each) => answerRows(ui, each, `${path}[${index}].${each.id}`)),
    ]);
  }
  return [fact(ui, label, formatAnswer(field, value, ui.locale), path, field.type)];
}

/** @param {any} ui @param {string} label @param {string} shown @param {string} path @param {string} [type] */
function fact(ui, label, shown, path, type) {
  const source = ui.flow.provenance(path)?.source;
  return h(
    "div",
    {},
    h("dt", {}, label),
    h("dd", { class: type === "pin" ? "number" : "" }, shown || h("small", {}, ui.message("reviewNothing"))),
    source && source !== "typed"
      ? h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, formatSource(source, ui.locale)))
      : null,
  );
}

/** The way to the field of a warning. @param {any} ui @param {any} finding */
function linkTo(ui, { path }) {
  if (!ui.flow.field(path)) return null;
  const go = () => showField(ui, path);
  const words = ui.message("reviewGo", { field: ui.flow.label(top(path)) });
  return h("button", { type: "button", class: "button quiet", onclick: go }, words);
}

/** @param {any} finding */
function basisOf(finding) {
  return finding.basis
    ? h("p", {}, h("small", {}, [finding.basis.article, finding.basis.document].filter(Boolean).join(", ")))
    : null;
}
