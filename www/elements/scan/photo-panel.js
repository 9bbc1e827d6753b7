import { h } from "../dom.js";
import { icon } from "../icons.js";
import { isHeic } from "./heic.js";
import { Panel } from "./panel.js";

/** A photo: taken now, or one that is there. */
export class PhotoPanel extends Panel {
  #scanner;
  /** Of the photo that is being read. @type {AbortController | undefined} */ #reading;

  /** @param {import("./panel.js").Host} host @param {import("../scanner.js").Scanner} scanner */
  constructor(host, scanner) {
    super(host);
    this.#scanner = scanner;
  }

  draw(id = "photo", take = this.host.message("photoTake"), hint = this.host.message("photoHint")) {
    this.place = h("div");
    return h(
      "div",
      { class: "panel" },
      this.place,
      this.#input(id, id, take, true),
      h("p", { class: "hint", id: `${id}-hint` }, hint),
      this.#input(`${id}-stored`, id, this.host.message("photoChoose"), false),
    );
  }

  /** Reads a picture; one that is being read is given up. @param {Blob} blob */
  async read(blob) {
    this.stop();
    const reading = (this.#reading = new AbortController());
    const bar = this.#showProgress(reading);
    const over = () => this.#reading !== reading;
    try {
      const found = await this.#scanner.photo(blob, {
        signal: reading.signal,
        progress: (share) => (bar.value = share),
        locale: this.host.locale,
      });
      if (over()) return;
      this.clear();
      await this.found(found);
    } catch (error) {
      const code = /** @type {any} */ (error)?.code;
      const heic = code === "picture" && (await isHeic(blob));
      if (over()) return;
      if (reading.signal.aborted) this.status(this.host.message("photoStopped"));
      else this.trouble(heic ? "photoHeic" : messageFor(code));
    } finally {
      if (!over()) this.#reading = undefined;
    }
  }

  /** @protected @param {Awaited<ReturnType<import("../scanner.js").Scanner["photo"]>>} found */
  async found(found) {
    if (found.length) return this.host.take(found, this);
    this.trouble(
      "photoNothing",
      found.hints?.map(({ message }) => message),
    );
  }

  /** Gives up the photo that is being read, without a word. */
  stop() {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  /** @param {AbortController} reading */
  #showProgress(reading) {
    const words = this.host.message("photoReading");
    const bar = /** @type {HTMLProgressElement} */ (h("progress", { max: 1, value: 0, "aria-label": words }));
    const cancel = h(
      "button",
      { type: "button", class: "button second", onclick: () => reading.abort() },
      this.host.message("photoCancel"),
    );
    this.place.replaceChildren(h("div", { class: "busy", role: "status" }, words, bar, cancel));
    return bar;
  }

  /**
   * @param {string} id @param {string} panel the id of its first one @param {string} label
   * @param {boolean} capture by the phone's camera
   */
  #input(id, panel, label, capture) {
    return h(
      "div",
      { class: capture ? "file" : "file only-touch" },
      h("input", {
        id,
        type: "file",
        accept: "image/*",
        capture: capture ? "environment" : null,
        "aria-describedby": `${panel}-hint`,
        onchange: this.#picked,
      }),
      h("label", { class: "button second", for: id }, icon("camera"), label),
    );
  }

  #picked = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    event.stopPropagation();
    if (file) void this.read(file);
    input.value = "";
  };
}

/** @param {string} code of an error @returns {import("../messages.js").MessageKey} */
function messageFor(code) {
  if (code === "picture" || code === "scan.size" || code === "limit.input") return "photoBroken";
  if (code === "init.not_found") return "setupMissing";
  return code === "init.csp" ? "cspMissing" : "scannerMissing";
}
