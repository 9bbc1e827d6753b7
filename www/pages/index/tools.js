import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { t } from "../../shell/locale.js";

/**
 * The page, its picture, its name and a line about it, each in both languages.
 * @typedef {[string, Parameters<typeof icon>[0], string, string, string, string]} Tool
 */

/** The other pages, each a step away. */
export function toolsList() {
  return list("tools", t("Công cụ khác", "Other tools"), [
    [
      "check.html",
      "qr",
      "Kiểm tra giấy tờ",
      "Check a document",
      "Mã QR, dòng mã ở mặt sau",
      "QR code, lines on the back",
    ],
    ["chip.html", "card", "Đọc chip", "Read a chip", "Kiểm tra chữ ký trong thẻ", "Check the signature in the card"],
    ["address.html", "pen", "Địa chỉ mới", "New addresses", "Tên xã, phường hiện nay", "Communes of today"],
    ["lists.html", "good", "Làm sạch danh sách", "Clean a list", "Bảng tính về nhiều người", "A spreadsheet of people"],
    [
      "desk.html",
      "info",
      "Bàn hỗ trợ",
      "Help desk",
      "Giúp từng người tại điểm hỗ trợ",
      "Help one person after another",
    ],
    ["officer.html", "good", "Cán bộ tiếp nhận", "Officer", "Mở tờ khai đã hoàn tất", "Open completed forms"],
    ["receive.html", "download", "Nhận tờ khai", "Receive a form", "Từ máy ở bàn hỗ trợ", "From the desk's screen"],
  ]);
}

/** What is for those who build a page of their own. */
export function buildersList() {
  return list("builders", t("Cho người làm cổng dịch vụ", "For who builds a portal"), [
    ["playground.html", "pen", "Thử và lấy mã", "Playground", "Chọn, xem thử, chép mã", "Choose, look, copy the code"],
    ["gallery.html", "card", "Trưng bày", "Gallery", "Mọi phần tử, mọi trạng thái", "Every element in every state"],
    [t("manual/vi/", "manual/"), "lines", "Tài liệu", "Manual", "Cách nhúng, cách kiểm tra", "How to embed and check"],
  ]);
}

/** @param {string} id @param {string} title @param {Tool[]} tools */
function list(id, title, tools) {
  return h(
    "section",
    { class: "tools", "aria-labelledby": id },
    h("h2", { id }, title),
    h(
      "ul",
      { class: "choices" },
      ...tools.map(([file, picture, vi, en, hint, hintEn]) =>
        h(
          "li",
          {},
          h(
            "a",
            { class: "choice", href: `./${file}` },
            icon(picture),
            h("span", {}, h("b", {}, t(vi, en)), h("small", {}, t(hint, hintEn))),
          ),
        ),
      ),
    ),
  );
}
