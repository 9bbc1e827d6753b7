import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { t } from "../../shell/locale.js";

/** The pieces of which the elements and pages are made, by the classes of their style sheet. */
export function pieces() {
  return h(
    "div",
    {},
    part(t("Nút", "Buttons"), [
      h(
        "div",
        { class: "actions" },
        ...["", "second", "quiet", "danger", "big"].map((kind) =>
          h("button", { type: "button", class: `button ${kind}`.trim() }, `.button${kind ? `.${kind}` : ""}`),
        ),
        h("button", { type: "button", class: "button", disabled: true }, ":disabled"),
      ),
    ]),
    part(t("Lời báo", "Notices"), [
      ...["info", "warning", "error", "good"].map((kind) =>
        h("div", { class: `notice ${kind}` }, icon(/** @type {"info"} */ (kind)), h("p", {}, `.notice.${kind}`)),
      ),
    ]),
    part(t("Thẻ nguồn", "Tags"), [
      h(
        "p",
        {},
        ...["qr", "mrz", "chip", "typed", "warn", "error"].flatMap((kind) => [
          h("span", { class: `tag ${kind}` }, `.tag.${kind}`),
          " ",
        ]),
      ),
    ]),
    part(t("Ô nhập", "Fields"), [
      h(
        "div",
        { class: "field" },
        h("label", { for: "piece-1" }, ".field"),
        h("input", { type: "text", id: "piece-1" }),
      ),
      h(
        "div",
        { class: "field wrong" },
        h("label", { for: "piece-2" }, ".field.wrong"),
        h("p", { class: "wrong-words", id: "piece-2-wrong" }, t("Hãy ghi họ và tên.", "Write the full name.")),
        h("input", { type: "text", id: "piece-2", "aria-invalid": "true", "aria-describedby": "piece-2-wrong" }),
      ),
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: true }), h("span", {}, ".check")),
    ]),
    part(t("Lựa chọn lớn", "Choices"), [
      h(
        "div",
        { class: "choices" },
        ...["qr", "pen"].map((picture) =>
          h(
            "button",
            { type: "button", class: "choice" },
            icon(/** @type {"qr"} */ (picture)),
            h("span", {}, h("b", {}, ".choice"), h("small", {}, t("Dòng giải thích", "A line about it"))),
          ),
        ),
      ),
    ]),
    part(t("Dữ kiện", "Facts"), [
      h(
        "dl",
        { class: "facts" },
        ...[
          [t("Họ và tên", "Full name"), "Nguyễn Văn Mẫu", "qr"],
          [t("Số định danh", "Personal number"), "001 202 999 999", "typed"],
        ].map(([name, value, source]) =>
          h(
            "div",
            {},
            h("dt", {}, name),
            h("dd", {}, value),
            h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, source)),
          ),
        ),
      ),
    ]),
  );
}

/** @param {string} title @param {Node[]} children */
const part = (title, children) => h("section", { class: "panel" }, h("h3", {}, title), ...children);
