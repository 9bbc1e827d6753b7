import { h } from "../dom.js";
import { localised } from "../format.js";

/** @type {import("./field.js").Draw} */
export function text(field, path, form, marks) {
  const mode = MODES[field.type];
  const multiline = field.multiline || field.type === "address";
  const box = /** @type {HTMLInputElement} */ (
    h(multiline ? "textarea" : "input", {
      id: marks.id,
      type: multiline ? null : (mode?.type ?? "text"),
      inputmode: field.decimals ? "decimal" : mode?.inputmode,
      autocomplete: field.autocomplete ?? "off",
      placeholder: localised(field.placeholder, form.locale) || null,
      rows: multiline ? (field.type === "address" ? 2 : 4) : null,
      spellcheck: "false",
      enterkeyhint: multiline ? null : "next",
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
  box.addEventListener("input", () => form.change(path, clean(field.type, box.value, field.decimals)));
  if (field.type !== "address" || field.value) return [box];
  const chosen = (/** @type {any} */ unit) => form.change(path, unit.text);
  const list = h("div");
  // Units and their search are loaded when an address is first written.
  let asked = false;
  const before = box.value;
  const load = async () => {
    if (asked) return;
    asked = true;
    const { suggestUnits } = await import("../address-box.js");
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

/**
 * What was typed, without what people put in to read it better.
 * @param {string} type @param {string} typed @param {boolean} [decimals] of a number that need not be whole
 * @returns {unknown}
 */
export function clean(type, typed, decimals) {
  const value = typed.trim();
  if (value === "") return undefined;
  if (["pin", "cmnd", "licence", "bankAccount", "bhyt", "passport"].includes(type))
    return value.replace(/[\s.\-\u00a0]/g, "");
  if (type === "phone") return value.replace(/[\s.\-()\u00a0]/g, "");
  // `1,5` and `1.5`, where that is an answer; `1.500` is fifteen hundred.
  if (decimals && /^\d{1,15}[.,]\d{1,2}$/.test(value)) return Number(value.replace(",", "."));
  if (type === "number" || type === "money") {
    const digits = value.replace(/[\s.,\u00a0]/g, "");
    return /^-?\d{1,15}$/.test(digits) ? Number(digits) : value;
  }
  return value;
}
