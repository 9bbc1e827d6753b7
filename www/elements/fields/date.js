import { h } from "../dom.js";
import { get } from "../paths.js";
import { message } from "../messages.js";

/** @type {import("./field.js").Draw} */
export function date(field, path, form, marks) {
  const names = /** @type {const} */ (["day", "month", "year"]);
  const now = form.raw(path) ?? split(get(form.answers, path));
  const boxes = names.map((name, index) => {
    const box = /** @type {HTMLInputElement} */ (
      h("input", {
        id: index ? `${marks.id}-${name}` : marks.id,
        type: "text",
        inputmode: "numeric",
        enterkeyhint: "next",
        maxlength: name === "year" ? 4 : 2,
        autocomplete: field.autocomplete === "bday" ? `bday-${name}` : "off",
        "aria-invalid": marks.invalid ? "true" : null,
        "aria-required": form.required(path) ? "true" : null,
      })
    );
    box.value = String(now[index] ?? "");
    return box;
  });
  const changed = () => {
    const parts = boxes.map((box) => box.value.trim());
    form.setRaw(path, parts);
    form.change(path, join(parts));
  };
  boxes.forEach((box) => box.addEventListener("input", changed));
  const put = (/** @type {string} */ iso) => {
    split(iso).forEach((part, index) => (boxes[index].value = part));
    changed();
  };
  return [
    ...terms(field, form, put),
    h(
      "div",
      { class: "dates" },
      ...names.map((name, index) =>
        h("div", { class: name }, h("label", { for: boxes[index].id }, message(form.locale, name)), boxes[index]),
      ),
    ),
  ];
}

/** The usual lengths of a term. @param {any} field @param {any} form @param {(iso: string) => void} put */
function terms(field, form, put) {
  if (!field.terms) return [];
  const take = (/** @type {number} */ months) => {
    const from = field.terms.from.map((/** @type {string} */ id) => form.visible(id) && form.value(id)).find(Boolean);
    if (from) put(addMonths(String(from), months));
  };
  const words = (/** @type {number} */ months) =>
    months % 12 ? message(form.locale, "months", { n: months }) : message(form.locale, "years", { n: months / 12 });
  const buttons = field.terms.months.map((/** @type {number} */ months) =>
    h("button", { type: "button", class: "button second", onclick: () => take(months) }, words(months)),
  );
  return [h("div", { class: "same-as" }, ...buttons)];
}

/** The same day some months later, or the last of its month. @param {string} iso @param {number} months */
function addMonths(iso, months) {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** @param {unknown} iso @returns {string[]} */
function split(iso) {
  const [, year = "", month = "", day = ""] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(String(iso ?? "")) ?? [];
  return [day, month, year];
}

/**
 * What cannot be a date stays as it was typed, for the rules to say so.
 * @param {string[]} parts @returns {string | undefined}
 */
export function join([day, month, year]) {
  if (!day && !month && !year) return undefined;
  const two = (/** @type {string} */ part) => part.padStart(2, "0");
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`;
  if (year && month && !day) return `${year}-${two(month)}`;
  if (year && !month && !day) return year;
  return [day, month, year].join("/");
}

/** @param {any} field @param {"vi" | "en"} locale */
export function dateHint(field, locale) {
  // A birth, or anything else that is over; or a day to come.
  const past = field.latest === "on" || field.precision;
  return [
    message(locale, past ? "dateHint" : "dateHintToCome"),
    field.precision?.includes("year") ? message(locale, "dateReduced") : "",
  ]
    .filter(Boolean)
    .join(". ");
}
