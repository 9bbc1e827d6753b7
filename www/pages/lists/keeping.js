import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { ListStore, markOpen } from "./kept.js";
import { notice } from "./words.js";

/** What was decided in a list, in order, and whether it outlives a reload. */
export class Keeping {
  /** @type {object[]} */ decisions = [];
  /** @type {ListStore | undefined} */ #store;
  #said = h("div", { role: "status" });

  /**
   * @param {() => Omit<import("./kept.js").KeptList, "decisions">} list as it was checked
   * @param {ListStore} [store] in which it is kept already
   */
  constructor(list, store) {
    this.list = list;
    this.#store = store;
  }

  /** The list was checked anew. @param {readonly object[]} [again] decisions that are done again */
  async checked(again = []) {
    this.decisions = [...again];
    if (this.#store) await this.#tried((store) => store.keep(this.list()));
    await this.#decided();
  }

  /** @param {object} decision */
  async add(decision) {
    this.decisions.push(decision);
    await this.#decided();
  }

  async undo() {
    this.decisions.pop();
    await this.#decided();
  }

  /** The list is closed: nothing of it stays. */
  end() {
    markOpen(undefined);
    void this.#store?.forget();
    this.#store = undefined;
  }

  /** The choice, with what happens without it. */
  panel() {
    const box = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", id: "keep-list" }));
    box.checked = Boolean(this.#store);
    box.addEventListener("change", () => void this.#choose(box));
    return h(
      "div",
      { class: "keeping" },
      h(
        "label",
        { class: "check", for: "keep-list" },
        box,
        h(
          "span",
          {},
          t("Giữ việc đang làm khi tải lại trang", "Keep the work when the page is reloaded"),
          h(
            "small",
            {},
            t(
              "Không bật: tải lại trang là mất danh sách và những gì đã chọn. Bật: mã hóa, mất khi đóng thẻ.",
              "Off: a reload loses the list and what was decided. On: encrypted, gone when the tab is closed.",
            ),
          ),
        ),
      ),
      this.#said,
    );
  }

  /** @param {HTMLInputElement} box */
  async #choose(box) {
    if (!box.checked) {
      void this.#store?.forget();
      this.#store = undefined;
      return;
    }
    await this.#tried(async () => {
      this.#store = await ListStore.begin();
      await this.#store.keep(this.list());
      await this.#store.decided(this.decisions);
    });
    box.checked = Boolean(this.#store);
  }

  async #decided() {
    markOpen({ decisions: this.decisions.length });
    if (this.#store) await this.#tried((store) => store.decided(this.decisions));
  }

  /** @param {(store: ListStore) => Promise<void>} job */
  async #tried(job) {
    try {
      await job(/** @type {ListStore} */ (this.#store));
      this.#said.replaceChildren();
    } catch {
      void this.#store?.forget();
      this.#store = undefined;
      const words = t(
        "Trình duyệt này không cho giữ danh sách trên máy. Hãy tải kết quả trước khi tải lại trang.",
        "This browser keeps no list on the device. Download the result before you reload the page.",
      );
      this.#said.replaceChildren(notice("warning", words));
    }
  }
}
