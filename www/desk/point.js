import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";

const KEY = "cancuoc.point";
const LONGEST = 100;

/** Where the desk stands: for the tally, and no person's data. */
export function pointField() {
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: "point", autocomplete: "off", maxlength: LONGEST })
  );
  input.value = point();
  input.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, input.value.trim().slice(0, LONGEST));
    } catch {
      // Storage is forbidden: the name lasts for this page.
    }
  });
  return h(
    "div",
    { class: "field" },
    h("label", { for: "point" }, t("Tên điểm hỗ trợ (ghi vào tổng kết)", "Name of the desk (for the tally)")),
    input,
  );
}

export function point() {
  const typed = /** @type {HTMLInputElement | null} */ (document.getElementById("point"))?.value.trim();
  try {
    return typed || (localStorage.getItem(KEY) ?? "");
  } catch {
    return typed ?? "";
  }
}
