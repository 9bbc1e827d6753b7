import init, { scan, scanFrame } from "../scan.js";
import { Frames, hints } from "./frames.js";
import { decode, pixels, sizes } from "./picture.js";

/**
 * The scanner's own thread. Messages in: `{ id, kind: "warm" | "frame" | "photo" | "pixels", … }`; out: `{ id, found
 * }`, or `{ id, failed: code }`; `{ id, progress }` on the way. A frame that is `fresh` is the first of its video.
 */
const port = /** @type {any} */ (self);
let frames = new Frames(scanFrame);

port.onmessage = async (/** @type {{ data: any }} */ { data }) => {
  try {
    await init();
    port.postMessage({ id: data.id, found: await read(data) });
  } catch (error) {
    port.postMessage({
      id: data.id,
      failed:
        /** @type {any} */ (error)?.code ??
        (error instanceof TypeError || /** @type {any} */ (error)?.name === "EncodingError" ? "picture" : "internal"),
    });
  }
};

/** @param {any} data @returns {Promise<import("./frames.js").Found>} */
async function read(data) {
  switch (data.kind) {
    case "frame": {
      /** @type {ImageBitmap} */ const bitmap = data.bitmap;
      if (data.fresh) frames = new Frames(scanFrame);
      const { part, size } = frames.next(bitmap.width, bitmap.height);
      const image = pixels(bitmap, part, size);
      bitmap.close();
      return frames.read(image, data.locale);
    }
    case "photo": {
      const decoded = await decode(data.blob);
      const tries = sizes(decoded.width, decoded.height);
      /** @type {import("./frames.js").Found} */ let found = NOTHING;
      try {
        for (const [index, size] of tries.entries()) {
          port.postMessage({ id: data.id, progress: index / tries.length });
          found = look(
            pixels(decoded.picture, { x: 0, y: 0, width: decoded.width, height: decoded.height }, size),
            "photo",
            data.locale,
          );
          if (found.payloads.length) break;
        }
        return found;
      } finally {
        decoded.close();
      }
    }
    case "pixels":
      return look(data.image, data.effort, data.locale);
    default:
      return NOTHING;
  }
}

const NOTHING = { payloads: [], hints: [] };

/**
 * @param {{ data: Uint8ClampedArray, width: number, height: number }} image @param {"frame" | "photo"} effort
 * @param {"vi" | "en"} [locale]
 */
function look(image, effort, locale) {
  const found = scan(image, { effort, locale });
  return { payloads: found.map((symbol) => symbol.bytes), hints: hints(found.findings) };
}
