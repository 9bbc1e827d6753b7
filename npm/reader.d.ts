import type { Trust } from "./chip.js";
import type { CanCuocError, Finding, WasmSource } from "./index.js";

/** Loads the chip module, once; the same that `cancuoc/chip` loads. `readCard` does it by itself. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * Opens a chip and reads it, over whatever can carry an APDU. What comes out is as read: whether it is genuine says
 * `readChip(files, { ...trust, ...evidence })`.
 *
 * The card is there when this is called. One key is tried once; nothing is tried again by itself.
 *
 * @throws {ReadCardError} `reader.tag_lost`, `timeout`, `delayed`, `aborted`, `transport`, `wrong_key`, `blocked`,
 *   `no_access`, `downgrade`, `other_card`, `not_a_document`, `protocol`, `limit`, each with words in `finding`
 * @throws {CanCuocError} before the card is asked: `reader.key`, `reader.random`, `input.type`, `limit.input`
 */
export function readCard(options: ReadCardOptions): Promise<CardRead>;

export type ReadCardOptions = {
  /**
   * Carries one command and resolves with the answer, its two octets of status included. It rejects when the card is
   * gone; with an error whose `name` is `TimeoutError` or whose `code` is `timeout` when the card was silent, with
   * `NetworkError` or `transport` when the reader failed. `hint.timeout`: milliseconds that the card may take.
   */
  transmit(apdu: Uint8Array, hint: { readonly timeout: number }): Promise<Uint8Array>;
  key: CardKey;
  /** `DG1` … `DG16`, `EF.COM`; those of a Vietnamese card that need no further right when left out. EF.SOD always comes. */
  files?: string[];
  /** Eight octets to be signed, drawn by whoever is to be convinced: a server. Drawn here when left out. */
  challenge?: Uint8Array;
  /** Which proofs that the chip is no copy; both when left out. */
  prove?: ("active" | "chip")[];
  /**
   * When BAC is good enough, which whoever records it can break later: `absent` (the default) when the card offers no
   * PACE, `failed` also when PACE fails (a second try of the same key), `false` never.
   */
  allowBac?: "absent" | "failed" | false;
  /** Octets of the longest command (261) and answer (258) that the transport carries. */
  transport?: { maxCommand?: number; maxAnswer?: number };
  /** A generator of random octets in place of `crypto.getRandomValues`; asked once for 1,024. */
  random?: (length: number) => Uint8Array;
  /** Told at each change; never holds contents. */
  onProgress?(step: CardProgress): void;
  signal?: AbortSignal;
  /** Of the error of an earlier reading: of the same card after a loss, or after a wrong key. */
  resume?: unknown;
  /** A person compared the key with the card. Needed for a third key after two wrong ones. */
  confirmed?: boolean;
  locale?: "vi" | "en";
};

export type CardKey =
  /** Card access number: six digits. */
  | { can: string }
  /**
   * Of the machine-readable zone, or of the QR code: twelve digits are cut to the last nine. Dates are ISO 8601, an expiry may
   * be `none`.
   */
  | { documentNumber: string; birthDate: string; expiryDate: string };

export type CardProgress = {
  readonly step: "connect" | "access" | "file" | "active" | "chip";
  readonly file?: string;
  /** Octets of the file that are here, of all; 0 of 0 while its length is unknown. */
  readonly done: number;
  readonly total: number;
};

export type CardRead = {
  /** As read, octet by octet, by their names. */
  readonly files: { readonly [name: string]: Uint8Array };
  readonly access: {
    readonly method: "pace" | "bac";
    readonly key: "can" | "mrz";
    /** Of secure messaging. */
    readonly cipher: string;
    /** Of PACE. */
    readonly mapping?: "generic" | "chip";
    /** Of PACE: curve or field. */
    readonly domain?: string;
    /** Of BAC: why not PACE. */
    readonly reason?: "noCardAccess" | "unreadableCardAccess" | "noPace" | "unknownPace" | "failedPace";
  };
  /** For `readChip`. It holds the ephemeral key of Chip Authentication: it proves something to this page only. */
  readonly evidence: {
    readonly activeAuthentication?: { readonly challenge: Uint8Array; readonly response: Uint8Array };
    readonly chipAuthentication?:
      | { readonly terminalPrivateKey: Uint8Array; readonly response: Uint8Array; readonly keyId?: number }
      | { readonly mappingPublicKey: Uint8Array; readonly chipAuthenticationData: Uint8Array };
  };
  readonly findings: readonly Finding[];
};

/** What `readCard` rejects with when the card, or the way to it, did not do. It holds no key, nonce or content. */
export type ReadCardError = CanCuocError & {
  /** What happened and what to do with the card, in words. */
  readonly finding: Finding;
  /** Wrong keys in a row. */
  readonly wrongKeys: number;
  /** Which kind of key was wrong. */
  readonly key?: "can" | "mrz";
  /** What the card says is left. */
  readonly triesLeft?: number;
  /** For the next call. Opaque and empty to look at; what it stands for lives as long as it. */
  readonly resume?: object;
};

/**
 * The way to a card that is here: the bridge of an app around this page (`android`, `ios`), or the helper
 * `cancuoc-reader` on this machine when `helper` names its port. Nothing is opened yet.
 */
export function cardBridge(options?: { helper?: number }): CardBridge | undefined;

export type CardBridge = {
  readonly kind: "android" | "ios" | "helper";
  /**
   * Waits for a card, after the person agreed. `timeout`: milliseconds, 60,000 when left out.
   * @throws {CanCuocError} `bridge.denied`, `bridge.busy`, `bridge.absent` (no NFC, no reader, no helper), `bridge.off`,
   *   `reader.timeout`, `reader.aborted`, `reader.transport`
   */
  open(options?: { signal?: AbortSignal; timeout?: number }): Promise<CardConnection>;
};

/** A card that is there: `transmit` and `transport` are those of `readCard`. */
export type CardConnection = {
  transmit(apdu: Uint8Array, hint: { readonly timeout: number }): Promise<Uint8Array>;
  readonly transport: { readonly maxCommand: number; readonly maxAnswer: number };
  /** Words on the system's own sheet, where there is one (iOS). */
  show(words: string): void;
  close(): void;
};
