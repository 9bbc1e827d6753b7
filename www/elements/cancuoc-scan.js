import { readMrz } from "../reading.js";
import { CanCuocElement } from "./base.js";
import { h } from "./dom.js";
import { readyToRead } from "./ready.js";
import { CameraPanel } from "./scan/camera-panel.js";
import { cardOf } from "./scan/card-of.js";
import { LinesPanel } from "./scan/lines-panel.js";
import { PhotoPanel } from "./scan/photo-panel.js";
import { signalReading } from "./scan/signal.js";
import { TypedPanel } from "./scan/typed-panel.js";
import { Scanner } from "./scanner.js";
import { Wedge } from "./wedge.js";

/**
 * `<cancuoc-scan>`: gives a reading of a card, by camera, photo, hand-held reader, pasted data or typed MRZ.
 *
 * Attributes: `locale` (`vi`, `en`), `modes` (words out of `camera photo text mrz`; all but `mrz` when left out),
 * `quiet` (no sound, no vibration), `on` (the day of the rules), `theme` (`light`, `dark`).
 * Events: `reading` with the `Reading`; `error` with `{ code, message }`.
 * As part of a host's form it submits the reading as JSON under its `name`.
 */
export class CanCuocScan extends CanCuocElement {
  static observedAttributes = ["locale", "modes"];

  /** @type {import("../index.js").Reading | undefined} */ #reading;
  #scanner = new Scanner();
  #wedge = new Wedge((text) => this.readText(text));
  #camera;
  #photo;
  #text;
  #mrz;
  #connected = false;
  /** Whether the camera is opened again when the page is seen again. */
  #resume = false;
  /** Says that a card was read, to those who do not see it. */
  #done = h("p", { class: "hidden-visually", role: "status" });

