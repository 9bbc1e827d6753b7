import type { Assurance, Finding, Options, Person, PersonField, Reading, Source, WasmSource } from "./index.js";

/**
 * Loads what reads cards and makes one identity of several readings, and what knows misread text: all functions of this file, and
 * `repairText` and `decodeText`. `init()` does it, `initForm()` does not; later calls wait for the first.
 */
export function initReading(source?: WasmSource): Promise<void>;

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
  /** What a licence or a health insurance card says of itself. */
  readonly document?: PaperDocument;
};

/** A document that is no identity card; days as in a `Person`, `expiryDate` may be `none`. */
export type PaperDocument = {
  readonly number?: string;
  /** The class of a licence. */
  readonly class?: string;
  readonly issueDate?: string;
  readonly expiryDate?: string;
  readonly place?: string;
};

/**
 * Reads a machine-readable zone, typed, pasted or recognised: small letters, blanks, `‹`, `«` and lost line breaks do not matter.
 * @throws `limit.input` over 1 MB, `options.on`
 */
export function readMrz(text: string, options?: Options): MrzReading;
export type MrzReading = Reading & {
  readonly kind: "td1Vnm" | "td1" | "td3" | "unknown";
  /** `documentNumber`, `birthDate`, `expiryDate`, `composite`; `pin` (column 30 of a Vietnamese card), `personalNumber` (passport). */
  readonly checkDigits: { readonly [name: string]: "ok" | "mismatch" | "absent" };
  /** The zone as it was understood: capitals, no blanks. */
  readonly lines: readonly string[];
  /** The zone with the one character replaced that makes every check digit agree: to be shown, never taken over. */
  readonly suggestion?: string;
};

/**
 * What somebody typed, as a reading: checked, and no evidence. Dates may be ISO 8601 or `15/05/2002`, the sex also `Nam` or
 * `Nữ`; a value that cannot be what its field says gets a finding and is left out.
 * @throws `limit.input`, `input.type`, `options.on`
 */
export function readTyped(person: Person, options?: Options): Reading;

/** What a portal knows of whoever is logged in: checked, and no evidence either. @throws as `readTyped` */
export function readAccount(person: Person, options?: Options): Reading;

/** Checks a số định danh cá nhân; `ok` stays true under warnings alone. */
export function checkPin(pin: string, options?: Options): PinCheck;
export type PinCheck = {
  readonly ok: boolean;
  readonly place?: { readonly code: string; readonly names: readonly string[] };
  readonly sex?: "male" | "female";
  readonly birthYear?: number;
  readonly findings: readonly Finding[];
};

/**
 * One identity out of up to 64 readings; their order does not matter. Readings are the caller's own objects and carry no
 * proof: what they claim is capped by their source (a QR or an MRZ `wellFormed`, typed `none`); a chip's is taken as
 * `readChip` gave it.
 * @throws `limit.input`, `input.type`, `options.on`
 */
export function reconcile(readings: readonly Reading[], options?: Options): Identity;
export type Identity = {
  readonly person: Person;
  readonly fields: { readonly [field in PersonField]?: IdentityField };
  readonly assurance: Assurance;
  /** đúng, đủ, sạch, sống */
  readonly quality: {
    readonly correct: boolean;
    readonly complete: boolean;
    readonly clean: boolean;
    readonly current: boolean;
  };
  readonly findings: readonly Finding[];
};
export type IdentityField = {
  readonly value: string;
  readonly source: Source;
  readonly agreement: "single" | "agree" | "differ";
  readonly others: readonly ({ readonly value: string; readonly source: Source } & Differing)[];
  /** Computed by law (an expiry), read from no document. */
  readonly computed?: true;
} & Differing;

/** There when a value differs from the chosen one: in what way, for programs and in words. */
export type Differing = {
  readonly difference?: "precision" | "diacritics" | "abbreviation" | "truncation" | "content";
  readonly reason?: string;
};
