import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";
import { plain } from "../../shell/plain.js";
import { MORE_OF_CT01, OTHER, SITUATIONS, USUAL } from "./situations.js";

/** Where there is room all situations are open. */
const WIDE = "(min-width: 52rem)";

/** One service in the list. @typedef {{ place: HTMLElement, text: string }} Row */

/**
 * All services: those that most people ask for, then by situation, with a box that finds them by words, with or without
 * their marks.
 * @param {any[]} services of `catalogue/all.json`
 * @param {string} [wanted] what stands in the box at the start
 * @returns {HTMLElement[]}
 */
export function servicesList(services, wanted = "") {
  const find = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "search",
      id: "find",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      placeholder: t("Ví dụ: tạm trú, em bé, mất thẻ", "For example: residence, baby, lost card"),
    })
  );
  find.value = wanted;
  const status = h("p", { role: "status", class: "hint" });
  const usual = usualOnes(services);
  const groups = [...SITUATIONS, OTHER].map((each) => group(each, services)).filter((each) => each !== null);
  const show = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    usual.hidden = words.length > 0;
    let count = 0;
    for (const { place, rows } of groups) {
      for (const row of rows) row.place.hidden = !words.every((word) => row.text.includes(word));
      const fitting = rows.filter((row) => !row.place.hidden).length;
      place.hidden = !fitting;
      place.open = words.length > 0 || matchMedia(WIDE).matches;
      count += fitting;
    }
    status.textContent = words.length ? foundWords(count) : "";
  };
  find.addEventListener("input", show);
  show();
  return [
    h(
      "div",
      { class: "field find", role: "search" },
      h("label", { for: "find" }, t("Tìm việc cần làm", "Find what you need")),
      find,
    ),
    status,
    usual,
    h("div", { class: "situations" }, ...groups.map(({ place }) => place)),
  ];
}

/** @param {number} count */
function foundWords(count) {
  if (count) return t(`Tìm thấy ${count} thủ tục`, `${count} services found`);
  return t(
    "Không thấy thủ tục nào. Hãy thử từ khác, ví dụ “hộ chiếu”.",
    "Nothing found. Try another word, for example “passport”.",
  );
}

/** @param {any[]} services */
function usualOnes(services) {
  const rows = USUAL.flatMap((id) => services.filter((service) => service.id === id)).map((each) => row(each, ""));
  return h(
    "section",
    { class: "usual", "aria-labelledby": "usual" },
    h("h2", { id: "usual" }, t("Nhiều người làm", "Often asked for")),
    h("ul", { class: "services" }, ...rows.map(({ place }) => place)),
  );
}

/** @param {import("./situations.js").Situation} situation @param {any[]} services */
function group(situation, services) {
  const named = new Set(SITUATIONS.flatMap((each) => Object.keys(each.services)));
  const here =
    situation.id === "other"
      ? services.filter(({ id }) => !named.has(id))
      : Object.keys(situation.services).flatMap((id) => services.filter((service) => service.id === id));
  const title = t(situation.vi, situation.en);
  const rows = here.map((service) => row(service, `${situation.services[service.id] ?? ""} ${title}`));
  if (situation.id === "move") rows.push(moreOfCt01());
  if (!rows.length) return null;
  const place = /** @type {HTMLDetailsElement} */ (
    h(
      "details",
      { class: "situation" },
      h("summary", {}, h("h2", {}, title)),
      h("ul", { class: "services" }, ...rows.map((each) => each.place)),
    )
  );
  return { place, rows };
}

/** @param {any} service @param {string} words that find it too @returns {Row} */
function row(service, words) {
  const { id, forms, title, authority, term, fee, reason } = service;
  const facts = [authority, term, fee].map((each) => each?.[locale()]).filter(Boolean);
  const name = h("b", {}, title[locale()]);
  const small = h("small", {}, facts.join(" · "));
  const text = plain([title.vi, title.en, authority.vi, words].join(" "));
  if (forms.length) return { text, place: h("li", {}, h("a", { href: addressOf(forms[0], id) }, name, small)) };
  const why = h("p", {}, reason?.[locale()] ?? "");
  return { text, place: h("li", {}, h("details", {}, h("summary", {}, name), why, h("p", { class: "hint" }, small))) };
}

/** @returns {Row} */
function moreOfCt01() {
  const { vi, en, words } = MORE_OF_CT01;
  const name = h("b", {}, t(vi, en));
  const small = h("small", {}, t("Công an · tờ khai CT01", "Police · form CT01"));
  const link = h("a", { href: "./form.html?form=ct01" }, name, small);
  return { text: plain(`${vi} ${en} ${words}`), place: h("li", {}, link) };
}

/** The page with the form of a service. @param {string} form @param {string} service */
function addressOf(form, service) {
  const on = new URLSearchParams(location.search).get("on");
  const query = new URLSearchParams({ form, service, ...(on ? { on } : {}) });
  return `./form.html?${query}`;
}
