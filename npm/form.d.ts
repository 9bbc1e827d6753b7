import type { Assurance, Basis, Finding, Identity, Options, Reading, Source } from "./index.js";
import type { UnitCandidate } from "./address.js";

/** Whatever JSON can hold; a form's fields by their ids. */
export type Answers = { readonly [field: string]: unknown };

/** The 25 services of Đề án 06 and more, each with its forms or the reason why it has none. */
export function listServices(options?: Options): readonly Service[];
export type Service = {
  readonly id: string;
  /** In Đề án 06; none for the extensions. */
  readonly number?: number;
  readonly title: string;
  readonly authority: string;
  readonly portalCodes?: readonly string[];
  readonly forms: readonly string[];
  /** Why there is no form yet. */
  readonly reason?: string;
  readonly basis: Basis;
  readonly [more: string]: unknown;
};

/** The forms in force on the day. */
export function listForms(options?: Options): readonly FormSummary[];
export type FormSummary = {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly citation: string;
};

/** All that a renderer needs, and nothing of a framework: the pack as of the day, words in one language. @throws `form.unknown` */
export function describeForm(form: string, options?: Options): FormDescription;
export type FormDescription = FormSummary & {
  readonly version: string;
  /** Draft, not endorsed by the issuing authority. */
  readonly notice: string;
  readonly basis: Basis;
  /** What has still to be checked against the official text. */
  readonly unconfirmed?: readonly string[];
  /** Whose card can fill what; the first question before a card is read. */
  readonly persons: readonly {
    readonly role: string;
    readonly label: string;
    readonly hint?: string;
    readonly when?: string;
    readonly group?: string;
    readonly map: { readonly [field: string]: string };
  }[];
  readonly sections: readonly FormSection[];
  readonly rules: readonly unknown[];
  /** What the fields mean to each other, where it does not follow from `persons` and the types (docs/packs.md). */
  readonly meanings?: readonly unknown[];
  readonly papers?: readonly FormPaper[];
  readonly print?: unknown;
};
export type FormSection = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly visible?: string;
  readonly fields: readonly FormField[];
};
export type FormField = {
  readonly id: string;
  readonly type:
    | "text"
    | "name"
    | "pin"
    | "date"
    | "choice"
    | "multiChoice"
    | "boolean"
    | "number"
    | "money"
    | "address"
    | "phone"
    | "email"
    | "taxCode"
    | "bhyt"
    | "passport"
    | "licence"
    | "cmnd"
    | "bankAccount"
    | "attachment"
    | "group";
  readonly label: string;
  readonly number?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** `true`, or a condition: what holds now is in `validate(…).required`. */
  readonly required?: boolean | string;
  readonly visible?: string;
  /** The field is calculated. */
  readonly value?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly fields?: readonly FormField[];
  readonly [more: string]: unknown;
};
export type FormPaper = {
  readonly id: string;
  readonly label: string;
  readonly kind: "original" | "copy" | "present";
  /** The condition: what is needed now is in `validate(…).papers`. */
  readonly when?: string;
  readonly optional?: boolean;
  readonly inDatabase?: boolean;
  readonly note?: string;
  readonly basis: Basis;
};

/**
 * Fills what the card knows of the person in this role (`applicant` unless said); what is answered already stays, unless
 * `overwrite`, and the difference is a conflict either way. @throws `form.unknown`, `form.role`
 */
export function prefill(
  form: string,
  identity: Identity | Reading,
  answers?: Answers,
  options?: Options & { overwrite?: boolean; role?: string; row?: number },
): Prefilled;
export type Prefilled = {
  readonly answers: Answers;
  readonly provenance: Provenance;
  readonly conflicts: readonly {
    readonly path: string;
    /** What stands in the answers now. */
    readonly kept: unknown;
    /** The other one: the card's value, or with `overwrite` the answer that it replaced. */
    readonly offered: unknown;
    readonly source: Source;
    readonly overwritten: boolean;
  }[];
  readonly findings: readonly Finding[];
  /** Old residences that were divided, or cannot be told: the card's text stands in the answers until the person chose. */
  readonly questions?: readonly {
    readonly path: string;
    readonly question: string;
    readonly candidates: readonly UnitCandidate[];
    readonly original: string;
  }[];
};
/**
 * By path of the answer, e.g. `members[0].pin`: `{ source, field, role, value, agreement?, converted? }`, `value` as the card has it;
 * `field` is one of `Person`, or `licence.class` and the like from the reading of a driver licence (`prefill` takes that reading itself).
 * `converted: { to, code, basis? }`: the answer is the card's residence in today's units (`loadUnits` comes first).
 */
export type Provenance = { readonly [path: string]: unknown };

/**
 * Runs every rule of the day. Fields first, in the order of the form, then rules.
 *
 * What is known of old units depends on what was loaded. Districts, townships and former cities in an address that must be today's are
 * seen by their kind (`plausibility.old_unit`, a warning). Once the units are loaded (`init()`, then `loadUnits` or `fetchUnits`) a
 * commune that is gone is seen as well, and the finding has today's address as its `offer`, or is `plausibility.old_unit_unsure` and
 * names what it may be today. Answers that were read in the wrong encoding are named (`plausibility.garbled`) once `init()` or
 * `initReading()` has come. `initForm` alone knows neither; the lists never change `ok`.
 */
