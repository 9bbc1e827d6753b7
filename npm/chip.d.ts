import type { Options, Reading, WasmSource } from "./index.js";

/** Loads the chip module, once. */
export default function init(source?: WasmSource): Promise<void>;

/** Checks what a reader took from the chip, by file name: `EF.SOD`, `DG1`, …. */
export function readChip(files: { readonly [name: string]: Uint8Array }, trust?: Trust, options?: Options): ChipReading;

/**
 * What a file holds that somebody wants to trust, to be shown first: DER, several encodings one after another, or PEM with any
 * number of blocks. Nothing of it is checked.
 */
export function describeTrust(file: Uint8Array): TrustFile;

export type Trust = {
  /** Files with certificates of country signing authorities, DER or PEM, one or many in a file. The only source of trust. */
  anchors?: Uint8Array[];
  /** Each counts only when its signer chains to an anchor beside it and no list of `crls` revokes that signer. */
  masterLists?: { list: Uint8Array; anchor: Uint8Array }[];
  /** Files with revocation lists, DER or PEM, one or many in a file. */
  crls?: Uint8Array[];
  /** The time at which validity is judged, ISO 8601 (a day, or a time with its zone); `options.on` when left out. */
  at?: string;
  /** The chip's answer to a challenge of eight octets. */
  activeAuthentication?: { challenge: Uint8Array; response: Uint8Array; origin?: Origin };
  /**
   * Chip Authentication: the ephemeral private key (scalar or exponent, big-endian; used once) and the first protected answer after
   * the agreement, with its status word. PACE-CAM: the chip's mapping key (04‖x‖y) and the decrypted chip authentication data; anybody
   * can make such a pair out of public data, so it is never more than `claimed`. It needs EF.CardSecurity, whose key DG14 must hold.
   */
  chipAuthentication?:
    | { terminalPrivateKey: Uint8Array; response: Uint8Array; keyId?: number; origin?: Origin }
    | { mappingPublicKey: Uint8Array; chipAuthenticationData: Uint8Array; origin?: Origin };
  /** Each word of its own, or `"strict"` for servers that decide alone: everything is refused that the default says only. */
  policy?: Policy | "strict";
};

/**
 * Whose the challenge or the ephemeral key is. `caller` (the default): you drew it at random for this reading and use it once; only
 * then the answer proves that the chip is no copy. `recorded`: it came with the evidence, out of a file or from somebody else's reader;
 * whoever handed it over may have made it, so the answer is `claimed`. `chipFiles` writes `recorded`.
 */
export type Origin = "caller" | "recorded";

export type Policy = {
  /** A signature on another curve than the certificate names. Default: `refuse`. */
  curveMismatch?: "refuse" | "report";
  /** Countries of signer, authority and document that differ or are not known. Default: `require` that they are one. */
  country?: "require" | "report";
  /** SHA-1, curves below 224 bits, keys and certificates used otherwise than they say. Default: `report`. */
  weak?: "refuse" | "report";
  /** A chain of which no list in force says that it is good. Default: `report`. */
  revocation?: "require" | "report";
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
    /** `claimed`: the evidence fits, and its challenge or key is not the caller's. It stays `authentic`. */
    readonly status: "proved" | "claimed" | "failed" | "notSupported" | "notTried";
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
  | "foreignPurpose"
  | "hashNotNamed"
  | "keyUse"
  | "leadingZero"
  | "sortedAttributes"
  | "trailingBytes"
  | "twoHashes"
  | "unreadableCertificate"
  | "unsortedAttributes"
  | "weakCurve"
  | "weakHash";

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
  /** `bundle`: things of several kinds. */
  readonly kind: "certificate" | "masterList" | "revocationList" | "bundle" | "unknown";
  /** All that the file holds. */
  readonly certificates: readonly Certificate[];
  /** Certificates of a list, and parts of a bundle, that cannot be read. */
  readonly unreadable: number;
  /** The file is more than one call may cost: what stands behind the last part was not looked at. */
  readonly limit: boolean;
  /** Of the only revocation list. */
  readonly issuer?: string;
  readonly thisUpdate?: string;
  readonly nextUpdate?: string | null;
  /** Everything that the file holds, in its order. */
  readonly parts: readonly {
    readonly kind: "certificate" | "masterList" | "revocationList" | "unknown";
    /** How many. */
    readonly certificates: number;
    readonly issuer?: string;
    readonly thisUpdate?: string;
    readonly nextUpdate?: string | null;
    /** In DER; empty when a PEM block could not be decoded. */
    readonly der: Uint8Array;
  }[];
  /** In DER: of a file with one part that part, else the file as it came, which `readChip` takes as well. */
  readonly der: Uint8Array;
};
