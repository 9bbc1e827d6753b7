import type { WasmSource } from "./index.js";

/** Loads the JPEG 2000 decoder, once. Only portraits of the format `jp2` need it. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * A JP2 file or a bare codestream, as RGBA: what `new ImageData(data, width, height)` takes.
 * @throws `jp2.broken`, `jp2.colours`, `jp2.too_large`
 */
export function decodeJp2(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};
