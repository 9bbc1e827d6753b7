import { cardArt, guideFrame } from "../art.js";
import { Camera } from "../camera.js";
import { h, svg } from "../dom.js";
import { icon } from "../icons.js";
import { Panel } from "./panel.js";

/** After so long without a code: words about how to hold the card. Milliseconds. */
const STILL_AFTER = 8000;

/**
 * Words that come and go help nobody: what hinders is said after this long, and taken back after that. Milliseconds.
 */
const HINDERED_AFTER = 1200;
const FREE_AFTER = 3000;

/** After a code that was refused the next frame waits, so that the words can be read. Milliseconds. */
const PAUSE_AFTER_CODE = 700;

/** The camera: opened by a press of a button, its frames are read until a card is found. */
export class CameraPanel extends Panel {
  #scanner;
  /** @type {Camera | undefined} */ #camera;
  /** @type {HTMLVideoElement | undefined} */ #video;
  /** When the camera was opened; `Infinity` once it was said how to hold the card. */
  #since = 0;
  /** What hinders, and since when. @type {{ code?: string, since: number, said: boolean }} */
  #hindrance = { since: 0, said: false };
  /**
   * @type {{ open: HTMLElement, frame: HTMLElement, controls: HTMLElement, said: HTMLElement, mark: SVGElement } |
   * undefined}
   */
  #parts;

  /** @param {import("./panel.js").Host} host @param {import("../scanner.js").Scanner} scanner */
  constructor(host, scanner) {
    super(host, "warning");
    this.#scanner = scanner;
  }

  get running() {
    return Boolean(this.#camera?.running);
  }

  draw() {
    const { host } = this;
    this.place = h("div");
    const label = host.message("scanTitle");
    const video = /** @type {HTMLVideoElement} */ (h("video", { playsinline: true, muted: true, "aria-label": label }));
    this.#video = video;
    this.#camera = new Camera(video, () => {
      this.#off();
      this.trouble("cameraGone");
    });
    const said = h("p", { class: "said", role: "status" });
    const mark = outline();
    const frame = h("div", { class: "camera", hidden: true }, video, guideFrame(), mark, said);
    const controls = h("div", { class: "camera-controls" });
    const open = h(
      "div",
      {},
      h(
        "div",
        { class: "cards" },
        cardArt("front", host.message("artFront")),
        cardArt("back", host.message("artBack")),
      ),
      h("p", { class: "hint" }, host.message("scanWhere")),
      h(
        "button",
        { type: "button", class: "button big", part: "camera-button", onclick: () => void this.start() },
        icon("camera"),
        host.message("cameraOpen"),
      ),
    );
    this.#parts = { open, frame, controls, said, mark };
    return h("div", { class: "panel" }, this.place, open, frame, controls);
  }

  /** @param {string} [deviceId] */
  async start(deviceId) {
    const camera = this.#camera;
    const parts = this.#parts;
    if (!camera || !parts?.frame.isConnected) return;
    parts.frame.hidden = false;
    parts.open.hidden = true;
    this.status(this.host.message("cameraStarting"));
    const wrong = await camera.start(deviceId);
    if (wrong) {
      this.#off();
      this.trouble(wrong);
      return;
    }
    if (!camera.running) return;
    this.clear();
    this.#since = performance.now();
    this.#hindrance = { since: this.#since, said: false };
    this.#scanner.forget();
    this.status(this.host.message("cameraHow"));
    await this.#drawControls(camera);
    void this.#read(camera);
  }

  /** Gives the camera back. */
  stop() {
    this.#camera?.stop();
    this.#off();
  }

  /** Over the picture. @override @param {string} words */
  status(words) {
    if (this.#parts) this.#parts.said.textContent = words;
  }

  #off() {
    if (!this.#parts) return;
    this.#parts.frame.hidden = true;
    this.#parts.controls.replaceChildren();
    this.#parts.open.hidden = false;
  }

  /** Frame after frame, until the camera is given back. @param {Camera} camera */
  async #read(camera) {
    const video = this.#video;
    while (video && camera === this.#camera && camera.running) {
      await nextFrame(video);
      if (!camera.running) return;
      let found;
      try {
        found = await this.#scanner.frame(video, this.host.locale);
      } catch (error) {
        const code = /** @type {any} */ (error)?.code;
        if (code === "stopped" || !camera.running) return;
        if (code === "internal" || code === "internal.trap") continue;
        this.stop();
        return this.trouble(code === "init.csp" ? "cspMissing" : "scannerMissing");
      }
      if (!camera.running) return;
      this.#outline(video, found.corners);
      if (found.length) {
        await this.host.take(found, this);
        if (camera.running) await pause(PAUSE_AFTER_CODE);
      } else if (performance.now() - this.#since > STILL_AFTER) {
        this.#since = Infinity;
        this.status(this.host.message("cameraStill"));
      } else this.#hindered(found.hints?.[0]);
    }
  }

  /**
   * Says what hinders, once frame after frame says so: words that come and go help nobody, least of all read out.
   * @param {{ code: string, message: string } | undefined} hint
   */
  #hindered(hint) {
    const now = performance.now();
    const before = this.#hindrance;
    if (hint?.code !== before.code) this.#hindrance = { code: hint?.code, since: now, said: false };
    else if (!before.said && now - before.since > (hint ? HINDERED_AFTER : FREE_AFTER)) {
      before.said = true;
      if (hint) this.status(hint.message);
      else if (this.#since !== Infinity) this.status(this.host.message("cameraHow"));
    }
  }

  /** Marks the code in the picture. @param {HTMLVideoElement} video @param {number[][]} [corners] in its pixels */
  #outline(video, corners = []) {
    const mark = this.#parts?.mark;
    mark?.setAttribute("viewBox", `0 0 ${video.videoWidth || 1} ${video.videoHeight || 1}`);
    const points = corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(" ");
    mark?.firstElementChild?.setAttribute("points", points);
  }

  /** What this camera can do. @param {Camera} camera */
  async #drawControls(camera) {
    const { host } = this;
    const { torch, zoom } = camera.abilities;
    const others = await camera.others();
    if (!camera.running) return;
    const button = (/** @type {string} */ words, /** @type {() => void} */ onclick) =>
      h("button", { type: "button", class: "button second", onclick }, words);
    const light = button(host.message("cameraTorch"), () => {
      const on = light.getAttribute("aria-pressed") !== "true";
      light.setAttribute("aria-pressed", String(on));
      void camera.torch(on);
    });
    light.setAttribute("aria-pressed", "false");
    const slider =
      zoom && h("input", { type: "range", min: zoom.min, max: zoom.max, step: zoom.step, value: zoom.now });
    slider?.addEventListener("input", () => camera.zoom(Number(/** @type {HTMLInputElement} */ (slider).value)));
    this.#parts?.controls.replaceChildren(
      button(host.message("cameraStop"), () => this.stop()),
      ...(torch ? [light] : []),
      ...(slider ? [h("label", {}, host.message("cameraZoom"), slider)] : []),
      ...(others.length ? [button(host.message("cameraOther"), () => void this.start(others[0]))] : []),
    );
  }
}

/** The outline of a code that was found, laid over the video as that is shown: filled, cut at the sides. */
function outline() {
  return svg(
    "svg",
    { class: "guide", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true", focusable: "false" },
    svg("polygon", {
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 3,
      "stroke-linejoin": "round",
      "vector-effect": "non-scaling-stroke",
    }),
  );
}

/** The next frame of the video, or a moment later. @param {HTMLVideoElement} video @returns {Promise<void>} */
function nextFrame(video) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 250);
    /** @type {any} */ (video).requestVideoFrameCallback?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
