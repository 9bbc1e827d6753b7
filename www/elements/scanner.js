import { warnOnce } from "../setup.js";
import { Frames, hints } from "./frames.js";
import { decode, drawsInWorker, framePart, pixels, sizes } from "./picture.js";
import { trustedScriptUrl } from "./trusted-types.js";
import { scanWorker } from "./worker-address.js";

/** @typedef {import("./frames.js").Found} Found */

/**
 * @typedef {object} Waiting for the worker's answer
 * @property {(found: Found) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(share: number) => void} [progress]
 */

/**
 * What a scanner looks for: its worker, the same work in the page, and when a photo needs no other size.
 * @typedef {object} Job
 * @property {(trusted: (address: URL) => any) => Worker} start
 * @property {(message: any) => Promise<Found>} inPage
 * @property {(found: Found) => boolean} whole
 * @property {boolean} [alone] whether this browser has shown that it cannot run the worker
 */

/**
 * The page's side of the scanner: one worker for all elements, started when first used and ended when no element is
 * left. Where a browser has no module workers, the same work is done in the page.
 */
export class Scanner {
  /** @type {Worker | undefined} */ #worker;
  /** By the number of the question. @type {Map<number, Waiting>} */ #waiting = new Map();
  #next = 0;
  #turn = 0;
  #fresh = true;
  #alive = false;
  #job;

  /** @param {Job} [job] */
  constructor(job = CODES) {
    this.#job = job;
  }

  /** Loads the scanner before it is needed. */
  warm() {
    return this.#ask({ kind: "warm" });
  }

  /** What comes next is another video: nothing is added to what the one before showed. */
  forget() {
    this.#fresh = true;
  }

