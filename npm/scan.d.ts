import type { Finding, WasmSource } from "./index.js";

/** Loads the scanner, once. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * Every QR code in a picture, in reading order.
 * @param image `data` is grey (width·height bytes) or RGBA (4·width·height)
 * @throws `scan.size` when the sizes do not fit, `limit.input`
 */
export function scan(
  image: { data: Uint8Array | Uint8ClampedArray; width: number; height: number },
  options?: { effort?: "frame" | "photo" },
): readonly ScannedSymbol[] & { readonly findings: readonly Finding[] };

export type ScannedSymbol = {
  /** As in the symbol: not a string, nothing guessed. */
  readonly bytes: Uint8Array;
  readonly corners: readonly (readonly [number, number])[];
  readonly version: number;
};
