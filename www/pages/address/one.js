import { convertAddress } from "../../../pkg/address.js";
import { h } from "../../shell/dom.js";
import { locale, t } from "../../shell/locale.js";
import { notice } from "./notice.js";

/** One address, looked up either way. */
export class OneAddress {
  /** What was looked up last, drawn again in another language. */
  #address = "";
  /** @type {"present" | "before2025"} */ #to = "present";
  #answer = h("div", { role: "status", id: "answer" });
  #units;

  /** @param {HTMLElement} panel @param {Promise<unknown>} units which are loaded meanwhile */
  constructor(panel, units) {
    this.panel = panel;
    this.#units = units;
  }

  draw() {
    const box = /** @type {HTMLTextAreaElement} */ (
      h("textarea", { id: "address", rows: 2, spellcheck: "false", autocomplete: "off" })
    );
    box.value = this.#address;
    const back = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", id: "to-old" }));
    back.checked = this.#to === "before2025";
    const form = h(
      "form",
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#address = box.value;
          this.#to = back.checked ? "before2025" : "present";
          void this.#drawAnswer();
        },
      },
      h(
        "div",
        { class: "field" },
        h("label", { for: "address" }, t("Địa chỉ", "Address")),
        h(
          "p",
          { class: "hint", id: "address-hint" },
          t("Ví dụ: Thôn 2, Xã Cổ Bi, Huyện Gia Lâm, Hà Nội", "For example: Thôn 2, Xã Cổ Bi, Huyện Gia Lâm, Hà Nội"),
        ),
        box,
      ),
      h(
        "div",
        { class: "check" },
        back,
        h(
          "label",
          { for: "to-old" },
          t("Đổi ngược: từ địa chỉ mới về đơn vị cũ", "The other way: from a new address to the old units"),
        ),
      ),
      h("div", { class: "actions" }, h("button", { type: "submit", class: "button big" }, t("Tra cứu", "Look up"))),
    );
    box.setAttribute("aria-describedby", "address-hint");
    this.panel.replaceChildren(h("h2", {}, t("Một địa chỉ", "One address")), form, this.#answer);
    void this.#drawAnswer();
  }

  async #drawAnswer() {
    if (!this.#address.trim()) return this.#answer.replaceChildren();
    try {
      await this.#units;
      this.#answer.replaceChildren(...shown(convertAddress(this.#address, { locale: locale(), to: this.#to })));
    } catch (error) {
      this.#answer.replaceChildren(notice("error", whatFailed(/** @type {any} */ (error)?.code)));
    }
  }
}

/** @param {any} converted */
function shown(converted) {
  const { candidates, exact, question, findings } = converted;
  const remarks = findings.filter(
    (/** @type {any} */ finding) =>
      finding.severity !== "info" ||
      finding.code === "address.change_unconfirmed" ||
      finding.code === "address.merged_before",
  );
  const units = candidates.map((/** @type {any} */ unit) =>
    h(
      "li",
      {},
      h("b", {}, unit.commune),
      `, ${[unit.district, unit.province].filter(Boolean).join(", ")} `,
      h("small", { class: "mono" }, unit.code),
    ),
  );
  return [
    exact ? notice("good", converted.address) : question ? notice("warning", question) : null,
    exact || !units.length ? null : h("ul", { class: "units" }, ...units),
    exact ? h("p", {}, t("Mã đơn vị: ", "Code: "), h("span", { class: "mono" }, candidates[0].code)) : null,
    candidates.length
      ? h("p", { class: "hint" }, t("Trước sáp nhập: ", "Before the merger: "), converted.original)
      : null,
    ...remarks.map((/** @type {any} */ finding) => h("p", {}, finding.message)),
  ].filter((node) => node !== null);
}

/** @param {string | undefined} code */
function whatFailed(code) {
  if (code === "limit.input")
    return t(
      "Địa chỉ dài quá 10.000 ký tự. Hãy rút ngắn lại.",
      "The address is longer than 10,000 characters. Shorten it.",
    );
  return t(
    "Không tải được danh mục đơn vị hành chính. Hãy tải lại trang khi có mạng.",
    "The lists of units could not be loaded. Reload the page with a network.",
  );
}
