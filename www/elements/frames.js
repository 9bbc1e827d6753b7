import { framePart } from "./picture.js";

/**
 * The frames of one video, one after another. What a frame showed of a symbol and did not give away is kept and added
 * to what the next one shows; as long as there is something to add to, the same part of the picture is looked at.
 */
export class Frames {
  #scanFrame;
  /** @type {Uint8Array | undefined} */ #evidence;
  /** Frames that added nothing. */
  #idle = 0;
  #turn = 0;
  #look = framePart(1, 1, 0);
  #seen = "";

  /** @param {typeof import("../scan.js").scanFrame} scanFrame */
  constructor(scanFrame) {
    this.#scanFrame = scanFrame;
  }

  /** Which part of a frame of this size is looked at, and how large. @param {number} width @param {number} height */
  next(width, height) {
    const size = `${width} × ${height}`;
    if (size !== this.#seen || !this.#evidence) {
      this.#evidence = undefined;
      this.#look = framePart(width, height, this.#turn++);
    }
    this.#seen = size;
    return this.#look;
  }

  /**
   * Reads the part that `next` gave.
   * @param {{ data: Uint8ClampedArray, width: number, height: number }} image
   * @param {"vi" | "en"} [locale]
   * @returns {Found}
   */
  read(image, locale) {
    const found = this.#scanFrame(image, this.#evidence, { effort: "frame", locale });
    const { evidence, seen } = found;
    this.#idle = this.#evidence && same(this.#evidence, evidence) ? this.#idle + 1 : 0;
    this.#evidence = evidence.length && this.#idle < IDLE ? evidence : undefined;
    const { part } = this.#look;
    const corners = found[0]?.corners ?? seen;
    const place = (/** @type {readonly [number, number]} */ [x, y]) => [
      part.x + (x * part.width) / image.width,
      part.y + (y * part.height) / image.height,
    ];
    return {
      payloads: found.map(({ bytes }) => bytes),
      hints: hints(found.findings),
      ...(corners ? { corners: corners.map(place) } : {}),
    };
  }
}

/**
 * What a picture gave: the codes' bytes, what hindered, and where a symbol is, read or not, in pixels of the whole
 * frame.
 * @typedef {{ payloads: Uint8Array[], hints: { code: string, message: string }[], corners?: number[][] }} Found
 */

/** After so many frames that showed nothing, what was kept is forgotten. */
const IDLE = 6;

/**
 * What can be done about it: that nothing is there is said by the words which stand there anyway.
 * @param {readonly import("../index.js").Finding[]} findings
 */
export function hints(findings) {
  return findings
    .filter(({ code }) => code !== "scan.nothing_found" && code !== "scan.seen_not_read")
    .map(({ code, message }) => ({ code, message }));
}

/** @param {Uint8Array} a @param {Uint8Array} b */
function same(a, b) {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