  /**
   * Looks for codes in the newest frame of a video. One at a time: the caller asks again when it has the answer.
   * @param {HTMLVideoElement} video
   * @param {"vi" | "en"} [locale] of the hints
   * @returns {Promise<Uint8Array[] & Partial<Found>>} the payloads; with them what hindered, and where in the video a
   * symbol is
   */
  async frame(video, locale) {
    const { videoWidth: width, videoHeight: height } = video;
    if (!width || !height) return [];
    const fresh = this.#fresh;
    this.#fresh = false;
    if (drawsInWorker()) {
      const bitmap = await createImageBitmap(video).catch(() => undefined);
      if (bitmap) return listed(await this.#ask({ kind: "frame", bitmap, fresh, locale }, [bitmap]));
    }
    const { part, size } = framePart(width, height, this.#turn++);
    return listed(await this.#pixels(pixels(video, part, size), "frame", locale));
  }

  /**
   * Looks for codes in a photo, at several sizes.
   * @param {Blob} blob
   * @param {{ signal?: AbortSignal, progress?: (share: number) => void, locale?: "vi" | "en" }} [options] `locale` of
   * the hints
   * @returns {Promise<Uint8Array[] & Partial<Found>>} the payloads; with them what hindered
   */
  async photo(blob, { signal, progress, locale } = {}) {
    const cancel = () => this.#restart();
    signal?.addEventListener("abort", cancel);
    try {
      if (drawsInWorker()) {
        try {
          return listed(await this.#ask({ kind: "photo", blob, locale }, [], progress));
        } catch (error) {
          // A worker may lack the decoder that the page has, or be no worker at all.
          const { code } = /** @type {any} */ (error);
          if (signal?.aborted || (code !== "picture" && !this.#job.alone)) throw error;
        }
      }
      return listed(await this.#photoInPage(blob, signal, progress, locale));
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

  /**
   * @param {Blob} blob @param {AbortSignal} [signal] @param {(share: number) => void} [progress]
   * @param {"vi" | "en"} [locale] @returns {Promise<Found>}
   */
  async #photoInPage(blob, signal, progress, locale) {
    const decoded = await decode(blob).catch(() => {
      throw failure("picture");
    });
    const tries = sizes(decoded.width, decoded.height);
    /** @type {Found} */ let found = { payloads: [], hints: [] };
    try {
      for (const [index, size] of tries.entries()) {
        progress?.(index / tries.length);
        if (signal?.aborted) throw failure("stopped");
        const image = pixels(decoded.picture, { x: 0, y: 0, width: decoded.width, height: decoded.height }, size);
        found = await this.#pixels(image, "photo", locale, found);
        if (this.#job.whole(found)) break;
      }
      return found;
    } finally {
      decoded.close();
    }
  }

  /**
   * @param {ImageData} image @param {"frame" | "photo"} effort @param {"vi" | "en"} [locale]
   * @param {Found} [before] what other sizes gave
   */
  #pixels({ data, width, height }, effort, locale, before) {
    return this.#ask({ kind: "pixels", image: { data, width, height }, effort, locale, before }, [data.buffer]);
  }

  #restart() {
    this.close();
  }

  /** From now on the page scans by itself: slower, and for the citizen the same. @param {string} why */
  #giveUpWorkers(why) {
    this.#job.alone = true;
    this.#restart();
    if (navigator.onLine) warnOnce(`the scanner's worker could not be used (${why}); the page scans without it`);
  }

  /**
   * @param {any} message @param {Transferable[]} [transfer] @param {(share: number) => void} [progress]
   * @returns {Promise<Found>}
   */
  #ask(message, transfer = [], progress) {
    const worker = this.#start();
    if (!worker) {
      return this.#job.inPage(message).catch((error) => {
        throw failure(error?.code ?? "internal");
      });
    }
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      worker.postMessage({ ...message, id }, transfer);
    });
  }

  #start() {
    if (this.#worker || this.#job.alone) return this.#worker;
    let worker;
    try {
      worker = this.#job.start(trustedScriptUrl);
    } catch {
      this.#job.alone = true;
      return undefined;
    }
    worker.onmessage = ({ data }) => {
      this.#alive = true;
      const waiting = this.#waiting.get(data.id);
      if ("progress" in data) return waiting?.progress?.(data.progress);
      this.#waiting.delete(data.id);
      if (data.failed) {
        // A bundler has not brought what the worker needs: the page may have it.
        if (data.failed === "init.not_found") this.#giveUpWorkers(data.failed);
        else if (data.failed === "internal.trap" || data.failed === "internal") this.#restart();
        waiting?.reject(failure(data.failed));
      } else waiting?.resolve(data.found);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A worker that never answered could not be loaded: no module workers here, or no network.
      if (this.#alive) this.#restart();
      else this.#giveUpWorkers("its script did not start");
    };
    this.#worker = worker;
    return worker;
  }
}

/** The payloads with the rest beside them. @param {Found} found */
function listed({ payloads, ...rest }) {
  return Object.assign([...payloads], rest);
}

/** @type {Frames | undefined} */
let framesInPage;

/** Codes alone. @type {Job} */
const CODES = {
  start: scanWorker,
  whole: ({ payloads }) => payloads.length > 0,
  async inPage(message) {
    const { default: init, scan, scanFrame } = await import("../scan.js");
    await init();
    if (message.kind === "warm") return { payloads: [], hints: [] };
    if (message.kind === "photo") throw failure("picture");
    if (message.kind === "frame") {
      if (message.fresh || !framesInPage) framesInPage = new Frames(scanFrame);
      const { part, size } = framesInPage.next(message.bitmap.width, message.bitmap.height);
      const image = pixels(message.bitmap, part, size);
      message.bitmap.close();
      return framesInPage.read(image, message.locale);
    }
    const found = scan(message.image, { effort: message.effort, locale: message.locale });
    return { payloads: found.map((symbol) => symbol.bytes), hints: hints(found.findings) };
  },
};

/** @param {string} code */
function failure(code) {
  return Object.assign(new Error(code), { code });
}
