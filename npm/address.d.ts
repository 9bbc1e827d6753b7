import type { Finding, Options } from "./index.js";

/** The asset that the package exports as `cancuoc/units`. @throws `units.corrupt` */
export function loadUnits(data: BufferSource): void;

/** Free text into its parts. @throws `units.not_loaded`, `limit.input` over 10,000 characters */
export function parseAddress(text: string, options?: Options): ParsedAddress;
export type ParsedAddress = {
  readonly street?: string;
  readonly commune?: string;
  readonly district?: string;
  readonly province?: string;
  readonly era: "before2025" | "since2025" | "unknown";
  readonly candidates: readonly UnitCandidate[];
  readonly findings: readonly Finding[];
};

/** Today's unit of an old address; all candidates and a question where the commune was divided. */
export function convertAddress(address: string | object, options?: Options): ConvertedAddress;
export type ConvertedAddress = {
  readonly candidates: readonly UnitCandidate[];
  readonly exact: boolean;
  readonly question?: string;
  readonly findings: readonly Finding[];
};
export type UnitCandidate = { readonly code: string; readonly commune: string; readonly province: string; readonly [more: string]: unknown };
