import type {
  Answers,
  Assurance,
  Finding,
  Identity,
  Options,
  Provenance,
  Reading,
  SealedApplication,
  Service,
} from "./index.js";

/**
 * `<cancuoc-form form="ct01" locale="vi">`: from a card to a sealed application, one block a page.
 *
 * Attributes: `form`, `locale`, `on`, `draft` (`off` or days, 7 when left out), `draft-key` (for several drafts of one form),
 * `service` (its id in the catalogue), `history` (the browser's back button goes a page back),
 * `quiet` (no sound, no vibration), `theme` (`light`, `dark`), `name` (in a host's `<form>`: the sealed application as JSON).
 */
export class CanCuocForm extends HTMLElement {
  static readonly formAssociated: true;
  locale: "vi" | "en";
  /** The answers as they stand; setting fills in what the host knows, as typed. */
  answers: Answers;
  /** Answers that the host has asked for already, or a promise of them (`preset` of a service): they are not asked again. */
  preset: Answers | PromiseLike<Answers> | undefined;
  /** The catalogue's entry of the service: authority, papers, term, fee on the last page. */
  about: Service | undefined;
  /** Resolves when the form can be used. */
  readonly loaded: Promise<void>;
  readonly sealed: SealedApplication | undefined;
  /** The page that is shown: `how`, `scan`, `mrz`, `read`, `differ`, `section:ID`, `review`, `done`. */
  readonly step: string | undefined;
  /** Takes a reading that the host has made itself, such as that of a chip. */
  takeReading(reading: Reading): void;
  back(): void;
  /** Deletes everything that was typed or read, and the draft. */
  startAgain(): Promise<void>;
  addEventListener<K extends keyof CanCuocFormEvents>(
    type: K,
    listener: (this: CanCuocForm, event: CanCuocFormEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export type CanCuocFormEvents = {
  reading: CustomEvent<Reading>;
  identity: CustomEvent<Identity>;
  change: CustomEvent<{ path: string; value: unknown }>;
  step: CustomEvent<{ step: string; title: string; errors: number }>;
  sealed: CustomEvent<SealedApplication>;
  error: CustomEvent<{ code: string; message: string }>;
};

/**
 * `<cancuoc-view>`: a sealed application as its receiver sees it: the answers as on the form, the digest, every finding under the
 * rules of the day, and the sender's claims about where the answers came from.
 *
 * Attributes: `locale`, `on`, `theme`.
 */
export class CanCuocView extends HTMLElement {
  locale: "vi" | "en";
  /** What is shown: the object, or its JSON text. */
  application: SealedApplication | string | undefined;
}

/**
 * `<cancuoc-scan>`: a reading of a card by camera, photo, hand-held reader, pasted data or typed MRZ.
 *
 * Attributes: `locale`, `modes` (out of `camera photo text mrz`), `on`, `quiet`, `theme`, `name`.
 */
export class CanCuocScan extends HTMLElement {
  static readonly formAssociated: true;
  locale: "vi" | "en";
  readonly reading: Reading | undefined;
  /** Opens the camera: from a press of a button. */
  start(deviceId?: string): Promise<void>;
  /** Gives the camera back. */
  stop(): void;
  readPhoto(photo: Blob): Promise<void>;
  readText(text: string): Promise<void>;
  readLines(mrz: string): Promise<void>;
  addEventListener<K extends keyof CanCuocScanEvents>(
    type: K,
    listener: (this: CanCuocScan, event: CanCuocScanEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export type CanCuocScanEvents = Pick<CanCuocFormEvents, "reading" | "error">;

/** `<cancuoc-address name="…" label="…">`: an address with today's communes as suggestions; a plain box without the units. */
export class CanCuocAddress extends HTMLElement {
  static readonly formAssociated: true;
  locale: "vi" | "en";
  value: string;
  readonly name: string;
  readonly unit:
    | {
        readonly code: string;
        readonly commune: string;
        readonly province: string;
        readonly street?: string;
        readonly text: string;
      }
    | undefined;
}

/** From a field of the form (`pin`, `members[0].pin`) to an input's `name`, and how the portal writes its value. */
export type BindMap = {
  readonly [path: string]:
    | string
    | { readonly name: string; readonly date?: "iso" | "dmy"; readonly values?: { readonly [value: string]: string } };
};

/**
 * Binds a portal's own form to the rules without replacing the page. A filled input gets `data-cancuoc-source`; a wrong one `aria-invalid` and words;
 * the form gets the events `cancuoc-filled` and `cancuoc-checked`, and a summary.
 * @throws `CanCuocError` `form.unknown`
 */
export function bindForm(
  element: HTMLFormElement,
  map: BindMap,
  options: Options & { form: string; role?: string; block?: boolean },
): Promise<Bound>;

export interface Bound {
  readonly answers: Answers;
  readonly provenance: Provenance;
  fill(
    readings: readonly Reading[],
    options?: { overwrite?: boolean; role?: string },
  ): { readonly answers: Answers; readonly findings: readonly Finding[] };
  check(): { readonly ok: boolean; readonly findings: readonly Finding[] };
  release(): void;
}

export type { Assurance };

declare global {
  interface HTMLElementTagNameMap {
    "cancuoc-form": CanCuocForm;
    "cancuoc-scan": CanCuocScan;
    "cancuoc-address": CanCuocAddress;
  }
}
