import { decode, drawsInWorker, framePart, pixels, sizes } from "./picture.js";
import { trustedScriptUrl } from "./trusted.js";
import { scanWorker } from "./worker-address.js";

/**
 * The page's side of the scanner: one worker for all elements, started when first used and ended when no element is left.
 * Where a browser has no module workers, the same work is done in the page.
 */
export class Scanner {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Map<number, { resolve: (found: Uint8Array[]) => void, reject: (error: Error) => void, progress?: (share: number) => void }>} */ #waiting = new Map();
  #next = 0;
  #turn = 0;
  #alive = false;

  /** Loads the scanner before it is needed. */
  warm() {
    return this.#ask({ kind: "warm" });
  }

  /**
   * Looks for codes in the newest frame of a video. One at a time: the caller asks again when it has the answer.
   * @param {HTMLVideoElement} video
   * @returns {Promise<Uint8Array[]>}
   */
  async frame(video) {
    const { videoWidth: width, videoHeight: height } = video;
    if (!width || !height) return [];
    const turn = this.#turn++;
    if (drawsInWorker()) {
      const bitmap = await createImageBitmap(video).catch(() => undefined);
      if (bitmap) return this.#ask({ kind: "frame", bitmap, turn }, [bitmap]);
    }
    const { part, size } = framePart(width, height, turn);
    return this.#pixels(pixels(video, part, size), "frame");
  }

  /**
   * Looks for codes in a photo, at several sizes.
   * @param {Blob} blob
   * @param {{ signal?: AbortSignal, progress?: (share: number) => void }} [options]
   * @returns {Promise<Uint8Array[]>}
   */
  async photo(blob, { signal, progress } = {}) {
    const cancel = () => this.#restart();
    signal?.addEventListener("abort", cancel);
    try {
      if (drawsInWorker()) {
        try {
          return await this.#ask({ kind: "photo", blob }, [], progress);
        } catch (error) {
          // A worker may lack the decoder that the page has.
          if (signal?.aborted || /** @type {any} */ (error).code !== "picture") throw error;
        }
      }
      return await this.#photoInPage(blob, signal, progress);
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** Ends the worker; it is started again when needed. */
  close() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#alive = false;
    for (const { reject } of this.#waiting.values()) reject(failure("stopped"));
    this.#waiting.clear();
  }

  /** @param {Blob} blob @param {AbortSignal} [signal] @param {(share: number) => void} [progress] */
  async #photoInPage(blob, signal, progress) {
    const decoded = await decode(blob).catch(() => {
      throw failure("picture");
    });
    const tries = sizes(decoded.width, decoded.height);
    try {
      for (const [index, size] of tries.entries()) {
        progress?.(index / tries.length);
        if (signal?.aborted) throw failure("stopped");
        const image = pixels(decoded.picture, { x: 0, y: 0, width: decoded.width, height: decoded.height }, size);
        const found = await this.#pixels(image, "photo");
        if (found.length) return found;
      }
      return [];
    } finally {
      decoded.close();
    }
  }

  /** @param {ImageData} image @param {"frame" | "photo"} effort */
  #pixels(image, effort) {
    return this.#ask({ kind: "pixels", image: { data: image.data, width: image.width, height: image.height }, effort }, [image.data.buffer]);
  }

  #restart() {
    this.close();
  }

  /**
   * @param {any} message @param {Transferable[]} [transfer] @param {(share: number) => void} [progress]
   * @returns {Promise<Uint8Array[]>}
   */
  #ask(message, transfer = [], progress) {
    const worker = this.#start();
    if (!worker) return inPage(message);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      worker.postMessage({ ...message, id }, transfer);
    });
  }

  #start() {
    if (this.#worker || workersFail) return this.#worker;
    let worker;
    try {
      worker = scanWorker(trustedScriptUrl);
    } catch {
      workersFail = true;
      return undefined;
    }
    worker.onmessage = ({ data }) => {
      this.#alive = true;
      const waiting = this.#waiting.get(data.id);
      if ("progress" in data) return waiting?.progress?.(data.progress);
      this.#waiting.delete(data.id);
      if (data.failed) {
        if (data.failed === "internal.trap" || data.failed === "internal") this.#restart();
        waiting?.reject(failure(data.failed));
      } else waiting?.resolve(data.payloads);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A worker that never answered could not be loaded: no module workers here, or no network.
      if (!this.#alive) workersFail = true;
      this.#restart();
    };
    this.#worker = worker;
    return worker;
  }
}

/** Whether this browser has shown that it cannot run the worker. */
let workersFail = false;

/** The worker's job without a worker. @param {any} message @returns {Promise<Uint8Array[]>} */
async function inPage(message) {
  try {
    const { default: init, scan } = await import("../scan.js");
    await init();
    if (message.kind === "warm") return [];
    let image = message.image;
    if (message.kind === "photo") throw failure("picture");
    if (message.kind === "frame") {
      const { part, size } = framePart(message.bitmap.width, message.bitmap.height, message.turn);
      image = pixels(message.bitmap, part, size);
      message.bitmap.close();
    }
    return [...scan(image, { effort: message.effort ?? "frame" })].map((symbol) => symbol.bytes);
  } catch (error) {
    throw failure(/** @type {any} */ (error)?.code ?? "internal");
  }
}

/** @param {string} code */
function failure(code) {
  return Object.assign(new Error(code), { code });
}
