import { h } from "../dom.js";
import { notice } from "../notice.js";

/**
 * One way of reading, with a place for words about what it does and what is wrong.
 *
 * @typedef {object} Host what a panel needs of its element
 * @property {"vi" | "en"} locale
 * @property {(key: import("../messages.js").MessageKey, values?: Record<string, string | number>) => string} message
 * @property {(payloads: (string | Uint8Array)[], panel: Panel) => Promise<void>} take reads codes
 * @property {(type: string, detail: unknown) => void} fire
 */
export class Panel {
  /** @protected */ place = h("div");
  /** @protected */ host;

  #severity;

  /** @param {Host} host @param {"warning" | "error"} [severity] how serious it is when this way does not work */
  constructor(host, severity = "error") {
    this.host = host;
    this.#severity = severity;
  }

  /** What it is doing. @param {string} words */
  status(words) {
    this.place.replaceChildren(h("p", { role: "status" }, words));
  }

  clear() {
    this.place.replaceChildren();
  }

  /**
   * This way does not work now.
   * @param {import("../messages.js").MessageKey} key
   * @param {string[]} [hints] what hindered, as far as the picture tells
   */
  trouble(key, hints = []) {
    const words = this.host.message(key);
    this.place.replaceChildren(h("div", { role: "alert" }, notice(this.#severity, words, ...hints)));
    this.host.fire("error", { code: `widget.${key}`, message: words });
  }

  /** What was read is no card. @param {import("../../index.js").Reading} reading */
  refuse({ findings }) {
    const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    const words = errors.length ? errors : [this.host.message("wrongQr")];
    this.place.replaceChildren(h("div", { role: "alert" }, notice("error", ...words)));
    this.host.fire("error", { code: findings[0]?.code ?? "qr.unknown", message: words.join(" ") });
  }
}
