import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";
import { plain } from "../../shell/plain.js";
import { MORE_OF_CT01, OTHER, SITUATIONS } from "./situations.js";

/**
 * All services by situation, with a box that finds them by words, with or without their marks.
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
  const groups = [...SITUATIONS, OTHER].map((situation) => group(situation, services)).filter((each) => each !== null);
  const show = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { place, rows } of groups) {
      const fitting = rows.filter(
        (row) => (row.place.hidden = !words.every((word) => row.text.includes(word))) === false,
      );
      place.hidden = !fitting.length;
      count += fitting.length;
    }
    status.textContent = !words.length
      ? ""
      : count
        ? t(`Tìm thấy ${count} thủ tục`, `${count} services found`)
        : t(
            "Không thấy thủ tục nào. Hãy thử từ khác, ví dụ “hộ chiếu”.",
            "Nothing found. Try another word, for example “passport”.",
          );
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
    h("div", { class: "situations" }, ...groups.map(({ place }) => place)),
  ];
}

/** @param {import("./situations.js").Situation} situation @param {any[]} services */
function group(situation, services) {
  const named = new Set(SITUATIONS.flatMap((each) => Object.keys(each.services)));
  const own = Object.keys(situation.services);
  const here =
    situation.id === "other"
      ? services.filter(({ id }) => !named.has(id))
      : own.flatMap((id) => services.filter((service) => service.id === id));
  const title = t(situation.vi, situation.en);
  const rows = here.map((service) => row(service, `${situation.services[service.id] ?? ""} ${title}`));
  if (situation.id === "move") rows.push(moreOfCt01());
  if (!rows.length) return null;
  const place = h(
    "section",
    { class: "situation", "aria-labelledby": `s-${situation.id}` },
    h("h2", { id: `s-${situation.id}` }, title),
    h("ul", { class: "services" }, ...rows.map((each) => each.place)),
  );
  return { place, rows };
}

/** @param {any} service @param {string} words that find it too */
function row(service, words) {
  const { id, forms, title, authority, term, fee, reason } = service;
  const facts = [authority, term, fee].map((each) => each?.[locale()]).filter(Boolean);
  const name = h("b", {}, title[locale()]);
  const small = h("small", {}, facts.join(" · "));
  const text = plain([title.vi, title.en, authority.vi, words].join(" "));
  if (!forms.length)
    return {
      text,
      place: h(
        "li",
        {},
        h(
          "details",
          {},
          h("summary", {}, name),
          h("p", {}, reason?.[locale()] ?? ""),
          h("p", { class: "hint" }, small),
        ),
      ),
    };
  return { text, place: h("li", {}, h("a", { href: addressOf(forms[0], id) }, name, small)) };
}

function moreOfCt01() {
  const { vi, en, words } = MORE_OF_CT01;
  const name = h("b", {}, t(vi, en));
  const small = h("small", {}, t("Công an · tờ khai CT01", "Police · form CT01"));
  return {
    text: plain(`${vi} ${en} ${words}`),
    place: h("li", {}, h("a", { href: "./form.html?form=ct01" }, name, small)),
  };
}

/** The page with the form of a service. @param {string} form @param {string} service */
function addressOf(form, service) {
  const on = new URLSearchParams(location.search).get("on");
  const query = new URLSearchParams({ form, service, ...(on ? { on } : {}) });
  return `./form.html?${query}`;
}
