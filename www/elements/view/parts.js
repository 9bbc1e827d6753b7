import { h } from "../dom.js";
import { digestOf, numberOf } from "../flow/sealed.js";
import { pdfButton } from "../flow/pdf-button.js";
import { formatAnswer, formatSource, localised, sourceOf } from "../format.js";
import { notice } from "../notice.js";

/**
 * What the parts of a view need.
 * @typedef {object} View
 * @property {import("../flow/flow.js").Flow} flow
 * @property {"vi" | "en"} locale
 * @property {any} application
 * @property {any} checked
 * @property {(key: import("../messages.js").MessageKey, values?: Record<string, string | number>) => string} message
 */

/** Which form, its number, and whether it is as it was sealed. @param {View} view */
export function headOf({ flow, application, checked, message, locale }) {
  const digest = digestOf(application);
  const whole = checked.digest === "match";
  const at = new Date(String(application.sealedAt));
  const when = Number.isNaN(at.valueOf())
    ? String(application.sealedAt)
    : at.toLocaleString(locale === "en" ? "en-GB" : "vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });
  return h(
    "header",
    {},
    h("h2", { tabindex: "-1", id: "title" }, flow.form.title),
    h("p", {}, message("doneNumber"), " ", h("b", { class: "mono", translate: "no" }, numberOf(flow.id, digest))),
    notice(whole ? "good" : "error", message(whole ? "viewWhole" : "viewChanged")),
    h("p", { class: "hint" }, message("viewSealedAt", { when })),
    // Of a changed form there is none: its check code would be wrong.
    ...(whole ? pdfButton(application, message) : []),
    h(
      "details",
      {},
      h("summary", {}, message("doneDigest")),
      h("p", { class: "mono digest", translate: "no" }, digest),
    ),
  );
}

/** Every finding under the rules of today. @param {View} view */
export function findingsOf({ checked, message }) {
  const order = ["error", "warning", "info"];
  const all = [...checked.findings].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  return h(
    "section",
    { class: "panel", "aria-labelledby": "view-findings" },
    h("h3", { id: "view-findings" }, message("viewFindings")),
    ...(all.length
      ? all.map((finding) => notice(finding.severity, finding.message, basisOf(finding)))
      : [notice("good", message("viewNoFindings"))]),
  );
}

/** @param {any} finding */
function basisOf({ basis, code }) {
  const words = basis ? [basis.article, basis.document].filter(Boolean).join(", ") : "";
  return h("p", {}, h("small", {}, [words, code].filter(Boolean).join(" · ")));
}

/** The answers, in the order of the form. @param {View} view */
export function answersOf(view) {
  const { flow, locale } = view;
  return h(
    "div",
    {},
    ...flow.form.sections
      .map((/** @type {any} */ section) => ({
        section,
        rows: section.fields.flatMap((/** @type {any} */ field) => rows(view, field)),
      }))
      .filter((/** @type {any} */ { rows: found }) => found.length)
      .map((/** @type {any} */ { section, rows: found }) =>
        h(
          "section",
          { class: "panel" },
          h("h3", {}, localised(section.title, locale)),
          h("dl", { class: "facts" }, ...found),
        ),
      ),
  );
}

/** @param {View} view @param {any} field @returns {HTMLElement[]} */
function rows(view, field) {
  const { flow, locale, application } = view;
  const value = flow.value(field.id);
  if (value === undefined || field.type === "attachment") return [];
  if (field.type !== "group")
    return [fact(field, formatAnswer(field, value, locale), sourceOf(application.provenance?.[field.id]), locale)];
  return /** @type {any[]} */ (Array.isArray(value) ? value : []).flatMap((row, index) => [
    h("div", {}, h("dt", {}, h("b", {}, localised(field.row, locale).replace("{n}", String(index + 1)))), h("dd", {})),
    ...field.fields
      .filter((/** @type {any} */ each) => row?.[each.id] !== undefined)
      .map((/** @type {any} */ each) =>
        fact(
          each,
          formatAnswer(each, row[each.id], locale),
          sourceOf(application.provenance?.[`${field.id}[${index}].${each.id}`]),
          locale,
        ),
      ),
  ]);
}

/** @param {any} field @param {string} shown @param {string | undefined} source @param {"vi" | "en"} locale */
function fact(field, shown, source, locale) {
  const label = `${field.number ? `${field.number}. ` : ""}${localised(field.label, locale)}`;
  return h(
    "div",
    {},
    h("dt", {}, label),
    h("dd", { class: field.type === "pin" ? "number" : "" }, shown),
    source && source !== "typed"
      ? h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, formatSource(source, locale)))
      : null,
  );
}

/** The files that the form names, with what they are recognised by. @param {View} view */
export function attachmentsOf({ flow, message }) {
  const files = flow.form.sections
    .flatMap((/** @type {any} */ section) => section.fields)
    .filter((/** @type {any} */ { type }) => type === "attachment")
    .flatMap((/** @type {any} */ { id }) => [flow.value(id) ?? []].flat());
  if (!files.length) return null;
  return h(
    "section",
    { class: "panel" },
    h("h3", {}, message("viewFiles")),
    h(
      "ul",
      {},
      ...files.map((/** @type {any} */ { name, size, sha256 }) =>
        h("li", {}, `${name} (${Math.ceil(size / 1024)} KB) `, h("small", { class: "mono" }, sha256)),
      ),
    ),
  );
}

/**
 * What the sender says of where the answers came from: a file proves none of it, unless the evidence came along and was
 * checked.
 * @param {View} view
 */
export function claimsOf({ application, checked, message, locale }) {
  const { assurance = "none", provenance = {} } = application;
  const sources = [...new Set(Object.values(provenance).map((entry) => sourceOf(entry)))].filter(Boolean);
  const said = sources
    .map((source) => formatSource(source, locale))
    .filter(Boolean)
    .join(", ");
  const confirmed = checked.claims?.assurance === "confirmed";
  return h(
    "section",
    { class: "panel", "aria-labelledby": "view-claims" },
    h("h3", { id: "view-claims" }, message("viewClaims")),
    notice(confirmed ? "good" : "warning", message(confirmed ? "viewConfirmed" : "viewUnproved")),
    h(
      "dl",
      { class: "facts" },
      h("div", {}, h("dt", {}, message("viewSources")), h("dd", {}, said || message("viewAllTyped"))),
      h(
        "div",
        {},
        h("dt", {}, message("ladderTitle")),
        h("dd", {}, message(LADDER.includes(assurance) ? assurance : "none")),
      ),
    ),
  );
}

const LADDER = ["none", "wellFormed", "consistent", "intact", "authentic", "genuine"];
