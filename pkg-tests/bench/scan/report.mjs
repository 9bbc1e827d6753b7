// What the scanner's benchmark counts, and the tables that it gives.

import { median } from "../readme.mjs";

/** Kinds of pictures that belong together. */
export const GROUPS = ["stills", "scenes", "video frames", "photographs"];

/** @param {string} kind */
function group(kind) {
  if (kind.startsWith("qrcode-")) return "photographs";
  if (kind === "video") return "video frames";
  return /^s\d|scene/.test(kind) ? "scenes" : "stills";
}

/** What one decoder did in one set of pictures. */
export class Tally {
  /** Read and shown, by kind and degree. @type {Record<string, [number, number][]>} */ kinds = {};
  wrong = 0;
  /** @type {Record<string, number[]>} */ times = {};
  /** Every picture in turn. @type {{ size: string, time?: number, right: boolean }[]} */ all = [];
  /**
   * The first frame of each video that was read, and how many of its frames were.
   * @type {Map<number, { frames: number, read: number, first?: number }>}
   */
  videos = new Map();

  /**
   * @param {import("./pictures.mjs").Entry} entry
   * @param {{ width: number, height: number }} size
   * @param {{ right: boolean, wrong: boolean, time?: number }} result without a time the picture was not shown
   */
  add(entry, { width, height }, { right, wrong, time }) {
    this.wrong += Number(wrong);
    if (time !== undefined) (this.times[sizeOf(width, height)] ??= []).push(time);
    this.all.push({ size: sizeOf(width, height), time, right });
    if (entry.empty) return;
    // The degree of a video's frame is its number: no degree of damage.
    const degree = entry.video === null ? Math.min(entry.degree, 4) : 0;
    const row = (this.kinds[entry.kind] ??= Array.from({ length: 5 }, () => [0, 0]));
    row[degree][0] += Number(right);
    row[degree][1] += 1;
    if (entry.video === null) return;
    const video = this.videos.get(entry.video) ?? { frames: 0, read: 0 };
    video.frames += 1;
    video.read += Number(right);
    if (right) video.first ??= video.frames;
    this.videos.set(entry.video, video);
  }

  /** The share read of a group. @param {string} wanted @param {number} [degree] */
  share(wanted, degree) {
    const rows = Object.entries(this.kinds)
      .filter(([kind]) => group(kind) === wanted)
      .flatMap(([, row]) => (degree === undefined ? row : [row[degree]]));
    const shown = rows.reduce((sum, [, n]) => sum + n, 0);
    return shown ? rows.reduce((sum, [n]) => sum + n, 0) / shown : undefined;
  }

  /** How many pictures of a group were shown. @param {string} wanted */
  count(wanted) {
    return Object.entries(this.kinds)
      .filter(([kind]) => group(kind) === wanted)
      .flatMap(([, row]) => row)
      .reduce((sum, [, n]) => sum + n, 0);
  }

  /** @param {Tally[]} parts */
  static sum(parts) {
    const whole = new Tally();
    for (const [number, part] of parts.entries()) {
      whole.wrong += part.wrong;
      whole.all.push(...part.all);
      for (const [size, times] of Object.entries(part.times)) (whole.times[size] ??= []).push(...times);
      for (const [video, seen] of part.videos) whole.videos.set(1000 * number + video, seen);
      for (const [kind, row] of Object.entries(part.kinds)) {
        const sum = (whole.kinds[kind] ??= Array.from({ length: 5 }, () => [0, 0]));
        row.forEach(([read, shown], degree) => ((sum[degree][0] += read), (sum[degree][1] += shown)));
      }
    }
    return whole;
  }

  toJSON() {
    const milliseconds = Object.entries(this.times).map(([size, times]) => [
      size,
      { pictures: times.length, median: median(times), p95: quantile(times, 0.95) },
    ]);
    return {
      ...Object.fromEntries(GROUPS.map((name) => [name, this.share(name)])),
      wrong: this.wrong,
      videos: [...this.videos.values()].map(
        ({ frames, read, first }) => `${read} of ${frames}, first ${first ?? "none"}`,
      ),
      milliseconds: Object.fromEntries(milliseconds),
      /** Read of shown, by degree of damage. */
      kinds: Object.fromEntries(
        Object.entries(this.kinds).map(([kind, row]) => [
          kind,
          row.map(([read, shown]) => `${read}/${shown}`).join(" "),
        ]),
      ),
    };
  }
}

/** By their pixels: pictures of one corpus have many sizes. @param {number} width @param {number} height */
export function sizeOf(width, height) {
  const pixels = width * height;
  return pixels < 500_000
    ? "to 0.5 MP"
    : pixels < 1_500_000
      ? "to 1.5 MP"
      : pixels < 4_000_000
        ? "to 4 MP"
        : "over 4 MP";
}

/** @param {number[]} values @param {number} part */
export function quantile(values, part) {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? NaN;
}

/** @param {number | undefined} share */
export function percent(share) {
  return share === undefined ? "" : `${(100 * share).toFixed(1)} %`;
}
