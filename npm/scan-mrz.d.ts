import type { Finding, WasmSource } from "./index.js";
import type { Picture, ScanOptions } from "./scan.js";

/** Loads the reader of machine-readable zones, once. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * The machine-readable zone of a card's back or of a passport, out of a picture; of several zones the one that is read
 * best. Nothing is guessed: `text` is there only when each sign is sure, and what it says is judged by `readMrz`. The
 * QR code of the same card plays no part in it, so that both are evidence of their own. `findings` say what hindered.
 * @param image `data` is grey (width·height bytes) or RGBA (4·width·height)
 * @throws `scan.size` when the sizes do not fit, `limit.input`
 */
export function scanMrz(
  image: Picture,
  options?: ScanOptions,
): readonly ScannedZone[] & { readonly findings: readonly Finding[] };

export type ScannedZone = {
  /** The lines, for `readMrz`; only when each sign is sure. */
  readonly text?: string;
  /** The lines, with `?` where a sign is not sure. */
  readonly lines: readonly string[];
  /** The places of `?`, in reading order. */
  readonly unsure: readonly UnsurePlace[];
  /** Three lines of 30 signs, or two of 44. */
  readonly format: "td1" | "td3";
  /** Upper left, upper right, lower right, lower left of the zone, in pixels of the picture. */
  readonly corners: readonly (readonly [number, number])[];
};

export type UnsurePlace = {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Signs that may stand there, at most four, the likeliest first. */
  readonly likely: readonly string[];
};

export type { Picture, ScanOptions } from "./scan.js";
