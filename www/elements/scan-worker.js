import init, { scan } from "../scan.js";
import { decode, framePart, pixels, sizes } from "./picture.js";

/**
 * The scanner's own thread. Messages in: `{ id, kind: "warm" | "frame" | "photo" | "pixels", … }`; out: `{ id, payloads }`, or
 * `{ id, failed: code }`; `{ id, progress }` on the way.
 */
const port = /** @type {any} */ (self);

port.onmessage = async (/** @type {{ data: any }} */ { data }) => {
  try {
    await init();
    port.postMessage({ id: data.id, payloads: await read(data) });
  } catch (error) {
    port.postMessage({ id: data.id, failed: /** @type {any} */ (error)?.code ?? (error instanceof TypeError || /** @type {any} */ (error)?.name === "EncodingError" ? "picture" : "internal") });
  }
};

/** @param {any} data @returns {Promise<Uint8Array[]>} */
async function read(data) {
  switch (data.kind) {
    case "frame": {
      /** @type {ImageBitmap} */ const bitmap = data.bitmap;
      const { part, size } = framePart(bitmap.width, bitmap.height, data.turn);
      const image = pixels(bitmap, part, size);
      bitmap.close();
      return payloads(image, "frame");
    }
    case "photo": {
      const decoded = await decode(data.blob);
      const tries = sizes(decoded.width, decoded.height);
      try {
        for (const [index, size] of tries.entries()) {
          port.postMessage({ id: data.id, progress: index / tries.length });
          const found = payloads(pixels(decoded.picture, { x: 0, y: 0, width: decoded.width, height: decoded.height }, size), "photo");
          if (found.length) return found;
        }
        return [];
      } finally {
        decoded.close();
      }
    }
    case "pixels":
      return payloads(data.image, data.effort);
    default:
      return [];
  }
}

/** @param {{ data: Uint8ClampedArray, width: number, height: number }} image @param {"frame" | "photo"} effort */
function payloads(image, effort) {
  return [...scan(image, { effort })].map((symbol) => symbol.bytes);
}
