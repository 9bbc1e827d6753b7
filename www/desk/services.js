import { OTHER, SITUATIONS, USUAL } from "../pages/index/situations.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { t } from "../shell/locale.js";
import { plain } from "../shell/plain.js";

/**
 * What the citizen may need: what most ask for, then by situation, found by words with or without their marks.
 * @param {any[]} services @param {(service: any) => void} choose
 */
export function servicesPage(services, choose) {
  const find = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "search",
      id: "find",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: t("Ví dụ: tạm trú, em bé, mất thẻ", "For example: residence, baby, lost card"),
    })
  );
  const usual = USUAL.flatMap((id) => services.filter((service) => service.id === id));
  const often = h(
    "section",
    { "aria-labelledby": "usual" },
    h("h3", { id: "usual" }, t("Nhiều người làm", "Often asked for")),
    h("ul", { class: "choices" }, ...usual.map((service) => h("li", {}, serviceButton(service, choose)))),
  );
  const groups = [...SITUATIONS, OTHER].map((each) => group(each, services, choose)).filter((each) => each !== null);
  const status = h("p", { role: "status", class: "hint" });
  const show = () => {
    const wanted = plain(find.value).split(/\s+/).filter(Boolean);
    often.hidden = wanted.length > 0;
    let count = 0;
    for (const { place, rows } of groups) {
      for (const row of rows) row.place.hidden = !wanted.every((word) => row.text.includes(word));
      const fitting = rows.filter((row) => !row.place.hidden).length;
      place.hidden = !fitting;
      place.open = wanted.length > 0;
      count += fitting;
    }
    status.textContent = wanted.length ? foundWords(count) : "";
  };
  find.addEventListener("input", show);
  show();
  return h(
    "section",
    { "aria-labelledby": "services" },
    h("h2", { id: "services", tabindex: "-1" }, t("Người dân cần việc gì?", "What does the citizen need?")),
    h("div", { class: "field" }, h("label", { for: "find" }, t("Tìm dịch vụ", "Find a service")), find),
    status,
    often,
    ...groups.map(({ place }) => place),
  );
}

/** @param {number} count */
function foundWords(count) {
  if (count) return t(`${count} dịch vụ`, `${count} services`);
  return t(
    "Không thấy dịch vụ nào. Hãy thử từ khác, ví dụ “hộ chiếu”.",
    "Nothing found. Try another word, for example “passport”.",
  );
}

/**
 * Those with a form here first.
 * @param {import("../pages/index/situations.js").Situation} situation @param {any[]} services
 * @param {(service: any) => void} choose
 */
function group(situation, services, choose) {
  const named = new Set(SITUATIONS.flatMap((each) => Object.keys(each.services)));
  const own =
    situation.id === "other"
      ? services.filter(({ id }) => !named.has(id))
      : Object.keys(situation.services).flatMap((id) => services.filter((service) => service.id === id));
  if (!own.length) return null;
  const title = t(situation.vi, situation.en);
  const sorted = [...own.filter(({ forms }) => forms?.length), ...own.filter(({ forms }) => !forms?.length)];
  const rows = sorted.map((service) => ({
    place: h("li", {}, serviceButton(service, choose)),
    text: plain(`${service.number ?? ""} ${service.title} ${situation.services[service.id] ?? ""} ${title}`),
  }));
  const place = /** @type {HTMLDetailsElement} */ (
    h(
      "details",
      { class: "situation" },
      h("summary", {}, h("h3", {}, title)),
      h("ul", { class: "choices" }, ...rows.map((row) => row.place)),
    )
  );
  return { place, rows };
}

/** @param {any} service @param {(service: any) => void} choose */
function serviceButton(service, choose) {
  const { title, forms, reason } = service;
  const count = forms?.length ?? 0;
  const hint =
    count > 1
      ? t(`Có ${count} tờ khai, làm lần lượt`, `Has ${count} forms, one after the other`)
      : count
        ? t("Có tờ khai", "Has a form here")
        : (reason ?? t("Chỉ có danh mục giấy tờ", "Papers only"));
  return h(
    "button",
    { type: "button", class: count ? "choice service" : "choice service without", onclick: () => choose(service) },
    icon(count ? "pen" : "info"),
    h("span", {}, h("b", {}, title), h("small", {}, hint)),
  );
}
