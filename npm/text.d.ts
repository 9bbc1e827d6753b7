import type { Finding, Options } from "./index.js";

/** A text as it was meant, and what it took. */
export type Decoded = {
  /** In NFC; U+FFFD stands where something was lost. */
  readonly text: string;
  /** `utf-8` when nothing was wrong, else the encoding that had to be undone: `windows-1252`, `big5`, `tcvn3`, `vni` … */
  readonly from: string;
  /** Whether the text differs from what came in by more than its normal form. */
  readonly repaired: boolean;
  /** Whether letters were lost on the way: scan again, or type them. */
  readonly lossy: boolean;
  readonly findings: readonly Finding[];
};

/**
 * Brings back text that somebody read in the wrong encoding ("Nguyá»…n", "Nguy廙…", TCVN3, VNI, VISCII), when the way
 * back is certain; other text comes back as it was, in NFC.
 * @throws `limit.input` over 1 MB, `input.type`
 */
export function repairText(text: string, options?: Options): Decoded;

/**
 * The text of bytes: UTF-8 when they are that, else the older encoding that makes Vietnamese of them.
 * @throws `limit.input` over 1 MB, `input.type`
 */
export function decodeText(bytes: Uint8Array, options?: Options): Decoded;
