import { CanCuocError } from "./error.js";
import * as glue from "./glue/jp2.js";
import { WasmModule } from "./module.js";

const decoder = new WasmModule("jp2", glue, () => new URL("./jp2.wasm", import.meta.url));

/** @type {typeof import("./jp2.js").default} */
export default function init(source) {
  return decoder.init(source);
}

/** @type {typeof import("./jp2.js").decodeJp2} */
export function decodeJp2(bytes) {
  if (!(bytes instanceof Uint8Array)) throw new CanCuocError("input.type", "a picture is a Uint8Array");
  const { width, height, data } = decoder.call((glue) => glue.decodeJp2(bytes));
  return { width, height, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength) };
}
