import type { Options, Reading, WasmSource } from "./index.js";

/** Loads the chip module, once. */
export default function init(source?: WasmSource): Promise<void>;

/** Checks what a reader took from the chip, by file name: `EF.SOD`, `DG1`, …. */
export function readChip(files: { readonly [name: string]: Uint8Array }, trust?: Trust, options?: Options): ChipReading;

export type Trust = {
  anchors?: Uint8Array[];
  masterLists?: { list: Uint8Array; anchor: Uint8Array }[];
  crls?: Uint8Array[];
  /** The time at which validity is judged, ISO 8601; `options.on` when left out. */
  at?: string;
  activeAuthentication?: { challenge: Uint8Array; response: Uint8Array };
  policy?: { curveMismatch?: "refuse" | "report"; country?: "require" | "report" };
};

export type ChipReading = Reading & {
  readonly signature: { readonly status: "valid" | "invalid" | "unsupported" | "absent"; readonly algorithm?: string; readonly deviations: readonly string[] };
  readonly chain: {
    readonly status: "trusted" | "unknownIssuer" | "expired" | "notYetValid" | "revoked" | "countryMismatch" | "invalid";
    readonly anchor?: unknown;
  };
  readonly dataGroups: readonly { readonly name: string; readonly status: "match" | "mismatch" | "notSupplied" | "notInSod" }[];
  readonly clone: { readonly status: "proved" | "failed" | "notSupported" | "notTried" };
  readonly portrait?: { readonly format: "jpeg" | "jp2"; readonly width: number; readonly height: number; readonly bytes: Uint8Array };
};
