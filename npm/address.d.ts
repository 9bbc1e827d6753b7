import type { Finding, Options } from "./index.js";

/** Takes the bytes of the asset that the package exports as `cancuoc/units`. @throws `units.corrupt` */
export function loadUnits(data: BufferSource): void;

/** Fetches the package's own asset (`units.bin` beside the scripts, or another place) and loads it. @throws `units.source`, `units.corrupt` */
export function fetchUnits(source?: string | URL): Promise<void>;

/** Free text into its parts. @throws `units.not_loaded`, `limit.input` over 10,000 characters */
export function parseAddress(text: string, options?: Options): ParsedAddress;
export type ParsedAddress = {
  /** What is not a unit: house, street, hamlet. */
  readonly street?: string;
  /** Official names with their types, where all candidates agree on them. */
  readonly commune?: string;
  readonly district?: string;
  readonly province?: string;
  readonly era: "before2025" | "since2025" | "unknown";
  readonly candidates: readonly UnitCandidate[];
  readonly findings: readonly Finding[];
};

/** Today's unit of an old address; all candidates and a question where the commune was divided. */
export function convertAddress(address: string | AddressParts, options?: ConvertOptions): ConvertedAddress;
/** The same for many, shorter: findings are their codes. One call for some thousand rows at a time. */
export function convertAddresses(
  addresses: readonly (string | AddressParts)[],
  options?: ConvertOptions,
): readonly ConvertedRow[];
export type ConvertedRow =
  | (Omit<ConvertedAddress, "original" | "findings"> & { readonly findings: readonly string[] })
  /** A row over the limit. */
  | { readonly error: string };
export type AddressParts = {
  readonly street?: string;
  readonly commune?: string;
  readonly district?: string;
  readonly province?: string;
  /** Of either list; a name or `era` beside it tells the lists apart. */
  readonly code?: string;
  readonly era?: "before2025" | "since2025" | "unknown";
  readonly [more: string]: unknown;
};
/** `to: "before2025"`: back into the old units, for papers that still name them. */
export type ConvertOptions = Options & { readonly to?: "present" | "before2025" };
export type ConvertedAddress = {
  readonly candidates: readonly UnitCandidate[];
  /** One candidate and no doubt. */
  readonly exact: boolean;
  /** What to ask the person otherwise. */
  readonly question?: string;
  /** The whole address in its new units, when exact. */
  readonly address?: string;
  readonly street?: string;
  /** The address as it was given, to be kept beside the new one. */
  readonly original: string;
  readonly findings: readonly Finding[];
};

/** Search-as-you-type over the present communes, best first. `province`: a code or a name. */
export function searchUnits(
  text: string,
  options?: Options & { readonly limit?: number; readonly province?: string },
): readonly UnitCandidate[];
export type UnitCandidate = {
  /** Five digits; three for an old district that had no communes, whose name stands as `commune` then. */
  readonly code: string;
  readonly commune: string;
  /** Of an old commune. */
  readonly district?: string;
  readonly province: string;
  readonly [more: string]: unknown;
};
