import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";

/**
 * What a service is, before its form: for whom, what to have at hand, how long, what it costs, which authority; each
 * as far as the catalogue knows, with the law that it rests on.
 * @param {any} service of `catalogue/ID.json` @param {string} form
 */
export function intro(service, form) {
  const say = (/** @type {any} */ words) => words?.[locale()] ?? "";
  const facts = /** @type {[string, string][]} */ ([
    [t("Nơi giải quyết", "Authority"), say(service.authority)],
    [t("Thời hạn", "How long"), say(service.term)],
    [t("Lệ phí", "Fee"), say(service.fee)],
    [t("Lưu ý", "Note"), say(service.note)],
  ]).filter(([, value]) => value);
  const others = service.forms.filter((/** @type {string} */ id) => id !== form);
  return h(
    "section",
    { class: "intro", "aria-label": t("Về thủ tục này", "About this service") },
    h(
      "dl",
      { class: "facts short" },
      ...facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    ),
    service.papers?.length
      ? h(
          "details",
          {},
          h(
            "summary",
            {},
            t(`Cần chuẩn bị (${service.papers.length})`, `What to have at hand (${service.papers.length})`),
          ),
          h(
            "ul",
            { class: "papers" },
            ...service.papers.map((/** @type {any} */ paper) =>
              h("li", {}, say(paper.label), paper.note ? h("small", {}, say(paper.note)) : null),
            ),
          ),
        )
      : null,
    others.length
      ? h(
          "p",
          { class: "hint" },
          t("Thủ tục này còn có tờ khai: ", "This service also has: "),
          ...others.flatMap((/** @type {string} */ id, /** @type {number} */ index) => [
            index ? ", " : "",
            h("a", { href: `./form.html?${new URLSearchParams({ form: id, service: service.id })}` }, id.toUpperCase()),
          ]),
        )
      : null,
    h("p", { class: "hint" }, t("Căn cứ: ", "Basis: "), basisOf(service)),
  );
}

/** @param {any} service */
function basisOf({ basis }) {
  const words = [basis.article, basis.document].filter(Boolean).join(", ");
  return basis.status === "read" ? words : `${words} (${t("chưa đọc tận văn bản", "not read in the document itself")})`;
}
