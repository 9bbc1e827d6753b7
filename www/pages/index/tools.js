import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { t } from "../../shell/locale.js";

/** The other pages, each a step away. */
export function toolsList() {
  const tools = /** @type {const} */ ([
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
  return h(
    "section",
    { class: "tools", "aria-labelledby": "tools" },
    h("h2", { id: "tools" }, t("Công cụ khác", "Other tools")),
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
