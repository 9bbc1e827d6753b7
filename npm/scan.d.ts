import type { Finding, WasmSource } from "./index.js";

/** Loads the scanner, once. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * Every QR code in a picture, in reading order. `findings` say what hindered when none was read.
 * @param image `data` is grey (width·height bytes) or RGBA (4·width·height)
 * @throws `scan.size` when the sizes do not fit, `limit.input`
 */
export function scan(
  image: Picture,
  options?: ScanOptions,
): readonly ScannedSymbol[] & { readonly findings: readonly Finding[] };

/**
 * The same for one frame of a video. What a frame showed and did not give away is in `evidence`: handed over with the next
 * frame, it is added to what that one shows, so that a symbol is read that no single frame shows well enough. Of a symbol that
 * was read only the place is in it, where the next frame is looked at first.
 * @param evidence what the frame before returned; nothing for the first
 */
export function scanFrame(
  image: Picture,
  evidence?: Uint8Array,
  options?: ScanOptions,
): readonly ScannedSymbol[] & {
  readonly findings: readonly Finding[];
  readonly evidence: Uint8Array;
  /** Corners of a symbol that is there and was not read yet, as those of a symbol. */
  readonly seen?: readonly (readonly [number, number])[];
};

export type Picture = { data: Uint8Array | Uint8ClampedArray; width: number; height: number };

export type ScanOptions = {
  /** `"frame"`: about 30 ms; `"photo"` (without options): up to about 240 ms. */
  effort?: "frame" | "photo";
  /** Milliseconds on a middling machine instead of `effort`; an amount of work, not a clock. */
  budget?: number;
  locale?: "vi" | "en";
};

export type ScannedSymbol = {
  /** As in the symbol: not a string, nothing guessed; digits as ASCII, kanji as Shift JIS. */
  readonly bytes: Uint8Array;
  /** Upper left, upper right, lower right, lower left of the symbol itself, in pixels of the picture. */
  readonly corners: readonly (readonly [number, number])[];
  readonly version: number;
  readonly level: "L" | "M" | "Q" | "H";
  readonly mask: number;
  readonly mirrored: boolean;
  /** Light on dark. */
  readonly reversed: boolean;
  /** ECI assignment numbers; the bytes are not converted. */
  readonly eci?: readonly number[];
  /** The header of a structured append. */
  readonly sequence?: { readonly index: number; readonly total: number; readonly parity: number };
};
