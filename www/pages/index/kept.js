import { Drafts } from "../../../pkg/widget/page-start.js";
import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";

/**
 * A form that is being filled in on this device.
 * @typedef {{ name: string, form: string, key: string, state: any }} Kept
 */

/** Those of `form.html`; of other elements on this site the page knows no way back. @returns {Promise<Kept[]>} */
export async function keptForms() {
  const kept = [];
  for (const name of await new Drafts("", 0).names()) {
    const [form = "", id, key] = String(name).split("|");
    if (id !== "form" || !key) continue;
    const state = await new Drafts(String(name), 0).load();
    if (state?.answers && (Object.keys(state.answers).length || state.readings?.length))
      kept.push({ name: String(name), form, key, state });
  }
  return kept.sort((one, other) => String(other.state.savedAt ?? "").localeCompare(String(one.state.savedAt ?? "")));
}

/**
 * "Forms in progress": whose (initials), which, since when; go on or delete. Nothing where there is none.
 * @param {Kept[]} kept @param {any[]} services @param {() => void} changed
 */
export function keptList(kept, services, changed) {
  if (!kept.length) return null;
  return h(
    "section",
    { class: "panel kept", "aria-labelledby": "kept" },
    h("h2", { id: "kept" }, t("Tờ khai đang làm trên máy này", "Forms in progress on this device")),
    h("ul", {}, ...kept.map((each) => row(each, services, changed))),
  );
}

/** @param {Kept} kept @param {any[]} services @param {() => void} changed */
function row({ name, form, key, state }, services, changed) {
  const service = services.find(({ id }) => id === state.service) ?? services.find(({ forms }) => forms.includes(form));
  const title = service?.title[locale()] ?? form.toUpperCase();
  const who = initialsOf(state.answers) || t("chưa ghi tên", "no name yet");
  const when = state.savedAt
    ? new Date(state.savedAt).toLocaleString(locale() === "en" ? "en-GB" : "vi-VN", SHORT)
    : "";
  const done = state.sealed ? t("đã hoàn tất", "completed") : "";
  const query = new URLSearchParams({ form, ...(state.service ? { service: state.service } : {}), draft: key });
  const sure = h(
    "span",
    { class: "sure", hidden: true },
    h(
      "button",
      { type: "button", class: "button danger", onclick: () => void remove(name).then(changed) },
      t("Xóa hẳn", "Delete for good"),
    ),
    h("button", { type: "button", class: "button quiet", onclick: () => ask(false) }, t("Giữ lại", "Keep")),
  );
  const first = h(
    "button",
    {
      type: "button",
      class: "button quiet",
      "aria-label": `${t("Xóa", "Delete")}: ${title}, ${who}`,
      onclick: () => ask(true),
    },
    t("Xóa", "Delete"),
  );
  const ask = (/** @type {boolean} */ open) => {
    sure.hidden = !open;
    first.hidden = open;
    (open ? /** @type {HTMLElement} */ (sure.firstElementChild) : first).focus();
  };
  return h(
    "li",
    {},
    h("span", { class: "what" }, h("b", {}, title), h("small", {}, [who, when, done].filter(Boolean).join(" · "))),
    h(
      "a",
      {
        class: "button second",
        href: `./form.html?${query}`,
        "aria-label": `${t("Làm tiếp", "Go on")}: ${title}, ${who}`,
      },
      done ? t("Mở", "Open") : t("Làm tiếp", "Go on"),
    ),
    first,
    sure,
  );
}

/** @type {Intl.DateTimeFormatOptions} */
const SHORT = { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" };

/** @param {string} name */
async function remove(name) {
  await new Drafts(name, 0).clear();
}

/** Whose it is: "N. V. M.", enough to know one's own, too little to know another's. @param {any} answers */
function initialsOf(answers) {
  const whole = answers.surname || answers.givenNames ? [answers.surname, answers.givenNames].join(" ") : "";
  const named = Object.entries(answers).find(([id, value]) => /name$/i.test(id) && typeof value === "string");
  return String(answers.fullName ?? (whole || (named?.[1] ?? "")))
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => `${[...word][0]?.toUpperCase()}.`)
    .join(" ");
}
