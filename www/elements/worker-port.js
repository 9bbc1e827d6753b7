import { decode, pixels, sizes } from "./picture.js";

/**
 * A worker of `scanner.js`. Messages in: `{ id, kind, … }`; out: `{ id, found }`, or `{ id, failed: code }`; `{ id,
 * progress }` on the way.
 * @param {() => Promise<unknown>} init loads what reads
 * @param {(data: any, progress: (share: number) => void) => any} read what was found
 */
export function serve(init, read) {
  const port = /** @type {any} */ (self);
  port.onmessage = async (/** @type {{ data: any }} */ { data }) => {
    const { id } = data;
    try {
      await init();
      port.postMessage({ id, found: await read(data, (progress) => port.postMessage({ id, progress })) });
    } catch (error) {
      const { code, name } = /** @type {any} */ (error) ?? {};
      const failed = code ?? (error instanceof TypeError || name === "EncodingError" ? "picture" : "internal");
      port.postMessage({ id, failed });
    }
  };
}

/**
 * A photo at several sizes, until nothing more is to be found.
 * @template Found
 * @param {Blob} blob
 * @param {(share: number) => void} progress
 * @param {(image: ImageData, before: Found | undefined) => Found} look
 * @param {(found: Found) => boolean} whole
 * @returns {Promise<Found | undefined>}
 */
export async function readSizes(blob, progress, look, whole) {
  const { picture, width, height, close } = await decode(blob);
  const tries = sizes(width, height);
  /** @type {Found | undefined} */ let found;
  try {
    for (const [index, size] of tries.entries()) {
      progress(index / tries.length);
      found = look(pixels(picture, { x: 0, y: 0, width, height }, size), found);
      if (whole(found)) break;
    }
    return found;
  } finally {
    close();
  }
}
