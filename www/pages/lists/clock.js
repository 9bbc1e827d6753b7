import { t } from "../../shell/locale.js";

/** How long something still takes, by how long it has taken. */
export class Clock {
  #start = performance.now();

  /** @param {number} done @param {number} all */
  left(done, all) {
    const seconds = ((performance.now() - this.#start) / 1000 / Math.max(done, 1)) * (all - done);
    if (seconds < 1) return t("sắp xong", "almost done");
    if (seconds < 90) return t(`còn khoảng ${Math.ceil(seconds)} giây`, `about ${Math.ceil(seconds)} seconds left`);
    const minutes = Math.ceil(seconds / 60);
    return t(`còn khoảng ${minutes} phút`, `about ${minutes} minutes left`);
  }
}
