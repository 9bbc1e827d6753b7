// A PNG or JPEG file as pixels, for tests and examples in Node. In a browser the browser decodes.

import { readFileSync } from "node:fs";

import jpeg from "jpeg-js";
import { PNG } from "pngjs";

/**
 * @param {string | URL} file
 * @returns {{ data: Uint8Array, width: number, height: number }} RGBA
 */
export function decodePicture(file) {
  const bytes = readFileSync(file);
  return bytes[0] === 0x89 ? PNG.sync.read(bytes) : jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024 });
}
