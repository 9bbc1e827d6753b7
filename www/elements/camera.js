/**
 * The camera of one element: asked for on a press, given back when it is hidden, removed or done with.
 * Failures are words of the table (`cameraDenied`, …), never exceptions.
 */
export class Camera {
  /** @type {MediaStream | undefined} */ #stream;
  /** Counts the starts, so that an answer which comes after `stop` is dropped. */
  #turn = 0;
  #video;
  #gone;

  /**
   * @param {HTMLVideoElement} video where the picture is shown
   * @param {() => void} gone called when the camera vanishes while it is running
   */
  constructor(video, gone) {
    this.#video = video;
    this.#gone = gone;
    video.muted = true;
    video.playsInline = true;
  }

  get running() {
    return this.#stream !== undefined;
  }

  /**
   * @param {string} [deviceId] another one of the cameras
   * @returns {Promise<import("./messages.js").MessageKey | undefined>} the words of what went wrong
   */
  async start(deviceId) {
    this.stop();
    const turn = ++this.#turn;
    const refused = unavailable();
    if (refused) return refused;
    try {
      const stream = await ask(deviceId);
      if (turn !== this.#turn) {
        stream.getTracks().forEach((track) => track.stop());
        return undefined;
      }
      this.#stream = stream;
      this.#track?.addEventListener("ended", this.#ended);
      this.#video.srcObject = stream;
      await this.#video.play().catch(() => {});
      await this.#focusContinuously();
      return undefined;
    } catch (error) {
      return reason(error);
    }
  }

  stop() {
    this.#turn += 1;
    this.#track?.removeEventListener("ended", this.#ended);
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
    this.#video.srcObject = null;
  }

  /**
   * What this camera can do: only what it lists.
   * @returns {{ torch: boolean, zoom?: { min: number, max: number, step: number, now: number } }}
   */
  get abilities() {
    const track = this.#track;
    const can = /** @type {any} */ (track?.getCapabilities?.() ?? {});
    const now = /** @type {any} */ (track?.getSettings?.() ?? {});
    const zooms = can.zoom && can.zoom.max > can.zoom.min;
    return {
      torch: Boolean(can.torch),
      ...(zooms
        ? { zoom: { min: can.zoom.min, max: can.zoom.max, step: can.zoom.step || 0.1, now: now.zoom ?? can.zoom.min } }
        : {}),
    };
  }

  /** @param {boolean} on */
  async torch(on) {
    await this.#set({ torch: on });
    // Some phones keep the light on until the stream ends.
    if (!on && /** @type {any} */ (this.#track?.getSettings?.())?.torch) await this.start(this.deviceId);
  }

  /** @param {number} zoom */
  zoom(zoom) {
    return this.#set({ zoom });
  }

  get deviceId() {
    return this.#track?.getSettings?.().deviceId;
  }

  /** The other cameras, once one was allowed. @returns {Promise<string[]>} */
  async others() {
    const devices = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
    return devices
      .filter((device) => device.kind === "videoinput" && device.deviceId && device.deviceId !== this.deviceId)
      .map((device) => device.deviceId);
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  #ended = () => {
    this.stop();
    this.#gone();
  };

  async #focusContinuously() {
    const modes = /** @type {any} */ (this.#track?.getCapabilities?.())?.focusMode;
    if (modes?.includes("continuous")) await this.#set({ focusMode: "continuous" });
  }

  /** @param {object} constraint */
  async #set(constraint) {
    await this.#track?.applyConstraints({ advanced: [/** @type {any} */ (constraint)] }).catch(() => {});
  }
}

/** @returns {import("./messages.js").MessageKey | undefined} */
function unavailable() {
  if (!globalThis.isSecureContext) return "cameraInsecure";
  if (!navigator.mediaDevices?.getUserMedia) return "cameraNone";
  const policy = /** @type {any} */ (document).permissionsPolicy ?? /** @type {any} */ (document).featurePolicy;
  if (policy?.allowsFeature && !policy.allowsFeature("camera")) return "cameraEmbed";
  return undefined;
}

/** @param {string} [deviceId] */
async function ask(deviceId) {
  // 640 × 480, the usual default, does not resolve a code of 1 cm.
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: "environment" } };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...size, ...which } });
  } catch (error) {
    if (/** @type {Error} */ (error)?.name !== "OverconstrainedError") throw error;
    return navigator.mediaDevices.getUserMedia({ audio: false, video: true });
  }
}

/** @param {unknown} error @returns {import("./messages.js").MessageKey} */
function reason(error) {
  switch (/** @type {Error} */ (error)?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "cameraDenied";
    case "NotFoundError":
    case "DevicesNotFoundError":
      return "cameraNone";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "cameraBusy";
    default:
      return "cameraFailed";
  }
}
