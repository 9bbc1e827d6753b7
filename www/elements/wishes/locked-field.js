import { h } from "../dom.js";
import { formatAnswer, localised } from "../format.js";
import { idOf } from "../paths.js";
import { misuse } from "./misuse.js";
import { styleLocked } from "./style.js";
import { words } from "./words.js";

/**
 * A field of the account that is shown and not asked: its value, why it stands there, where it is changed, what a card
 * says other than it.
 * @param {any} ui the form's element @param {any} field @param {string} path
 * @param {import("../fields/field.js").Context} form
 */
export function lockedField(ui, field, path, form) {
  styleLocked(ui.tree);
  const { flow, locale } = ui;
  const id = idOf(path);
  const box = /** @type {HTMLInputElement} */ (
    h(field.type === "address" || field.multiline ? "textarea" : "input", {
      id,
      rows: field.type === "address" ? 2 : null,
      type: field.type === "address" || field.multiline ? null : "text",
      readonly: true,
      autocomplete: "off",
      "aria-describedby": `${id}-why`,
    })
  );
  box.value = formatAnswer(field, flow.value(path), locale);
  const wrong = form.findings(path).filter(({ severity }) => severity === "error");
  const differs = flow.checked.findings.filter(
    (/** @type {any} */ finding) => finding.path === path && finding.code.startsWith("widget.locked"),
  );
  const place = h(
    "div",
    { class: "field locked", part: "locked" },
    h(
      "label",
      { for: id },
      field.number ? `${field.number}. ` : "",
      localised(field.either?.question ?? field.label, locale),
    ),
    ...wrong.map(({ message }) => h("span", { class: "wrong-words" }, message)),
    box,
    h(
      "div",
      { id: `${id}-why` },
      h("p", { class: "hint" }, words(locale, "lockedWhy"), " ", ...where(ui)),
      ...differs.map((/** @type {any} */ { message }) => h("p", { class: "tag warn differs" }, message)),
    ),
    form.source(path) ?? "",
  );
  if (wrong.length) place.classList.add("wrong");
  place.dataset.path = path;
  return place;
}

/** Where it is changed: the portal's page, or words. @param {any} ui @returns {(Node | string)[]} */
function where(ui) {
  const { locale } = ui;
  const url = addressOf(ui.getAttribute("account-url"));
  if (!url) return [words(locale, "lockedWhere")];
  const opens = h("span", { class: "hidden-visually" }, ` (${words(locale, "newTab")})`);
  // In another page: this one may keep nothing.
  return [h("a", { href: url, target: "_blank", rel: "noopener" }, words(locale, "lockedLink"), opens)];
}

/** @param {string | null} given */
function addressOf(given) {
  if (!given) return undefined;
  try {
    const url = new URL(given, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return url.href;
  } catch {
    // Told below.
  }
  misuse("account_url", "account-url is no address of a page (https)");
  return undefined;
}
