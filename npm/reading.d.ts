import type { Assurance, Finding, Options, Person, PersonField, Reading, Source } from "./index.js";

/**
 * Reads the payload of a QR code, as bytes (best) or as a string (from a hand-held reader or another scanner).
 * @throws `limit.input` over 1 MB, `options.on`
 */
export function readQr(payload: string | Uint8Array, options?: Options): QrReading;
export type QrReading = Reading & {
  readonly kind: "cccd2021" | "canCuoc2024" | "bhyt" | "bhytOld" | "gplx2025" | "unknown";
  /** The raw fields, in place. */
  readonly fields: readonly string[];
  /** Fields 8–11 of a căn cước: their order is not published. */
  readonly extra: readonly string[];
  readonly charset: { readonly from: string; readonly repaired: boolean };
};

/** Reads a machine-readable zone, typed or pasted. */
export function readMrz(text: string, options?: Options): MrzReading;
export type MrzReading = Reading & {
  readonly kind: "td1Vnm" | "td1" | "td3" | "unknown";
  readonly checkDigits: { readonly [name: string]: "ok" | "mismatch" | "absent" };
};

/** What somebody typed, as a reading: checked, and no evidence. */
export function readTyped(person: Person, options?: Options): Reading;

/** Checks a số định danh cá nhân; `ok` stays true under warnings alone. */
export function checkPin(pin: string, options?: Options): PinCheck;
export type PinCheck = {
  readonly ok: boolean;
  readonly place?: { readonly code: string; readonly names: readonly string[] };
  readonly sex?: "male" | "female";
  readonly birthYear?: number;
  readonly findings: readonly Finding[];
};

/** One identity out of any number of readings; their order does not matter. */
export function reconcile(readings: readonly Reading[], options?: Options): Identity;
export type Identity = {
  readonly person: Person;
  readonly fields: { readonly [field in PersonField]?: IdentityField };
  readonly assurance: Assurance;
  /** đúng, đủ, sạch, sống */
  readonly quality: { readonly correct: boolean; readonly complete: boolean; readonly clean: boolean; readonly current: boolean };
  readonly findings: readonly Finding[];
};
export type IdentityField = {
  readonly value: string;
  readonly source: Source;
  readonly agreement: "single" | "agree" | "differ";
  readonly others: readonly { readonly value: string; readonly source: Source }[];
};
