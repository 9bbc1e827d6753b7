import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { t } from "../shell/locale.js";

/** What the desk says to the helper, one thing at a time. */
export class Said {
  place = h("div", { role: "status", id: "said" });

  /** @param {"good" | "warning"} kind @param {string} words */
  tell(kind, words) {
    this.place.replaceChildren(h("div", { class: `notice ${kind}` }, icon(kind), h("div", {}, h("p", {}, words))));
  }

  nothing() {
    this.place.replaceChildren();
  }

  /** @param {string} message */
  noCard(message) {
    this.tell("warning", `${t("Máy quét đọc chưa được thẻ này.", "The reader did not get a card.")} ${message}`);
  }

  finished() {
    const words = t(
      "Tờ khai này đã xong. Bấm “Người tiếp theo” hoặc “Cùng người này, tờ khai khác”, rồi quét lại thẻ.",
      "This form is finished. Press “Next person” or “Same person, another form”, then read the card again.",
    );
    this.tell("warning", words);
  }

  notKept() {
    const words = t(
      "Trình duyệt này không cho giữ tờ khai trên máy, hoặc tờ khai quá lớn. Hãy làm xong trước khi đóng trang.",
      "This browser keeps no form on the device, or the form is too large. Finish it before the page is closed.",
    );
    this.tell("warning", words);
  }

  /** Another citizen's form is open. */
  occupied() {
    const words = t(
      "Đang làm tờ khai của người khác. Hãy bấm “Để chờ” hoặc “Người tiếp theo” trước.",
      "Another person's form is open. First press “Park” or “Next person”.",
    );
    this.tell("warning", words);
    this.place.scrollIntoView({ block: "center" });
  }

  /** @param {number} ticket of the citizen whose page ended */
  cut(ticket) {
    const words = t(
      `Trang đã bị đóng khi đang giúp số ${ticket}. Tờ khai còn đó: bấm “Làm tiếp” ở mục “Đang để chờ”.`,
      `The page was closed while number ${ticket} was helped. The form is there: press “Go on” among the parked.`,
    );
    this.tell("good", words);
  }
}
