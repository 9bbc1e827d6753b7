import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { STACKS } from "./code.js";

/**
 * The lines to copy, a block for each file.
 * @param {import("./code.js").Chosen} chosen @param {import("./state.js").State} state
 * @param {(name: string, value: string) => void} changed @param {boolean} styled
 */
export function codeOf(chosen, state, changed, styled) {
  const stack = STACKS[state.get("stack")] ? state.get("stack") : "html";
  const said = h("p", { role: "status", class: "hint" });
  return [
    h("h2", { id: "code-title" }, t("Mã", "Code")),
    h(
      "div",
      { class: "actions stacks", role: "group", "aria-label": t("Công nghệ", "Stack") },
      ...Object.entries(STACKS).map(([id, { words }]) =>
        h(
          "button",
          {
            type: "button",
            class: id === stack ? "button" : "button second",
            "aria-pressed": String(id === stack),
            id: `stack-${id}`,
            onclick: () => {
              changed("stack", id);
              document.getElementById(`stack-${id}`)?.focus();
            },
          },
          words,
        ),
      ),
    ),
    ...STACKS[stack].files(chosen).map((file) => block(file, said)),
    said,
    styled
      ? h(
          "p",
          { class: "hint" },
          t(
            "Màu nào cũng được chỉnh cho đủ tương phản; mọi biến màu và cỡ có trong tài liệu.",
            "Each colour is made to have enough contrast; all tokens are in the manual.",
          ),
        )
      : null,
    h(
      "ul",
      { class: "links" },
      link("./gallery.html", t("Mọi phần tử, mọi trạng thái", "Every element in every state")),
      link(t("./manual/vi/start.html", "./manual/start.html"), t("Bắt đầu trong mười phút", "Start in ten minutes")),
      link("./manual/elements.html", t("Mọi thuộc tính, sự kiện, biến", "Every attribute, event and token")),
    ),
  ].filter((each) => each !== null);
}

/** @param {string} href @param {string} words */
const link = (href, words) => h("li", {}, h("a", { href }, words));

/** @param {import("./code.js").File} file @param {HTMLElement} said */
function block({ name, code }, said) {
  const copy = async () => {
    const done = await navigator.clipboard.writeText(`${code}\n`).then(
      () => true,
      () => false,
    );
    said.textContent = done
      ? t(`Đã chép ${name}.`, `${name} was copied.`)
      : t("Trình duyệt không cho chép: hãy chọn các dòng rồi chép tay.", "The browser forbids it: select the lines.");
  };
  return h(
    "figure",
    { class: "code" },
    h(
      "figcaption",
      {},
      h("b", { class: "mono", translate: "no" }, name),
      h(
        "button",
        { type: "button", class: "button second", onclick: () => void copy() },
        t("Chép", "Copy"),
        h("span", { class: "hidden-visually" }, ` ${name}`),
      ),
    ),
    h("pre", { tabindex: "0", translate: "no", "data-file": name }, h("code", {}, code)),
  );
}
