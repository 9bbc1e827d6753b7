import type { WasmSource } from "./index.js";

/** Loads the JPEG 2000 decoder, once. Only portraits of the format `jp2` need it. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * A JP2 file or a bare codestream, as RGBA: what `new ImageData(data, width, height)` takes. Portraits only: 8 bits, grey or RGB with
 * or without alpha, within the limits of docs/limits.md. @throws `jp2.broken`, `jp2.colours`, `jp2.too_large` (also what asks for more
 * tiles, precincts, levels or bit planes than any portrait)
 */
export function decodeJp2(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};
