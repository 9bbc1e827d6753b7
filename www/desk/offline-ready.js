import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, t } from "../shell/locale.js";

/** As `www/offline/service-worker.js` calls it. */
const CACHE = "cancuoc-assets";

/** Whether the desk works without a network now, and of which day its files are. */
export class OfflineReady {
  place = h("p", { class: "offline", id: "offline", role: "status" });
  /** @type {"never" | "coming" | "ready"} */ #state = "coming";
  /** @type {Date | undefined} */ #day;

  constructor() {
    if (!("serviceWorker" in navigator) || !isSecureContext) this.#state = "never";
    // A worker is active only when each file of its version is kept.
    else navigator.serviceWorker.ready.then(() => this.#ready()).catch(() => {});
    this.draw();
  }

  async #ready() {
    const cache = await caches.open(CACHE);
    const page = await cache.match(new URL("desk.html", location.href), { ignoreSearch: true });
    if (!page) return; // the browser has thrown the files away
    const said = Date.parse(page.headers.get("date") ?? "");
    this.#day = Number.isNaN(said) ? undefined : new Date(said);
    this.#state = "ready";
    this.draw();
  }

  draw() {
    const day = this.#day?.toLocaleDateString(locale() === "en" ? "en-GB" : "vi-VN");
    const of = day ? t(`, bản tải về ngày ${day}`, `, the version fetched on ${day}`) : "";
    const words = {
      never: t(
        "Trang này chưa dùng được khi mất mạng: cần mở bằng địa chỉ https://.",
        "This page does not work without a network: open it by an address with https://.",
      ),
      coming: t("Đang tải về máy để dùng khi mất mạng…", "Being fetched, so that it works without a network…"),
      ready: t(`Sẵn sàng ngoại tuyến${of}.`, `Works without a network${of}.`),
    }[this.#state];
    this.place.replaceChildren(icon(this.#state === "ready" ? "good" : "info"), words);
  }
}