  constructor() {
    super();
    const locale = () => this.locale;
    /** @type {import("./scan/panel.js").Host} */
    const host = {
      get locale() {
        return locale();
      },
      message: (key, values) => this.message(key, values),
      take: (payloads, panel) => this.#take(payloads, panel),
      fire: (type, detail) => this.emit(type, detail),
    };
    this.#camera = new CameraPanel(host, this.#scanner);
    this.#photo = new PhotoPanel(host, this.#scanner);
    this.#text = new TypedPanel(host, TEXT, (text) => void this.readText(text));
    this.#mrz = new LinesPanel(
      host,
      () => this.#options,
      (text, codes) => void this.#readLines(text, codes),
    );
  }

  /** @protected */
  arrived() {
    this.#connected = true;
    this.#draw();
    if (this.#has("text")) this.#wedge.listen();
    document.addEventListener("visibilitychange", this.#visibility);
    if (this.#has("camera") || this.#has("photo")) this.#warm();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    // The camera is given back at once; where the element was only moved it is taken again.
    const { running } = this.#camera;
    this.stop();
    this.#resume = running;
  }

  /** @protected */
  moved() {
    if (!this.#resume || document.hidden) return;
    this.#resume = false;
    void this.start();
  }

  /** @protected */
  left() {
    this.#connected = false;
    this.#wedge.stop();
    document.removeEventListener("visibilitychange", this.#visibility);
    this.stop();
    this.#photo.stop();
    this.#scanner.close();
    this.#forget();
  }

  attributeChangedCallback() {
    if (!this.#connected) return;
    this.stop();
    this.#draw();
  }

  /** The last reading. */
  get reading() {
    return this.#reading;
  }

  formResetCallback() {
    this.#reading = undefined;
    this.#forget();
    this.internals?.setFormValue(null);
    if (this.#connected) this.#draw();
  }

  /** Opens the camera; call it from a press of a button. @param {string} [deviceId] */
  async start(deviceId) {
    if (this.#connected && this.#has("camera")) await this.#camera.start(deviceId);
  }

  /** Gives the camera back. */
  stop() {
    this.#resume = false;
    this.#camera.stop();
  }

  /** Reads a picture. @param {Blob} blob */
  async readPhoto(blob) {
    await this.#photo.read(blob);
  }

  /** Reads what a hand-held reader or the clipboard gives. @param {string} text */
  async readText(text) {
    this.#text.clear();
    if (!text.trim()) return this.#text.trouble("textEmpty");
    await this.#take([text], this.#text);
  }

  /** Reads the three lines on the back. @param {string} text */
  async readLines(text) {
    await this.#readLines(text, []);
  }

  /** @param {string} text @param {Uint8Array[]} codes of the same photo */
  async #readLines(text, codes) {
    this.#mrz.clear();
    if (!text.trim()) return this.#mrz.trouble("mrzEmpty");
    const wrong = await readyToRead();
    if (wrong) return this.#mrz.trouble(wrong);
    const reading = readMrz(text, this.#options);
    if (reading.assurance === "none") return this.#mrz.refuse(reading);
    const card = cardOf(codes, this.#options);
    this.#give(reading, ...(card && card.assurance !== "none" ? [card] : []));
  }

  get #options() {
    return { locale: this.locale, ...(this.getAttribute("on") ? { on: this.getAttribute("on") ?? undefined } : {}) };
  }

  /** @param {string} mode */
  #has(mode) {
    return (this.getAttribute("modes") ?? "camera photo text").split(/\s+/).includes(mode);
  }

  /** Loads scanner and reader before they are needed. */
  #warm() {
    const go = () => this.#connected && this.#scanner.warm().catch(() => {});
    if (typeof requestIdleCallback === "function") requestIdleCallback(go, { timeout: 1500 });
    else setTimeout(go, 300);
    void readyToRead();
  }

  /**
   * @param {(string | Uint8Array)[]} payloads every code in the picture: the first that is a card's is taken
   * @param {import("./scan/panel.js").Panel} panel where to say what is wrong
   */
  async #take(payloads, panel) {
    const wrong = await readyToRead();
    if (wrong) return panel.trouble(wrong);
    const reading = cardOf(payloads, this.#options);
    if (!reading) return;
    if (reading.assurance === "none") return panel.refuse(reading);
    // What the host does with it is a task of its own: a slow phone stays responsive.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#connected) this.#give(reading);
  }

  /** @param {import("../index.js").Reading[]} readings of one card; the last stays */
  #give(...readings) {
    this.stop();
    this.#forget();
    if (!this.hasAttribute("quiet")) signalReading();
    this.#done.textContent = this.message("scanDone");
    for (const reading of readings) {
      this.#reading = reading;
      this.internals?.setFormValue(JSON.stringify(reading));
      this.emit("reading", reading);
    }
  }

  /** What was typed. */
  #forget() {
    this.#text.forget();
    this.#mrz.forget();
  }

  #visibility = () => {
    if (document.hidden && this.#camera.running) {
      this.stop();
      this.#resume = true;
    } else if (!document.hidden && this.#resume) {
      this.#resume = false;
      void this.start();
    }
  };

  #draw() {
    const panels = { camera: this.#camera, photo: this.#photo, text: this.#text, mrz: this.#mrz };
    const shown = Object.entries(panels).filter(([mode]) => this.#has(mode));
    this.#done.textContent = "";
    this.body.replaceChildren(h("div", { class: "ways" }, ...shown.map(([, panel]) => panel.draw())), this.#done);
    this.body.ondragover = (event) => event.preventDefault();
    this.body.ondrop = (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file && this.#has("photo")) void this.readPhoto(file);
    };
    this.body.onpaste = (event) => {
      const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith("image/"));
      if (!file || !this.#has("photo")) return;
      event.preventDefault();
      void this.readPhoto(file);
    };
  }
}

/** @type {import("./scan/typed-panel.js").Typed} */
const TEXT = {
  id: "payload",
  style: "text",
  label: "textLabel",
  hint: "textHint",
  button: "textRead",
  enter: true,
};
