import type { Options, Reading, WasmSource } from "./index.js";

/** Loads the chip module, once. */
export default function init(source?: WasmSource): Promise<void>;

/** Checks what a reader took from the chip, by file name: `EF.SOD`, `DG1`, …. */
export function readChip(files: { readonly [name: string]: Uint8Array }, trust?: Trust, options?: Options): ChipReading;

/** What a file holds that somebody wants to trust (DER or PEM), to be shown first. Nothing of it is checked. */
export function describeTrust(file: Uint8Array): TrustFile;

export type Trust = {
  /** Certificates of country signing authorities, DER or PEM. The only source of trust. */
  anchors?: Uint8Array[];
  /** Each counts only when its signer chains to the anchor beside it. */
  masterLists?: { list: Uint8Array; anchor: Uint8Array }[];
  crls?: Uint8Array[];
  /** The time at which validity is judged, ISO 8601 (a day, or a time with its zone); `options.on` when left out. */
  at?: string;
  /** The chip's answer to a challenge of eight random octets that the caller drew and uses once. */
  activeAuthentication?: { challenge: Uint8Array; response: Uint8Array };
  /**
   * What a native reader recorded. Chip Authentication: the caller's ephemeral private key (scalar or exponent, big-endian; used once) and the
   * first protected answer after the agreement, with its status word. It proves something only to the one who made the key. PACE-CAM:
   * the chip's mapping key (04‖x‖y) and the decrypted chip authentication data; as good as the reader that ran PACE. Needs EF.CardSecurity.
   */
  chipAuthentication?:
    | { terminalPrivateKey: Uint8Array; response: Uint8Array; keyId?: number }
    | { mappingPublicKey: Uint8Array; chipAuthenticationData: Uint8Array };
  policy?: { curveMismatch?: "refuse" | "report"; country?: "require" | "report" };
};

export type ChipReading = Reading & {
  readonly signature: {
    readonly status: "valid" | "invalid" | "unsupported" | "absent";
    readonly algorithm?: string;
    /** What was accepted although it is not as it should be. */
    readonly deviations: readonly Deviation[];
    readonly detail?: string;
    /** What the signer says; not trusted. */
    readonly claimedSigningTime?: string;
    readonly signer?: Certificate;
  };
  readonly chain: {
    readonly status:
      "trusted" | "unknownIssuer" | "expired" | "notYetValid" | "revoked" | "countryMismatch" | "invalid";
    readonly revocation: "absent" | "stale" | "good" | "revoked";
    readonly anchor?: Certificate & { readonly masterList?: number };
    readonly detail?: string;
  };
  readonly dataGroups: readonly {
    readonly name: string;
    readonly status: "match" | "mismatch" | "notSupplied" | "notInSod";
  }[];
  readonly clone: {
    readonly status: "proved" | "failed" | "notSupported" | "notTried";
    readonly method?: "activeAuthentication" | "chipAuthentication" | "paceMapping";
    readonly detail?: string;
  };
  readonly portrait?: {
    readonly format: "jpeg" | "jp2";
    readonly width: number;
    readonly height: number;
    readonly bytes: Uint8Array;
  };
  /** Every check in the words of the standards. */
  readonly trail: readonly { readonly check: string; readonly outcome: string; readonly detail: string }[];
};

export type Deviation =
  | "contentType"
  | "curveMismatch"
  | "derSignature"
  | "fallbackSigner"
  | "hashNotNamed"
  | "leadingZero"
  | "sortedAttributes";

export type Certificate = {
  readonly subject: string;
  readonly issuer: string;
  readonly country?: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string;
};

export type TrustFile = {
  readonly kind: "certificate" | "masterList" | "revocationList" | "unknown";
  readonly certificates: readonly Certificate[];
  /** Certificates of a list that cannot be read. */
  readonly unreadable: number;
  readonly issuer?: string;
  readonly thisUpdate?: string;
  readonly nextUpdate?: string | null;
  /** The file in DER. */
  readonly der: Uint8Array;
};