export function validate(form: string, answers: Answers, options?: Options): Validation;
export type Validation = {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /**
   * Paths of the fields that are shown. What is hidden is neither validated nor sealed; that it is answered is a warning
   * (`form.not_asked`, at a path that is not in this list), unless it is in `cleared`.
   */
  readonly visible: readonly string[];
  readonly required: readonly string[];
  /** Values of calculated fields, by path. */
  readonly calculated: { readonly [path: string]: unknown };
  /** Paths of answers that the page forgets, because their field was hidden (`whenHidden: "clear"`). */
  readonly cleared: readonly string[];
  /** Choices that are not offered now, by path. */
  readonly unavailable: { readonly [path: string]: readonly string[] };
  /** Roles whose card can be asked for now. */
  readonly roles: readonly string[];
  /** Papers that are needed now. */
  readonly papers: readonly FormPaper[];
  /** Which of `describeForm(…).print.signatures` the printed page needs now, by index. */
  readonly signatures: readonly number[];
};

/**
 * Canonical JSON (RFC 8785) under its SHA-256. `sealedAt` is an RFC 3339 instant.
 * @throws `seal.not_ok` an application with errors is not sealed: show `validate(…).findings` first;
 *   `seal.sealed_at`, `seal.provenance` (an entry is not as `prefill` gives it), `seal.assurance`
 */
export function seal(
  form: string,
  answers: Answers,
  context: { provenance?: Provenance; assurance?: Assurance; sealedAt: string },
  options?: Options,
): SealedApplication;
/** Under its digest, but not signed: anybody can write all of it. `checkSealed` says what of it is known. */
export type SealedApplication = {
  readonly form: string;
  readonly version: string;
  /** The day of the rules. */
  readonly on: string;
  readonly sealedAt: string;
  /** Shown and answered fields in the order of the form. */
  readonly answers: Answers;
  /** The sender's word. */
  readonly provenance: Provenance;
  /** The sender's word: `genuine` here proves nothing. */
  readonly assurance: Assurance;
  /** Over the canonical JSON of all other members. No signature: the server runs the rules again. */
  readonly digest: { readonly algorithm: "SHA-256"; readonly value: string };
};

/**
 * What a server calls: the digest, the form's version, every rule again, and the provenance against the answers. Takes the object or
 * its JSON text. `ok` says that the application is whole and keeps the rules. It does **not** say that a card was read:
 * `application.assurance` and `application.provenance` are what the sender wrote, until `claims` says `confirmed`. Once the units are
 * loaded (`loadUnits`, `fetchUnits`) addresses are looked at as by `validate`, as of the day of the seal: warnings only.
 * @throws `options.acceptedForms`, `options.maxAgeDays`, `options.notBefore`, `options.seen`: a slip of the pen switches no check off;
 *   `evidence.chip`: there is evidence, and "cancuoc/chip" was not imported; `limit.input`
 */
export function checkSealed(application: unknown, options?: Options & Acceptance): SealCheck;
export type SealCheck = {
  readonly ok: boolean;
  readonly digest: "match" | "mismatch";
  readonly findings: readonly Finding[];
  readonly claims: {
    /** `confirmed`: the chip is the applicant's, and what `readChip` says here is at least what the application says. */
    readonly assurance: Claim;
    /** `confirmed`: the chip offers each answer that is said to come from a document. */
    readonly provenance: Claim;
  };
};
/** `unproved` whenever nothing but the sender's word speaks for it, or anything is wrong with the application. */
export type Claim = "unproved" | "confirmed";
export type Acceptance = {
  /** The ids of forms that are taken here. Every form when left out. */
  acceptedForms?: readonly string[];
  /** Days since the seal and since the day of its rules. 0: of today. Any age when left out. */
  maxAgeDays?: number;
  /** Nothing that was sealed before: a day (its first moment in Việt Nam), or an RFC 3339 instant. */
  notBefore?: string;
  /**
   * Digests (`application.digest.value`) that were taken already. A seal is no ticket: the same application can be sent twice. Who keeps
   * the digests of the last `maxAgeDays` days in a unique column needs no list here.
   */
  seen?: readonly string[];
  /** The files of the applicant's chip, for `readChip` here, by your own anchors. Only `authentic` and `genuine` confirm anything. */
  evidence?: {
    readonly files: { readonly [name: string]: Uint8Array };
    readonly trust?: import("./chip.js").Trust;
  };
};

/**
 * A form (by its id) or a sealed application in another system's shape: Form.io's components or submission, JSON Schema 2020-12 or
 * its instance, XLSForm's sheets or an ODK instance. `names` gives a portal's own keys: `{ pin: "identityNumber" }`.
 * @throws `export.format`, `form.unknown`
 */
export function exportAs(
  application: SealedApplication | string,
  format: "formio" | "jsonSchema" | "xlsform",
  options?: Options & { names?: { [field: string]: string } },
): unknown;

/** The answers of a Form.io submission; keys that the form does not have are findings. */
export function importFrom(
  form: string,
  submission: unknown,
  options?: Options & { names?: { [field: string]: string } },
): { readonly answers: Answers; readonly findings: readonly Finding[] };

/** A file as an entry of an `attachment` answer: its type by content, its size and digest. @throws `limit.input` */
export function attach(
  name: string,
  bytes: Uint8Array,
): { readonly name: string; readonly size: number; readonly type: string; readonly sha256: string };

export type { Basis };
