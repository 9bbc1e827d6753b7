import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";

/** @param {"good" | "warning" | "error"} kind @param {string} words */
export function notice(kind, words) {
  return h("div", { class: `notice ${kind}` }, icon(kind), h("div", {}, h("p", {}, words)));
}

/** @param {number} value */
export function count(value) {
  return value.toLocaleString(locale());
}

/** @param {string} style @param {string} words @param {() => void} onclick @param {Node} [sign] */
export function button(style, words, onclick, sign) {
  return h("button", { type: "button", class: style, onclick }, sign, words);
}

/** What to say when something could not be done. @param {import("./job.js").Failure} failure */
export function whatFailed({ code, words }) {
  if (words) return words;
  if (code === "limit.input")
    return t(
      "Danh sách quá lớn. Hãy tách thành nhiều tệp rồi làm từng tệp.",
      "The list is too large. Split it into several files and take one after the other.",
    );
  if (code === "internal.trap")
    return t(
      "Máy không đủ bộ nhớ cho danh sách này. Hãy đóng bớt trang khác, hoặc tách danh sách thành nhiều tệp.",
      "This device has not enough memory for the list. Close other pages, or split the list into several files.",
    );
  if (code.startsWith("init."))
    return t(
      "Trang chưa tải xong phần đọc bảng tính. Hãy tải lại trang khi có mạng.",
      "The page has not loaded its reader of spreadsheets. Reload it with a network.",
    );
  return t("Không làm được. Hãy tải lại trang rồi thử lại.", "It could not be done. Reload the page and try again.");
}

/** @param {import("../../../pkg/people.js").PersonStatus} status */
export function statusTag(status) {
  const words = {
    clean: ["tag chip", t("Sạch", "Clean")],
    changed: ["tag qr", t("Đã sửa", "Changed")],
    ask: ["tag warn", t("Cần hỏi", "To be asked")],
    wrong: ["tag error", t("Sai", "Wrong")],
  }[status];
  return h("span", { class: words[0] ?? "" }, words[1] ?? "");
}
