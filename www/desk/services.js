import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { t } from "../shell/locale.js";

/**
 * What the citizen may need, found by words with or without their marks.
 * @param {any[]} services @param {(service: any) => void} choose
 */
export function servicesPage(services, choose) {
  const find = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", id: "find", autocomplete: "off", spellcheck: "false" })
  );
  const list = h("ul", { class: "choices" });
  const status = h("p", { role: "status", class: "hint" });
  const show = () => {
    const wanted = plain(find.value).split(/\s+/).filter(Boolean);
    const found = services.filter((service) =>
      wanted.every((word) => plain(`${service.number ?? ""} ${service.title}`).includes(word)),
    );
    list.replaceChildren(
      ...found.map((service) =>
        h(
          "li",
          {},
          serviceButton(service, () => choose(service)),
        ),
      ),
    );
    status.textContent = t(`${found.length} dịch vụ`, `${found.length} services`);
  };
  find.addEventListener("input", show);
  show();
  return h(
    "section",
    { "aria-labelledby": "services" },
    h("h2", { id: "services", tabindex: "-1" }, t("Người dân cần việc gì?", "What does the citizen need?")),
    h("div", { class: "field" }, h("label", { for: "find" }, t("Tìm dịch vụ", "Find a service")), find),
    status,
    list,
  );
}

/** @param {any} service @param {() => void} onclick */
function serviceButton({ title, forms, reason }, onclick) {
  const hint = forms?.length
    ? t("Có tờ khai", "Has a form here")
    : (reason ?? t("Chỉ có danh mục giấy tờ", "Papers only"));
  return h(
    "button",
    { type: "button", class: "choice service", onclick },
    icon(forms?.length ? "pen" : "info"),
    h("span", {}, h("b", {}, title), h("small", {}, hint)),
  );
}

/** Without case and marks. @param {string} text */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();
}
