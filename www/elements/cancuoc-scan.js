import { readMrz, readQr } from "../reading.js";
import { cardArt, guideFrame } from "./art.js";
import { CanCuocElement } from "./base.js";
import { Camera } from "./camera.js";
import { h, svg } from "./dom.js";
import { icon } from "./icons.js";
import { notice } from "./notice.js";
import { ready } from "./ready.js";
import { Scanner } from "./scanner.js";
import { Wedge } from "./wedge.js";

/**
 * `<cancuoc-scan>`: gives a reading of a card, by camera, photo, hand-held reader, pasted data or typed MRZ.
 *
 * Attributes: `locale` (`vi`, `en`), `modes` (words out of `camera photo text mrz`; all but `mrz` when left out), `quiet` (no sound,
 * no vibration), `on` (the day of the rules), `theme` (`light`, `dark`).
 * Events: `reading` with the `Reading`; `error` with `{ code, message }`.
 * As part of a host's form it submits the reading as JSON under its `name`.
 */
export class CanCuocScan extends CanCuocElement {
  static observedAttributes = ["locale", "modes"];

  /** @type {import("../index.js").Reading | undefined} */ #reading;
  #scanner = new Scanner();
  #wedge = new Wedge((text) => this.readText(text));
  /** @type {Camera | undefined} */ #camera;
  /** @type {HTMLVideoElement | undefined} */ #video;
  /** @type {AbortController | undefined} */ #photo;
  #connected = false;
  #resume = false;
  #since = 0;
  /** What hinders the camera, and since when. @type {{ code?: string, since: number, said: boolean }} */ #hinders = {
    since: 0,
    said: false,
  };
  /** What was typed, so that a change of language keeps it. @type {Record<string, string>} */
  #typed = {};
  /** @type {Record<string, HTMLElement>} */ #places = {};

  connectedCallback() {
    this.#connected = true;
    this.#draw();
    if (this.#has("text")) this.#wedge.listen();
    document.addEventListener("visibilitychange", this.#visibility);
    if (this.#has("camera") || this.#has("photo")) this.#warm();
  }

  disconnectedCallback() {
    this.#connected = false;
    this.#wedge.stop();
    document.removeEventListener("visibilitychange", this.#visibility);
    this.stop();
    this.#photo?.abort();
    this.#scanner.close();
    this.#typed = {};
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
    this.#typed = {};
    this.internals?.setFormValue(null);
    if (this.#connected) this.#draw();
  }

  /** Opens the camera; call it from a press of a button. @param {string} [deviceId] */
  async start(deviceId) {
    const camera = this.#camera;
    if (!camera || !this.#connected) return;
    this.#places.frame.hidden = false;
    this.#places.open.hidden = true;
    this.#say("camera", this.say("cameraStarting"));
    const wrong = await camera.start(deviceId);
    if (wrong) {
      this.#cameraOff();
      this.#trouble("camera", wrong);
      return;
    }
    if (!camera.running) return;
    this.#clear("camera");
    this.#since = performance.now();
    this.#hinders = { since: this.#since, said: false };
    this.#scanner.forget();
    this.#say("camera", this.say("cameraHow"));
    await this.#drawControls();
    this.#loop(camera);
  }

  /** Gives the camera back. */
  stop() {
    this.#resume = false;
    this.#camera?.stop();
    this.#cameraOff();
  }

  /** Reads a picture. @param {Blob} blob */
  async readPhoto(blob) {
    this.#photo?.abort();
    const control = (this.#photo = new AbortController());
    const bar = /** @type {HTMLProgressElement} */ (
      h("progress", { max: 1, value: 0, "aria-label": this.say("photoReading") })
    );
    const cancel = h(
      "button",
      { type: "button", class: "button second", onclick: () => control.abort() },
      this.say("photoCancel"),
    );
    this.#places.photo.replaceChildren(
      h("div", { class: "busy", role: "status" }, this.say("photoReading"), bar, cancel),
    );
    try {
      const found = await this.#scanner.photo(blob, {
        signal: control.signal,
        progress: (share) => (bar.value = share),
        locale: this.locale,
      });
      if (this.#photo !== control || !this.#connected) return;
      this.#clear("photo");
      if (found.length) await this.#take(found, "photo");
      else
        this.#trouble(
          "photo",
          "photoNothing",
          found.hints?.map(({ message }) => message),
        );
    } catch (error) {
      const code = /** @type {any} */ (error)?.code;
      const heic = code === "picture" && (await isHeic(blob));
      if (this.#photo !== control || !this.#connected) return;
      if (control.signal.aborted) this.#say("photo", this.say("photoStopped"));
      else
        this.#trouble(
          "photo",
          heic
            ? "photoHeic"
            : code === "picture" || code === "scan.size" || code === "limit.input"
              ? "photoBroken"
              : code === "init.csp"
                ? "cspMissing"
                : "scannerMissing",
        );
    } finally {
      if (this.#photo === control) this.#photo = undefined;
    }
  }

  /** Reads what a hand-held reader or the clipboard gives. @param {string} text */
  async readText(text) {
    this.#clear("text");
    if (!text.trim()) return this.#trouble("text", "textEmpty");
    await this.#take([text], "text");
  }

  /** Reads the three lines on the back. @param {string} text */
  async readLines(text) {
    this.#clear("mrz");
    if (!text.trim()) return this.#trouble("mrz", "mrzEmpty");
    const wrong = await ready();
    if (wrong) return this.#trouble("mrz", wrong);
    const reading = readMrz(text, this.#options);
    if (reading.assurance === "none") return this.#refuse("mrz", reading);
    this.#give(reading);
  }

  get #options() {
    return { locale: this.locale, ...(this.getAttribute("on") ? { on: this.getAttribute("on") ?? undefined } : {}) };
  }

  /** @param {string} mode */
  #has(mode) {
    return (this.getAttribute("modes") ?? "camera photo text").split(/\s+/).includes(mode);
  }

  #warm() {
    const go = () => this.#connected && this.#scanner.warm().catch(() => {});
    if (typeof requestIdleCallback === "function") requestIdleCallback(go, { timeout: 1500 });
    else setTimeout(go, 300);
    ready();
  }

  /**
   * @param {(string | Uint8Array)[]} payloads every code in the picture: the first that is a card's is taken
   * @param {"camera" | "photo" | "text"} place where to say what is wrong
   */
  async #take(payloads, place) {
    const wrong = await ready();
    if (wrong) return this.#trouble(place, wrong);
    const readings = payloads.map((payload) => readQr(payload, this.#options));
    const reading =
      readings.find((each) => each.assurance !== "none") ??
      readings.find((each) => each.kind !== "unknown") ??
      readings[0];
    if (reading.assurance === "none") return this.#refuse(place, reading);
    // What the host does with it is a task of its own: a slow phone stays responsive.
    await pause(0);
    if (this.#connected) this.#give(reading);
  }

  /** @param {import("../index.js").Reading} reading */
  #give(reading) {
    this.#reading = reading;
    this.stop();
    this.#typed = {};
    this.internals?.setFormValue(JSON.stringify(reading));
    if (!this.hasAttribute("quiet")) signal();
    this.#places.done.textContent = this.say("scanDone");
    this.emit("reading", reading);
  }

  /** @param {string} place @param {import("../index.js").Reading} reading */
  #refuse(place, reading) {
    const words = reading.findings.filter((finding) => finding.severity === "error").map((finding) => finding.message);
    const said = words.length ? words : [this.say("wrongQr")];
    this.#places[place].replaceChildren(h("div", { role: "alert" }, notice("error", ...said)));
    this.emit("error", { code: reading.findings[0]?.code ?? "qr.unknown", message: said.join(" ") });
  }

  /** @param {Camera} camera */
  async #loop(camera) {
    const video = this.#video;
    while (video && camera === this.#camera && camera.running) {
      await nextFrame(video);
      if (!camera.running) return;
      let found;
      try {
        found = await this.#scanner.frame(video, this.locale);
      } catch (error) {
        const code = /** @type {any} */ (error)?.code;
        if (code === "stopped" || !camera.running) return;
        if (code === "internal" || code === "internal.trap") continue;
        this.stop();
        return this.#trouble("camera", code === "init.csp" ? "cspMissing" : "scannerMissing");
      }
      if (!camera.running) return;
      this.#show(video, found.corners);
      if (found.length) {
        await this.#take(found, "camera");
        if (camera.running) await pause(700);
      } else if (performance.now() - this.#since > 8000) {
        this.#since = Infinity;
        this.#say("camera", this.say("cameraStill"));
      } else this.#hindered(found.hints?.[0]);
    }
  }

  /**
   * Says what hinders, once frame after frame says so: words that come and go help nobody, least of all when they are read out.
   * @param {{ code: string, message: string } | undefined} hint
   */
  #hindered(hint) {
    const now = performance.now();
    const before = this.#hinders;
    if (hint?.code !== before.code) this.#hinders = { code: hint?.code, since: now, said: false };
    else if (!before.said && now - before.since > (hint ? 1200 : 3000)) {
      before.said = true;
      if (hint) this.#say("camera", hint.message);
      else if (this.#since !== Infinity) this.#say("camera", this.say("cameraHow"));
    }
  }

  /** Marks the code in the picture. @param {HTMLVideoElement} video @param {number[][]} [corners] in pixels of the video */
  #show(video, corners) {
    const mark = this.#places.mark;
    if (!mark) return;
    mark.setAttribute("viewBox", `0 0 ${video.videoWidth || 1} ${video.videoHeight || 1}`);
    mark.firstElementChild?.setAttribute(
      "points",
      (corners ?? []).map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(" "),
    );
  }

  #visibility = () => {
    if (document.hidden && this.#camera?.running) {
      this.stop();
      this.#resume = true;
    } else if (!document.hidden && this.#resume) {
      this.#resume = false;
      this.start();
    }
  };

  #cameraOff() {
    if (!this.#places.frame) return;
    this.#places.frame.hidden = true;
    this.#places.controls.replaceChildren();
    this.#places.open.hidden = false;
  }

  /** @param {string} place @param {import("./words.js").Word} word @param {string[]} [hints] what hindered, as far as the picture tells */
  #trouble(place, word, hints = []) {
    this.#places[place].replaceChildren(
      h("div", { role: "alert" }, notice(place === "camera" ? "warning" : "error", this.say(word), ...hints)),
    );
    this.emit("error", { code: `widget.${word}`, message: this.say(word) });
  }

  /** @param {string} place @param {string} words */
  #say(place, words) {
    if (place === "camera") this.#places.said.textContent = words;
    else this.#places[place].replaceChildren(h("p", { role: "status" }, words));
  }

  /** @param {string} place */
  #clear(place) {
    this.#places[place]?.replaceChildren();
  }

  #draw() {
    const places = (this.#places = /** @type {Record<string, HTMLElement>} */ ({
      done: h("p", { class: "hidden-visually", role: "status" }),
    }));
    const ways = h("div", { class: "ways" });
    this.#camera = undefined;
    if (this.#has("camera")) ways.append(this.#drawCamera());
    if (this.#has("photo")) ways.append(this.#drawPhoto());
    if (this.#has("text")) ways.append(this.#drawText());
    if (this.#has("mrz")) ways.append(this.#drawMrz());
    this.body.replaceChildren(ways, places.done);
    this.body.ondragover = (event) => event.preventDefault();
    this.body.ondrop = (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file && this.#has("photo")) this.readPhoto(file);
    };
    this.body.onpaste = (event) => {
      const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith("image/"));
      if (file && this.#has("photo")) {
        event.preventDefault();
        this.readPhoto(file);
      }
    };
  }

  #drawCamera() {
    const video = (this.#video = /** @type {HTMLVideoElement} */ (
      h("video", { playsinline: true, muted: true, "aria-label": this.say("scanTitle") })
    ));
    this.#camera = new Camera(video, () => {
      this.#cameraOff();
      this.#trouble("camera", "cameraGone");
    });
    const said = h("p", { class: "said", role: "status" });
    // As the video is shown: filled, cut at the sides.
    const mark = svg(
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
    const frame = h("div", { class: "camera", hidden: true }, video, guideFrame(), mark, said);
    const controls = h("div", { class: "camera-controls" });
    const words = h("div");
    const open = h(
      "div",
      {},
      h("div", { class: "cards" }, cardArt("front", this.say("artFront")), cardArt("back", this.say("artBack"))),
      h("p", { class: "hint" }, this.say("scanWhere")),
      h(
        "button",
        { type: "button", class: "button big", part: "camera-button", onclick: () => this.start() },
        icon("camera"),
        this.say("cameraOpen"),
      ),
    );
    Object.assign(this.#places, { camera: words, frame, said, mark, controls, open });
    return h("div", { class: "panel" }, words, open, frame, controls);
  }

  async #drawControls() {
    const camera = this.#camera;
    if (!camera?.running) return;
    const { torch, zoom } = camera.abilities;
    const others = await camera.others();
    if (!camera.running) return;
    const light = h(
      "button",
      { type: "button", class: "button second", "aria-pressed": "false" },
      this.say("cameraTorch"),
    );
    light.addEventListener("click", () => {
      const on = light.getAttribute("aria-pressed") !== "true";
      light.setAttribute("aria-pressed", String(on));
      camera.torch(on);
    });
    const slider =
      zoom && h("input", { type: "range", min: zoom.min, max: zoom.max, step: zoom.step, value: zoom.now });
    slider?.addEventListener("input", () => camera.zoom(Number(/** @type {HTMLInputElement} */ (slider).value)));
    this.#places.controls.replaceChildren(
      h("button", { type: "button", class: "button second", onclick: () => this.stop() }, this.say("cameraStop")),
      ...(torch ? [light] : []),
      ...(slider ? [h("label", {}, this.say("cameraZoom"), slider)] : []),
      ...(others.length
        ? [
            h(
              "button",
              { type: "button", class: "button second", onclick: () => this.start(others[0]) },
              this.say("cameraOther"),
            ),
          ]
        : []),
    );
  }

  #drawPhoto() {
    const words = (this.#places.photo = h("div"));
    const input = (
      /** @type {string} */ id,
      /** @type {import("./words.js").Word} */ label,
      /** @type {boolean} */ capture,
    ) =>
      h(
        "div",
        { class: capture ? "file" : "file only-touch" },
        h("input", {
          id,
          type: "file",
          accept: "image/*",
          capture: capture ? "environment" : null,
          "aria-describedby": "photo-hint",
          onchange: this.#picked,
        }),
        h("label", { class: "button second", for: id }, icon("camera"), this.say(label)),
      );
    return h(
      "div",
      { class: "panel" },
      words,
      input("photo", "photoTake", true),
      h("p", { class: "hint", id: "photo-hint" }, this.say("photoHint")),
      input("photo-stored", "photoChoose", false),
    );
  }

  #picked = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    event.stopPropagation();
    if (file) this.readPhoto(file);
    input.value = "";
  };

  #drawText() {
    const words = (this.#places.text = h("div"));
    const box = this.#box("payload", "text");
    const read = () => this.readText(box.value);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      read();
    });
    return h(
      "div",
      { class: "panel" },
      words,
      h("label", { class: "label", for: "payload" }, this.say("textLabel")),
      h("p", { class: "hint", id: "payload-hint" }, this.say("textHint")),
      box,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button second", onclick: read }, this.say("textRead")),
      ),
    );
  }

  #drawMrz() {
    const words = (this.#places.mrz = h("div"));
    const box = this.#box("mrz", "mono mrz");
    return h(
      "div",
      { class: "panel" },
      words,
      h("label", { class: "label", for: "mrz" }, this.say("mrzLabel")),
      h("p", { class: "hint", id: "mrz-hint" }, this.say("mrzHint")),
      box,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button", onclick: () => this.readLines(box.value) }, this.say("mrzRead")),
      ),
    );
  }

  /** @param {string} id @param {string} style */
  #box(id, style) {
    const box = /** @type {HTMLTextAreaElement} */ (
      h("textarea", {
        id,
        class: style,
        rows: 3,
        spellcheck: "false",
        autocomplete: "off",
        autocapitalize: "off",
        autocorrect: "off",
        translate: "no",
        "aria-describedby": `${id}-hint`,
      })
    );
    box.value = this.#typed[id] ?? "";
    box.addEventListener("input", () => (this.#typed[id] = box.value));
    return box;
  }
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

/** Tells hand and ear that a card was read. */
function signal() {
  navigator.vibrate?.(60);
  const Context = globalThis.AudioContext;
  // Without a press before it the browser would refuse the sound, and say so in the console.
  if (!Context || !(/** @type {any} */ (navigator).userActivation?.hasBeenActive)) return;
  const context = new Context();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = 880;
  volume.gain.value = 0.08;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.09);
  tone.onended = () => context.close();
}

/**
 * As iPhones take them; few browsers open it. What was sent on may have lost its type and name, so its brands are looked at too
 * (ISO/IEC 23008-12, annex B).
 * @param {Blob} blob
 */
async function isHeic(blob) {
  if (/^image\/hei[cf]/.test(blob.type) || /\.hei[cf]$/i.test(/** @type {Partial<File>} */ (blob).name ?? ""))
    return true;
  const start = await blob
    .slice(4, 40)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return /^ftyp.*he[iv][cmsx]/s.test(String.fromCharCode(...new Uint8Array(start)));
}
