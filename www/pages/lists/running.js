import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { Clock } from "./clock.js";
import { button, count } from "./words.js";

/** The bar while a list is checked, with the time left and the way to stop. */
export class Running {
  #clock = new Clock();
  #bar = /** @type {HTMLProgressElement} */ (
    h("progress", { id: "progress", max: 1, value: 0, "aria-label": t("Đã kiểm tra", "Checked") })
  );
  #words = h("p", { id: "progress-words" }, t("Đang chuẩn bị…", "Getting ready…"));

  /** @param {() => void} stop */
  constructor(stop) {
    this.place = h(
      "section",
      { class: "panel", id: "running" },
      h("h2", {}, t("Đang kiểm tra", "Checking")),
      this.#bar,
      this.#words,
      h("div", { class: "actions" }, button("button second", t("Dừng lại", "Stop"), stop)),
    );
  }

  /** @param {number} done @param {number} all */
  show(done, all) {
    this.#bar.max = all;
    this.#bar.value = done;
    const words = t(`${count(done)} trên ${count(all)} dòng`, `${count(done)} of ${count(all)} rows`);
    const rest = done < all ? this.#clock.left(done, all) : t("đang tìm người trùng", "looking for duplicates");
    this.#words.textContent = `${words}, ${rest}.`;
  }
}
