/// <reference path="./widget-frameworks.d.ts" />
import type {
  Answers,
  Assurance,
  Finding,
  Identity,
  Options,
  Person,
  Provenance,
  Reading,
  SealedApplication,
  Service,
} from "./index.js";

/**
 * `<cancuoc-form form="ct01" locale="vi">`: from a card to a sealed application, one block a page.
 *
 * Attributes: `form`, `locale`, `on`, `draft` (`off` or days, 7 when left out), `draft-key` (for several drafts of one form),
 * `service` (its id in the catalogue), `history` (the browser's back button goes a page back), `quiet` (no sound, no vibration),
 * `theme` (see `Theme`), `steps`, `hide`, `locked`, `account-url` (see the properties), `min-assurance`, `action` (where the sealed
 * application is posted at once), `retry` (`off`: what could not be sent is not sent again by itself), `assets-base`,
 * `name` (in a host's `<form>`: the sealed application as JSON).
 * Slots: `intro` on the first page, `done` on the last. Properties may be set before the element is defined or loaded.
 */
export class CanCuocForm extends HTMLElement {
  static readonly formAssociated: true;
  locale: "vi" | "en";
  /**
   * The answers as they stand; setting fills in what the host knows, as typed. What a draft holds already stays; the same answers
   * set again, as frameworks do, change nothing.
   */
  answers: Answers;
  /** What the portal knows of whoever is logged in, or a promise of it: source `account`, no evidence; what is answered stays. */
  account: Person | PromiseLike<Person | undefined> | undefined;
  /**
   * Names of `Person` that the citizen may not change here: what `account` holds of them is shown and not asked, whatever a draft,
   * `answers` or a card says; a card that differs is told about (`widget.locked_differs`), one with another number fills in nothing
   * (`widget.locked_other_person`), and neither counts for `minAssurance`. Sealed with the source `account`. It saves questions and
   * proves nothing: the server compares with its own account. Written as an array or as words between blanks; read as words.
   */
  get locked(): string;
  set locked(names: string | readonly (keyof Person)[] | undefined);
  /** The page on which the account's data are changed: a link at locked fields. */
  accountUrl: string;
  /** `one`: all parts of the form on one page. `parts`, or nothing: one after the other. */
  get steps(): string;
  set steps(value: "one" | "parts" | undefined);
  /** Parts of the frame that are not shown. A field is none of them. Read as words between blanks. */
  get hide(): string;
  set hide(parts: string | readonly HiddenPart[] | undefined);
  /** The least `assurance` of the applicant's card without which nothing is sealed here. The server must check it again. */
  minAssurance: Assurance;
  /** Answers that the host has asked for already, or a promise of them (`preset` of a service): they are not asked again. */
  preset: Answers | PromiseLike<Answers> | undefined;
  /** The catalogue's entry of the service: authority, papers, term, fee on the last page. */
  about: Service | undefined;
  /** Resolves when the form can be used. */
  readonly loaded: Promise<void>;
  readonly sealed: SealedApplication | undefined;
  /** What became of the sealed application that was handed to the portal. */
  readonly submission: Submission | undefined;
  /** The page that is shown: `how`, `scan`, `mrz`, `read`, `differ`, `section:ID`, `review`, `done`. */
  readonly step: string | undefined;
  /** Takes a reading that the host has made itself, such as that of a chip. */
  takeReading(reading: Reading): void;
  /** Findings of the portal's server, shown at their fields; each counts until its answer has changed. */
  setFindings(findings: readonly Finding[]): void;
  /**
   * Hands the sealed application to the portal and shows what becomes of it. Without `send` it is posted as JSON to `url` (or the
   * attribute `action`) with its digest as `Idempotency-Key`. The portal answers `{ receipt }`, or `{ ok: false, findings }`.
   */
  submit(options?: SubmitOptions): Promise<Submission | undefined>;
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
  /** Before the seal; `preventDefault()` keeps the form open. */
  beforeseal: CustomEvent<{ form: string; answers: Answers; assurance: Assurance }>;
  sealed: CustomEvent<SealedApplication>;
  /** Does not bubble. */
  submit: CustomEvent<Submission>;
  error: CustomEvent<{ code: string; message: string }>;
};

/**
 * What `hide` names: the ways to read a card on the first page (without all three the form begins with its first part), the buttons
 * that read somebody's card inside the form, the form's title above each page, the bar, reading aloud; on the last page printing, PDF,
 * the sealed file, sharing it, what to do next, the digest, "another form".
 */
export type HiddenPart =
  | "scan"
  | "photo"
  | "mrz"
  | "cards"
  | "caption"
  | "progress"
  | "aloud"
  | "print"
  | "pdf"
  | "download"
  | "share"
  | "next"
  | "digest"
  | "again";

type Scheme = "light" | "dark" | "auto";
type Preset = "portal" | "calm" | "contrast";
/** One of three looks, light or dark, or both words. Without a scheme it goes with the page's `color-scheme`. */
export type Theme = Scheme | Preset | `${Preset} ${Scheme}`;

/** `offline`: nobody answered, or a gateway said that the portal is away; `refused`: it answered and has not taken it. */
export type Submission = {
  readonly state: "sending" | "sent" | "refused" | "offline";
  /** The portal's number. */
  readonly receipt?: string;
  /** The status of the answer. */
  readonly status?: number;
  readonly findings?: readonly Finding[];
};

export type SubmitOptions = {
  url?: string;
  headers?: { readonly [name: string]: string };
  /** The host's own way; a rejected promise is `offline`. `key` is the application's digest. */
  send?: (
    application: SealedApplication,
    how: { key: string },
  ) => Promise<Response | { receipt?: string; ok?: boolean; findings?: readonly Finding[] }>;
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
  /** Prints the official form alone, without the page around; of a changed application the words that say so. */
  print(): Promise<void>;
  addEventListener<K extends keyof CanCuocViewEvents>(
    type: K,
    listener: (this: CanCuocView, event: CanCuocViewEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export type CanCuocViewEvents = {
  checked: CustomEvent<{ ok: boolean; digest: "match" | "mismatch"; findings: readonly Finding[] }>;
  error: CustomEvent<{ code: string; message: string }>;
};

/**
 * `<cancuoc-scan>`: a reading of a card by camera, photo, hand-held reader, pasted data, or the MRZ of the back, out of a photo or typed.
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
  /** Reads the lines of the back as text. */
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

export { setAssetsBase } from "./assets.js";
export type { Assurance };

declare global {
  interface HTMLElementTagNameMap {
    "cancuoc-form": CanCuocForm;
    "cancuoc-scan": CanCuocScan;
    "cancuoc-address": CanCuocAddress;
    "cancuoc-view": CanCuocView;
  }
}
