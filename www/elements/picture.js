/**
 * Pictures into pixels, in a worker or in the page. A photo is tried at several sizes, because a code that fills a
 * phone's photo is too large at full size, and one that is small in it is lost when the photo is shrunk.
 */

/** Longest sides that are tried, in this order; the photo's own size stands in for a larger one. */
const SIDES = [1600, 2800, 900, 4200];

/** No canvas is made larger than this many pixels: phones refuse. */
const MAX_PIXELS = 16_000_000;

/**
 * The sizes at which a photo of this size is tried.
 * @param {number} width @param {number} height
 * @returns {{ width: number, height: number }[]}
 */
export function sizes(width, height) {
  const longest = Math.max(width, height);
  const most = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)));
  const scales = SIDES.map((side) => Math.min(most, side / longest));
  return [...new Set(scales)].map((scale) => ({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }));
}

/**
 * The pixels of a part of a picture, scaled.
 * @param {CanvasImageSource} picture
 * @param {{ x: number, y: number, width: number, height: number }} part
 * @param {{ width: number, height: number }} size
 * @returns {ImageData}
 */
export function pixels(picture, part, size) {
  const context = canvas(size.width, size.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, size.width, size.height);
  return context.getImageData(0, 0, size.width, size.height);
}

/**
 * Which part of a camera's frame is looked at, and how large: by turns the middle, where the guide frame is, and all of
 * it.
 * @param {number} width @param {number} height @param {number} turn
 */
export function framePart(width, height, turn) {
  const square = Math.round(Math.min(width, height) * 0.8);
  const part =
    turn % 3 !== 2
      ? { x: Math.round((width - square) / 2), y: Math.round((height - square) / 2), width: square, height: square }
      : { x: 0, y: 0, width, height };
  const scale = Math.min(1, 1280 / Math.max(part.width, part.height));
  return { part, size: { width: Math.round(part.width * scale), height: Math.round(part.height * scale) } };
}

/**
 * Decodes a file, upright as its EXIF says.
 * @param {Blob} blob
 * @returns {Promise<{ picture: CanvasImageSource, width: number, height: number, close: () => void }>}
 */
export async function decode(blob) {
  if (typeof createImageBitmap === "function") {
    const bitmap = await createImageBitmap(blob, { imageOrientation: "from-image" }).catch(() => undefined);
    if (bitmap) return { picture: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
  }
  if (typeof Image === "undefined") throw new TypeError("not a picture");
  const address = URL.createObjectURL(blob);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return { picture: image, width: image.naturalWidth, height: image.naturalHeight, close: () => {} };
}

/** Whether a worker of this browser can draw. */
export function drawsInWorker() {
  return typeof OffscreenCanvas === "function" && typeof createImageBitmap === "function";
}

/** @param {number} width @param {number} height */
function canvas(width, height) {
  const made =
    typeof OffscreenCanvas === "function"
      ? new OffscreenCanvas(width, height)
      : Object.assign(document.createElement("canvas"), { width, height });
  const context = /** @type {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null} */ (
    made.getContext("2d", { willReadFrequently: true })
  );
  if (!context) throw new TypeError("no canvas");
  return context;
}
