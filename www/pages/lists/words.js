import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";

/** @param {"good" | "warning" | "error"} kind @param {string} words */
export function notice(kind, words) {
  return h("div", { class: `notice ${kind}` }, icon(kind), h("div", {}, h("p", {}, words)));
}

/**
 * A whole number. By hand: the first number that the browser formats makes its longest task.
 * @param {number} value
 */
export function count(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, locale() === "en" ? "," : ".");
}

/** @param {string} style @param {string} words @param {() => void} onclick @param {Node} [sign] */
export function button(style, words, onclick, sign) {
  return h("button", { type: "button", class: style, onclick }, sign, words);
}

/** Of the browser: the device has no memory left. */
const MEMORY = ["internal.trap", "RangeError", "QuotaExceededError", "DataCloneError"];
/** Of the browser: the file cannot be read any more. */
const FILE = ["NotReadableError", "NotFoundError", "SecurityError"];

/** What to say when something could not be done, and how to go on. @param {import("./job.js").Failure} failure */
export function whatFailed({ code, words }) {
  if (words) return words;
  if (code === "limit.input")
    return t(
      "Danh sách quá lớn. Hãy tách thành nhiều tệp rồi làm từng tệp.",
      "The list is too large. Split it into several files and take one after the other.",
    );
  if (MEMORY.includes(code))
    return t(
      "Máy không đủ bộ nhớ cho danh sách này. Hãy đóng bớt trang khác, hoặc tách danh sách thành nhiều tệp.",
      "This device has not enough memory for the list. Close other pages, or split the list into several files.",
    );
  if (FILE.includes(code))
    return t(
      "Không đọc được tệp: đang mở ở chương trình khác, hoặc đã đổi, đã bị chuyển đi. Hãy đóng nó rồi chọn lại tệp.",
      "The file cannot be read: another program has it open, or it was moved. Close that, choose the file again.",
    );
  if (code === "list.closed")
    return t(
      "Danh sách không còn trong bộ nhớ của trang. Hãy bấm “Danh sách khác” rồi chọn lại tệp.",
      "The list is no longer in the page's memory. Press “Another list” and choose the file again.",
    );
  if (code.startsWith("init."))
    return t(
      "Trang chưa tải xong phần đọc bảng tính. Hãy tải lại trang khi có mạng.",
      "The page has not loaded its reader of spreadsheets. Reload it with a network.",
    );
  return t(
    `Không làm được (mã ${code}). Hãy tải lại trang rồi thử lại.`,
    `It could not be done (code ${code}). Reload the page and try again.`,
  );
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
