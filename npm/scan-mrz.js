import * as glue from "./glue/scan-mrz.js";
import { WasmModule } from "./module.js";
import { freeze } from "./plain.js";
import { enlarge, readPicture } from "./scan-picture.js";

const scanner = new WasmModule("scan-mrz", glue, () => new URL("./scan-mrz.wasm", import.meta.url));

/** @type {typeof import("./scan-mrz.js").default} */
export default function init(source) {
  return scanner.init(source);
}

/** @type {typeof import("./scan-mrz.js").scanMrz} */
export function scanMrz(image, options) {
  const { zones, findings, step } = readPicture(scanner, image, options, {
    bytes: (glue, data, width, height, work, locale) => glue.scanMrz(data, width, height, work, locale),
    canvas: (glue, image, work, locale) => glue.scanMrzImageData(image, work, locale),
  });
  enlarge(zones, step);
  return freeze(Object.assign(zones, { findings }));
}
