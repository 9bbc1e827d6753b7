import { t } from "../shell/locale.js";

/**
 * What the helper does now.
 * @param {import("./citizen.js").Citizen} citizen @param {boolean} linked a form of the same service comes next
 */
export function nextWords({ service, form, sealed, card }, linked) {
  if (sealed)
    return linked
      ? t(
          "In hoặc chuyển tờ khai này, rồi làm tờ khai tiếp theo của cùng dịch vụ ở bên dưới.",
          "Print this form or hand it over, then do the next form of this service, below.",
        )
      : t(
          "In hoặc chuyển tờ khai sang điện thoại của người dân. Xong thì bấm “Người tiếp theo”.",
          "Print the form or hand it over to the citizen's phone. Then press “Next person”.",
        );
  if (form)
    return t(
      "Làm cùng người dân từng trang. Còn thiếu giấy tờ thì bấm “Để chờ”: tờ khai được giữ lại theo số.",
      "Go through the pages with the citizen. If a paper is missing press “Park”: the form is kept by its number.",
    );
  if (service)
    return t(
      "Đánh dấu giấy tờ người dân có, rồi bấm “Làm tờ khai”.",
      "Tick the papers that the citizen has, then press “Fill in the form”.",
    );
  if (card)
    return t(
      "Đã đọc thẻ. Chọn dịch vụ: thông tin trên thẻ sẽ được điền vào tờ khai.",
      "The card was read. Choose the service: the form is filled in from the card.",
    );
  return t(
    "Hỏi người dân cần việc gì rồi chọn dịch vụ. Có máy quét thì quét thẻ lúc nào cũng được; nói trước với họ: chỉ " +
      "để điền tờ khai, không muốn quét thì gõ tay.",
    "Ask what the citizen needs and choose the service. With a hand-held reader, read the card at any time; say " +
      "first that it only fills in their form, and that typing does as well.",
  );
}
