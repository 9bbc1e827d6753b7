import { h } from "../dom.js";
import { idOf } from "../paths.js";
import { localised } from "../format.js";
import { message } from "../messages.js";
import { address } from "./address.js";
import { attachment } from "./attachment.js";
import { asRadios, boolean, choice, multiChoice } from "./choice.js";
import { date, dateHint } from "./date.js";
import { either } from "./either.js";
import { drawGroup } from "./group.js";
import { listed } from "./listed.js";
import { text } from "./text.js";

/**
 * @typedef {object} Context what a field needs of its form
 * @property {"vi" | "en"} locale
 * @property {string | undefined} on the day of the rules
 * @property {any} answers
 * @property {(path: string) => boolean} required
 * @property {(path: string) => boolean} decides whether other fields are asked because of it
 * @property {(path: string) => any[]} findings those to be shown beside the field
 * @property {(finding: any) => Node[]} takeOver buttons that put what a finding offers in place of the answer
 * @property {(path: string) => (Node | null)} source the words about where the value came from
 * @property {(path: string, value: unknown) => void} change
 * @property {(path: string) => (unknown[] | undefined)} raw what stands in the boxes of a date
 * @property {(path: string, parts: string[]) => void} setRaw
 * @property {(path: string) => boolean} visible
 * @property {(path: string) => readonly string[]} unavailable values of a choice that cannot be chosen now
 * @property {(path: string) => any} value the answer, or what the form calculates
 * @property {(group: string, index: number) => void} removeRow
 * @property {(path: string) => { label: string, value: unknown }[]} otherAddresses those of the form that are known
 * @property {(path: string) => boolean} oneLine whether an address is to be written on one line
 * @property {(path: string) => void} setOneLine
 * @property {() => void} redraw
 * @property {(field: any, path: string, form: Context) => (HTMLElement | undefined)} [fixed] in place of a field that
 * cannot be changed
 */

/**
 * @typedef {{ id: string, describedby: string | null, invalid: boolean }} Marks
 * @typedef {(field: any, path: string, form: Context, marks: Marks) => HTMLElement[]} Draw
 */

/**
 * One field with its label, hint and words of what is wrong.
 * @param {any} field of the form's description @param {string} path @param {Context} form
 * @returns {HTMLElement}
 */
export function drawField(field, path, form) {
  const fixed = form.fixed?.(field, path, form);
  if (fixed) return fixed;
  if (field.type === "group") return drawGroup(field, path, form, drawField);
  const id = idOf(path);
  const findings = form.findings(path);
  const wrong = findings.filter((finding) => finding.severity === "error");
  const hint = [
    localised(field.hint, form.locale),
    field.type === "date" && !field.hint ? dateHint(field, form.locale) : "",
    field.type === "attachment" ? message(form.locale, "fileHint") : "",
  ]
    .filter(Boolean)
    .join(" ");
  const described = [hint && `${id}-hint`, findings.length && `${id}-wrong`].filter(Boolean).join(" ") || null;
  const label = [
    field.number ? `${field.number}. ` : "",
    localised(field.either?.question ?? field.label, form.locale),
    form.required(path) || form.decides(path)
      ? null
      : h("span", { class: "optional" }, ` ${message(form.locale, "optional")}`),
  ];
  const said = findings.map((finding) =>
    finding.severity === "error"
      ? h(
          "span",
          { class: "wrong-words" },
          h("span", { class: "hidden-visually" }, `${message(form.locale, "errorPrefix")}: `),
          finding.message,
        )
      : h("span", { class: "source" }, `${message(form.locale, "warningPrefix")}: ${finding.message}`),
  );
  const around = [
    hint ? h("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    said.length ? h("div", { id: `${id}-wrong` }, ...said) : null,
    ...findings.flatMap((finding) => form.takeOver(finding)),
  ];
  const draw = field.either ? either : field.list ? listed : (CONTROLS[field.type] ?? text);
  const controls = draw(field, path, form, { id, describedby: described, invalid: wrong.length > 0 });
  const grouped =
    ["date", "multiChoice", "boolean", "address"].includes(field.type) || (field.type === "choice" && asRadios(field));
  const place = grouped
    ? h(
        "fieldset",
        { class: "field", "aria-describedby": described },
        h("legend", {}, ...label),
        ...around,
        ...controls,
      )
    : h("div", { class: "field" }, h("label", { for: id }, ...label), ...around, ...controls);
  if (wrong.length) place.classList.add("wrong");
  place.dataset.path = path;
  place.append(form.source(path) ?? "");
  return place;
}

/** @type {Record<string, Draw>} */
const CONTROLS = { address, date, choice, multiChoice, boolean, attachment };
