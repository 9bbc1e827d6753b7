import { readQr } from "../../pkg/index.js";
import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { button } from "./button.js";

/** Invented people, as their cards' codes would say it: one of 2021, one with eleven fields, one that has expired. */
const CARDS = [
  "001090000001||Nguyễn Văn Mẫu|15051990|Nam|Số 1 Phố Mẫu, Phường Hàng Trống, Quận Hoàn Kiếm, Hà Nội|20042021",
  "079195000002||Trần Thị Mẫu|02091995|Nữ|Số 2 Đường Mẫu, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh|10102024||||",
  "036060000003|160000003|Phạm Văn Mẫu|01011960|Nam|Xóm Mẫu, Xã Giao Châu, Huyện Giao Thủy, Tỉnh Nam Định|05052021",
];

/** Whether the page is for practice. */
export function isTraining() {
  return new URLSearchParams(location.search).has("training");
}

/** The same page for practice, or in earnest again. @param {boolean} on */
export function trainingAddress(on) {
  const address = new URL(location.href);
  if (on) address.searchParams.set("training", "");
  else address.searchParams.delete("training");
  return address.href;
}

/**
 * Practice: sample cards in place of people's, nothing of it in the tally or the queue; the paper says so, too.
 * @param {(reading: any) => void} take @param {() => object} options of the core
 */
export function trainingBar(take, options) {
  const cards = CARDS.map((payload) => {
    const reading = readQr(payload, options());
    return button("button second", reading.person.fullName ?? "", () => take(reading));
  });
  return h(
    "section",
    { class: "panel training", "aria-labelledby": "training" },
    h("h2", { id: "training" }, t("BẢN TẬP, KHÔNG NỘP", "PRACTICE, NOT TO BE SUBMITTED")),
    h(
      "p",
      {},
      t(
        "Tập với thẻ mẫu. Không ghi vào tổng kết và hàng chờ. Đừng nhập dữ liệu của người thật.",
        "Practise with sample cards. Nothing goes into tally or queue. Do not enter data of real people.",
      ),
    ),
    h("p", { class: "hint" }, t("Đưa một thẻ mẫu vào máy quét:", "Put a sample card under the reader:")),
    h(
      "div",
      { class: "actions" },
      ...cards,
      h("a", { class: "button quiet", href: trainingAddress(false) }, t("Thôi tập", "Stop practising")),
    ),
  );
}
