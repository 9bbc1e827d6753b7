import { h } from "./dom.js";
import { get, idOf } from "./paths.js";
import { wordsOf } from "./show.js";
import { say } from "./words.js";

/**
 * @typedef {object} Context what a field needs of its form
 * @property {"vi" | "en"} locale
 * @property {string | undefined} on the day of the rules
 * @property {any} answers
 * @property {(path: string) => boolean} required
 * @property {(path: string) => any[]} findings those to be shown beside the field
 * @property {(path: string) => (Node | null)} source the words about where the value came from
 * @property {(path: string, value: unknown) => void} change
 * @property {(path: string) => (unknown[] | undefined)} raw what stands in the boxes of a date
 * @property {(path: string, parts: string[]) => void} setRaw
 * @property {(path: string) => boolean} visible
 * @property {(path: string) => readonly string[]} unavailable values of a choice that cannot be chosen now
 * @property {(path: string) => any} value the answer, or what the form calculates
 * @property {(group: string, index: number) => void} removeRow
 * @property {() => void} redraw
 */

/**
 * One field with its label, hint and words of what is wrong.
 * @param {any} field of the form's description @param {string} path @param {Context} form
 * @returns {HTMLElement}
 */
export function drawField(field, path, form) {
  if (field.type === "group") return drawGroup(field, path, form);
  const id = idOf(path);
  const findings = form.findings(path);
  const wrong = findings.filter((finding) => finding.severity === "error");
  const hint = [
    wordsOf(field.hint, form.locale),
    field.type === "date" && !field.hint ? dateHint(field, form.locale) : "",
    field.type === "attachment" ? say(form.locale, "fileHint") : "",
  ]
    .filter(Boolean)
    .join(" ");
  const described = [hint && `${id}-hint`, findings.length && `${id}-wrong`].filter(Boolean).join(" ") || null;
  const label = [
    field.number ? `${field.number}. ` : "",
    wordsOf(field.label, form.locale),
    form.required(path) ? null : h("span", { class: "optional" }, ` ${say(form.locale, "optional")}`),
  ];
  const said = findings.map((finding) =>
    finding.severity === "error"
      ? h(
          "span",
          { class: "wrong-words" },
          h("span", { class: "hidden-visually" }, `${say(form.locale, "errorPrefix")}: `),
          finding.message,
        )
      : h("span", { class: "source" }, `${say(form.locale, "warningPrefix")}: ${finding.message}`),
  );
  const around = [
    hint ? h("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    said.length ? h("div", { id: `${id}-wrong` }, ...said) : null,
  ];
  const draw = CONTROLS[field.type] ?? text;
  const controls = draw(field, path, form, { id, describedby: described, invalid: wrong.length > 0 });
  const grouped =
    ["date", "multiChoice", "boolean"].includes(field.type) || (field.type === "choice" && asRadios(field));
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

/**
 * @typedef {{ id: string, describedby: string | null, invalid: boolean }} Marks
 * @typedef {(field: any, path: string, form: Context, marks: Marks) => HTMLElement[]} Draw
 */

/** @type {Draw} */
function text(field, path, form, marks) {
  const mode = MODES[field.type];
  const multiline = field.multiline || field.type === "address";
  const box = /** @type {HTMLInputElement} */ (
    h(multiline ? "textarea" : "input", {
      id: marks.id,
      type: multiline ? null : (mode?.type ?? "text"),
      inputmode: mode?.inputmode,
      autocomplete: field.autocomplete ?? "off",
      placeholder: wordsOf(field.placeholder, form.locale) || null,
      rows: multiline ? (field.type === "address" ? 2 : 4) : null,
      spellcheck: "false",
      class: mode?.inputmode === "numeric" ? "number" : null,
      autocapitalize: field.type === "name" ? "words" : null,
      readonly: field.value !== undefined && field.value !== null,
      "aria-describedby": marks.describedby,
      "aria-invalid": marks.invalid ? "true" : null,
      "aria-required": form.required(path) ? "true" : null,
    })
  );
  const value = form.value(path);
  box.value =
    value === undefined || value === null ? "" : typeof value === "object" ? (value.text ?? "") : String(value);
  box.addEventListener("input", () => form.change(path, clean(field.type, box.value)));
  if (field.type !== "address" || field.value) return [box];
  const chosen = (/** @type {any} */ unit) => form.change(path, unit.text);
  const list = h("div");
  // Units and their search are loaded when an address is first written.
  let asked = false;
  const before = box.value;
  const load = async () => {
    if (asked) return;
    asked = true;
    const { suggestUnits } = await import("./address-box.js");
    list.replaceWith(suggestUnits(box, { locale: form.locale, on: form.on, picked: chosen }));
    // Whoever typed faster than this was loaded gets the suggestions all the same.
    if (box.value !== before) box.dispatchEvent(new Event("input"));
  };
  for (const type of ["focus", "input"]) box.addEventListener(type, () => void load().catch(() => (asked = false)));
  return [box, list];
}

/** @type {Record<string, { inputmode: string, type?: string }>} */
const MODES = {
  pin: { inputmode: "numeric" },
  cmnd: { inputmode: "numeric" },
  number: { inputmode: "numeric" },
  money: { inputmode: "numeric" },
  licence: { inputmode: "numeric" },
  bankAccount: { inputmode: "numeric" },
  taxCode: { inputmode: "text" },
  phone: { inputmode: "tel", type: "tel" },
  email: { inputmode: "email", type: "email" },
};

/** What was typed, without what people put in to read it better. @param {string} type @param {string} typed @returns {unknown} */
function clean(type, typed) {
  const value = typed.trim();
  if (value === "") return undefined;
  if (["pin", "cmnd", "licence", "bankAccount", "bhyt", "passport"].includes(type))
    return value.replace(/[\s.\-\u00a0]/g, "");
  if (type === "phone") return value.replace(/[\s.\-()\u00a0]/g, "");
  if (type === "number" || type === "money") {
    const digits = value.replace(/[\s.,\u00a0]/g, "");
    return /^-?\d{1,15}$/.test(digits) ? Number(digits) : value;
  }
  return value;
}

/** @type {Draw} */
function date(field, path, form, marks) {
  const names = /** @type {const} */ (["day", "month", "year"]);
  const now = form.raw(path) ?? split(get(form.answers, path));
  const boxes = names.map((name, index) => {
    const box = /** @type {HTMLInputElement} */ (
      h("input", {
        id: index ? `${marks.id}-${name}` : marks.id,
        type: "text",
        inputmode: "numeric",
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
  return [
    h(
      "div",
      { class: "dates" },
      ...names.map((name, index) =>
        h("div", { class: name }, h("label", { for: boxes[index].id }, say(form.locale, name)), boxes[index]),
      ),
    ),
  ];
}

/** @param {unknown} iso @returns {string[]} */
function split(iso) {
  const [, year = "", month = "", day = ""] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(String(iso ?? "")) ?? [];
  return [day, month, year];
}

/** What cannot be a date stays as it was typed, for the rules to say so. @param {string[]} parts @returns {string | undefined} */
export function join([day, month, year]) {
  if (!day && !month && !year) return undefined;
  const two = (/** @type {string} */ part) => part.padStart(2, "0");
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`;
  if (year && month && !day) return `${year}-${two(month)}`;
  if (year && !month && !day) return year;
  return [day, month, year].join("/");
}

/** @param {any} field @param {"vi" | "en"} locale */
function dateHint(field, locale) {
  return [say(locale, "dateHint"), field.precision?.includes("year") ? say(locale, "dateReduced") : ""]
    .filter(Boolean)
    .join(". ");
}

/** The field with the choices that there are now. @param {any} field @param {string} path @param {Context} form */
function offered(field, path, form) {
  const hidden = form.unavailable(path);
  return hidden.length
    ? { ...field, choices: field.choices.filter((/** @type {any} */ each) => !hidden.includes(each.value)) }
    : field;
}

/** Few choices are seen at once; many, and open ones, are a list. @param {any} field */
function asRadios(field) {
  return !field.open && (field.choices?.length ?? 0) <= 10;
}

/** @type {Draw} */
function choice(described, path, form, marks) {
  const field = offered(described, path, form);
  const value = get(form.answers, path);
  if (field.open) return openChoice(field, path, form, marks);
  if (asRadios(field)) {
    return [
      h(
        "div",
        {},
        ...field.choices.map((/** @type {any} */ each, /** @type {number} */ index) =>
          tick("radio", marks, index, path, wordsOf(each.label, form.locale), value === each.value, () =>
            form.change(path, each.value),
          ),
        ),
      ),
    ];
  }
  const box = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      {
        id: marks.id,
        "aria-describedby": marks.describedby,
        "aria-invalid": marks.invalid ? "true" : null,
        "aria-required": form.required(path) ? "true" : null,
      },
      h("option", { value: "" }, say(form.locale, "choose")),
      ...field.choices.map((/** @type {any} */ each) =>
        h("option", { value: each.value }, wordsOf(each.label, form.locale)),
      ),
    )
  );
  box.value = typeof value === "string" ? value : "";
  box.addEventListener("change", () => form.change(path, box.value || undefined));
  return [box];
}

/** @type {Draw} */
function openChoice(field, path, form, marks) {
  const list = h(
    "datalist",
    { id: `${marks.id}-list` },
    ...field.choices.map((/** @type {any} */ each) => h("option", { value: wordsOf(each.label, form.locale) })),
  );
  const byLabel = new Map(
    field.choices.map((/** @type {any} */ each) => [wordsOf(each.label, form.locale), each.value]),
  );
  const [box] = /** @type {HTMLInputElement[]} */ (
    text({ ...field, type: "text", multiline: false }, path, form, marks).map((node) => node.cloneNode())
  );
  const value = get(form.answers, path);
  const known = field.choices.find((/** @type {any} */ each) => each.value === value);
  box.value = known ? wordsOf(known.label, form.locale) : String(value ?? "");
  box.setAttribute("list", list.id);
  box.addEventListener("input", () => form.change(path, byLabel.get(box.value.trim()) ?? clean("text", box.value)));
  return [box, list];
}

/** @type {Draw} */
function multiChoice(described, path, form, marks) {
  const field = offered(described, path, form);
  const chosen = new Set([get(form.answers, path) ?? []].flat());
  return [
    h(
      "div",
      {},
      ...field.choices.map((/** @type {any} */ each, /** @type {number} */ index) =>
        tick("checkbox", marks, index, path, wordsOf(each.label, form.locale), chosen.has(each.value), (on) => {
          if (on) chosen.add(each.value);
          else chosen.delete(each.value);
          form.change(
            path,
            chosen.size
              ? field.choices
                  .map((/** @type {any} */ one) => one.value)
                  .filter((/** @type {string} */ one) => chosen.has(one))
              : undefined,
          );
        }),
      ),
    ),
  ];
}

/** @type {Draw} */
function boolean(field, path, form, marks) {
  const value = get(form.answers, path);
  return [
    h(
      "div",
      {},
      ...[true, false].map((each, index) =>
        tick("radio", marks, index, path, say(form.locale, each ? "yes" : "no"), value === each, () =>
          form.change(path, each),
        ),
      ),
    ),
  ];
}

/**
 * @param {"radio" | "checkbox"} type @param {Marks} marks @param {number} index @param {string} path @param {string} label
 * @param {boolean} on @param {(on: boolean) => void} change
 */
function tick(type, marks, index, path, label, on, change) {
  const box = /** @type {HTMLInputElement} */ (
    h("input", {
      id: index ? `${marks.id}-${index}` : marks.id,
      type,
      name: type === "radio" ? path : null,
      checked: on,
      "aria-invalid": marks.invalid && type === "checkbox" ? "true" : null,
    })
  );
  box.addEventListener("change", () => change(box.checked));
  return h("label", { class: "check" }, box, h("span", {}, label));
}

/** @type {Draw} */
function attachment(field, path, form, marks) {
  const files = /** @type {any[]} */ (get(form.answers, path) ?? []);
  const input = /** @type {HTMLInputElement} */ (
    h("input", {
      id: marks.id,
      type: "file",
      multiple: (field.max ?? 1) > 1,
      accept: (field.types ?? ["image/jpeg", "image/png", "application/pdf"]).join(","),
      "aria-describedby": marks.describedby,
      "aria-invalid": marks.invalid ? "true" : null,
    })
  );
  input.addEventListener("change", async () => {
    const added = await Promise.all([...(input.files ?? [])].map(describeFile));
    form.change(path, [...files, ...added]);
    form.redraw();
  });
  const list = files.map((file, index) =>
    h(
      "li",
      {},
      `${file.name} (${Math.ceil(file.size / 1024)} KB)`,
      h(
        "button",
        {
          type: "button",
          class: "button quiet",
          onclick: () => {
            form.change(path, files.length > 1 ? files.filter((_, other) => other !== index) : undefined);
            form.redraw();
          },
        },
        say(form.locale, "fileRemove", { name: file.name }),
      ),
    ),
  );
  return [input, h("ul", { class: "files" }, ...list)];
}

/** @param {File} file */
async function describeFile(file) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return {
    name: file.name,
    size: file.size,
    type: file.type,
    sha256: [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}

/** @type {Record<string, Draw>} */
const CONTROLS = { date, choice, multiChoice, boolean, attachment };

/**
 * Rows, each a block of fields.
 * @param {any} field @param {string} path @param {Context} form
 */
function drawGroup(field, path, form) {
  const rows = /** @type {any[]} */ (get(form.answers, path) ?? []);
  const title = (/** @type {number} */ index) => {
    const words = wordsOf(field.row, form.locale);
    return words ? words.replace("{n}", String(index + 1)) : say(form.locale, "row", { n: index + 1 });
  };
  const blocks = rows.map((_, index) =>
    h(
      "fieldset",
      { class: "row" },
      h("legend", {}, title(index)),
      ...field.fields.map((/** @type {any} */ each) => {
        const place = drawField(each, `${path}[${index}].${each.id}`, form);
        place.hidden = !form.visible(`${path}[${index}].${each.id}`);
        return place;
      }),
      h(
        "button",
        {
          type: "button",
          class: "button danger",
          onclick: () => {
            form.removeRow(path, index);
            form.redraw();
          },
        },
        say(form.locale, "removeRow", { row: title(index) }),
      ),
    ),
  );
  const full = rows.length >= (field.max ?? 20);
  const findings = form.findings(path);
  const add = h(
    "button",
    {
      type: "button",
      id: idOf(path),
      class: "button second",
      "aria-describedby": findings.length ? `${idOf(path)}-wrong` : null,
      onclick: () => {
        form.change(path, [...(get(form.answers, path) ?? []), {}]);
        form.redraw();
      },
    },
    say(form.locale, "addRow", { row: title(rows.length) }),
  );
  const place = h(
    "div",
    { class: "field", role: "group", "aria-labelledby": `${idOf(path)}-label` },
    h("h3", { id: `${idOf(path)}-label` }, field.number ? `${field.number}. ` : "", wordsOf(field.label, form.locale)),
    field.hint ? h("p", { class: "hint" }, wordsOf(field.hint, form.locale)) : null,
    findings.length
      ? h(
          "div",
          { id: `${idOf(path)}-wrong` },
          ...findings.map((finding) =>
            h("span", { class: finding.severity === "error" ? "wrong-words" : "source" }, finding.message),
          ),
        )
      : null,
    ...blocks,
    full ? null : add,
  );
  if (findings.some((finding) => finding.severity === "error")) place.classList.add("wrong");
  place.dataset.path = path;
  return place;
}
