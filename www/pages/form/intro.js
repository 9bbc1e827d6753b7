import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";

/**
 * What a service is, before its form: which authority, how long, what it costs in a line; for whom, what to have ready
 * and the law that it rests on behind one press. Each as far as the catalogue knows.
 * @param {any} service of `catalogue/ID.json` @param {string} form
 */
export function intro(service, form) {
  const say = (/** @type {any} */ words) => words?.[locale()] ?? "";
  const line = [
    say(service.authority),
    service.term ? `${t("thời hạn", "takes")} ${say(service.term)}` : "",
    service.fee ? `${t("lệ phí", "fee")}: ${say(service.fee)}` : "",
  ];
  const papers = service.papers ?? [];
  const others = service.forms.filter((/** @type {string} */ id) => id !== form);
  return h(
    "section",
    { class: "intro", "aria-label": t("Về thủ tục này", "About this service") },
    h("p", {}, line.filter(Boolean).join(" · ")),
    h(
      "details",
      {},
      h("summary", {}, t("Ai làm, cần chuẩn bị gì", "For whom, what to have at hand")),
      service.note ? h("p", {}, say(service.note)) : null,
      h(
        "ul",
        { class: "papers" },
        ...papers.map((/** @type {any} */ paper) =>
          h("li", {}, say(paper.label), paper.note ? h("small", {}, say(paper.note)) : null),
        ),
      ),
      h("p", { class: "hint" }, t("Căn cứ: ", "Basis: "), basisOf(service)),
    ),
    others.length ? otherForms(service, others) : null,
  );
}

/** @param {any} service @param {string[]} forms */
function otherForms({ id: service }, forms) {
  const links = forms.flatMap((form, index) => [
    index ? ", " : "",
    h("a", { href: `./form.html?${new URLSearchParams({ form, service })}` }, form.toUpperCase()),
  ]);
  return h("p", { class: "hint" }, t("Thủ tục này còn có tờ khai: ", "This service also has: "), ...links);
}

/** @param {any} service */
function basisOf({ basis }) {
  const words = [basis.article, basis.document].filter(Boolean).join(", ");
  return basis.status === "read" ? words : `${words} (${t("chưa đọc tận văn bản", "not read in the document itself")})`;
}
