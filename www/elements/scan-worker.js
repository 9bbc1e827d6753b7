import init, { scan, scanFrame } from "../scan.js";
import { Frames, hints } from "./frames.js";
import { pixels } from "./picture.js";
import { readSizes, serve } from "./worker-port.js";

/**
 * The scanner's own thread: `kind` is `warm`, `frame`, `photo` or `pixels`. A frame that is `fresh` is the first of its
 * video.
 */
let frames = new Frames(scanFrame);
serve(init, read);

/** @param {any} data @param {(share: number) => void} progress */
function read(data, progress) {
  switch (data.kind) {
    case "frame": {
      /** @type {ImageBitmap} */ const bitmap = data.bitmap;
      if (data.fresh) frames = new Frames(scanFrame);
      const { part, size } = frames.next(bitmap.width, bitmap.height);
      const image = pixels(bitmap, part, size);
      bitmap.close();
      return frames.read(image, data.locale);
    }
    case "photo":
      return readSizes(
        data.blob,
        progress,
        (image) => look(image, "photo", data.locale),
        ({ payloads }) => payloads.length > 0,
      );
    case "pixels":
      return look(data.image, data.effort, data.locale);
    default:
      return { payloads: [], hints: [] };
  }
}

/**
 * @param {{ data: Uint8ClampedArray, width: number, height: number }} image @param {"frame" | "photo"} effort
 * @param {"vi" | "en"} [locale]
 */
function look(image, effort, locale) {
  const found = scan(image, { effort, locale });
  return { payloads: found.map((symbol) => symbol.bytes), hints: hints(found.findings) };
}
