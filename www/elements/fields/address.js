import { h } from "../dom.js";
import { localised } from "../format.js";
import { message } from "../messages.js";
import { PROVINCES, partsOf } from "./provinces.js";
import { text } from "./text.js";

/**
 * An address in its parts: province, commune with a search, street. What does not fit (an old unit, a place abroad)
 * stands on one line, where everybody can also write it.
 * @type {import("./field.js").Draw}
 */
export function address(field, path, form, marks) {
  const value = form.value(path);
  const whole = typeof value === "object" && value !== null ? (value.text ?? "") : String(value ?? "");
  const parts = whole === "" ? { street: "", commune: "", province: "" } : partsOf(whole);
  const place = h("div", { class: "address" });
  const same = sameAs(path, form);
  if (!parts || field.value || form.oneLine(path)) {
    const [box, ...rest] = text(field, path, form, marks);
    box?.setAttribute("aria-label", localised(field.label, form.locale));
    place.append(...(box ? [box] : []), ...rest);
  } else place.append(...boxes(parts, path, form, marks));
  return [...same, place];
}

/**
 * @param {{ street: string, commune: string, province: string }} parts @param {string} path
 * @param {import("./field.js").Context} form @param {import("./field.js").Marks} marks
 */
function boxes(parts, path, form, marks) {
  const { locale } = form;
  const said = { "aria-invalid": marks.invalid ? "true" : null, "aria-required": form.required(path) ? "true" : null };
  const province = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { id: marks.id, ...said },
      h("option", { value: "" }, message(locale, "choose")),
      ...PROVINCES.map((name) => h("option", { value: name }, name)),
    )
  );
  const input = (/** @type {string} */ id, /** @type {string} */ value) => {
    const box = /** @type {HTMLInputElement} */ (
      h("input", { id, type: "text", autocomplete: "off", spellcheck: "false", enterkeyhint: "next", ...said })
    );
    box.value = value;
    return box;
  };
  const commune = input(`${marks.id}-commune`, parts.commune);
  const street = input(`${marks.id}-street`, parts.street);
  province.value = parts.province;
  const changed = () => {
    const written = [street, commune, province]
      .map((box) => box.value.trim())
      .filter(Boolean)
      .join(", ");
    form.change(path, written || undefined);
  };
  for (const box of [province, commune, street]) box.addEventListener("input", changed);
  const list = h("div");
  let asked = false;
  const load = async () => {
    if (asked) return;
    asked = true;
    const [{ suggestUnits }, { searchUnits }] = await Promise.all([
      import("../address-box.js"),
      import("../../address.js"),
    ]);
    const picked = (/** @type {any} */ unit) => {
      province.value = PROVINCES.find((name) => name === unit.province) ?? province.value;
      changed();
    };
    const find = (/** @type {string} */ name) =>
      searchUnits(name, {
        limit: 8,
        ...(form.on ? { on: form.on } : {}),
        ...(province.value ? { province: province.value } : {}),
      });
    list.replaceWith(suggestUnits(commune, { locale, on: form.on, picked, find }));
    if (commune.value !== parts.commune) commune.dispatchEvent(new Event("input"));
  };
  for (const box of [province, commune])
    for (const type of ["focus", "input"]) box.addEventListener(type, () => void load().catch(() => (asked = false)));
  const row = (
    /** @type {import("../messages.js").MessageKey} */ key,
    /** @type {HTMLElement} */ box,
    /** @type {HTMLElement | null} */ below = null,
  ) => h("div", {}, h("label", { for: box.id }, message(locale, key)), box, below);
  const line = () => {
    form.setOneLine(path);
    form.redraw();
  };
  return [
    row("addressProvince", province),
    row("addressCommune", commune, list),
    row("addressStreet", street),
    h("button", { type: "button", class: "button quiet", onclick: line }, message(locale, "addressLine")),
  ];
}

/** Another address of the form, by a press. @param {string} path @param {import("./field.js").Context} form */
function sameAs(path, form) {
  const others = form.otherAddresses(path);
  if (!others.length) return [];
  const take = (/** @type {unknown} */ value) => {
    form.change(path, value);
    form.redraw();
  };
  return [
    h(
      "div",
      { class: "same-as" },
      ...others.map(({ label, value }) =>
        h(
          "button",
          { type: "button", class: "button second", onclick: () => take(value), title: String(value) },
          message(form.locale, "addressSame", { label }),
        ),
      ),
    ),
  ];
}
