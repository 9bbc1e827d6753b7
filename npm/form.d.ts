import type { Assurance, Basis, Finding, Identity, Options, Source } from "./index.js";

/** Whatever JSON can hold; a form's fields by their ids. */
export type Answers = { readonly [field: string]: unknown };

/** The 25 services of Đề án 06 and more, each with its forms or the reason why it has none. */
export function listServices(options?: Options): readonly Service[];
export type Service = { readonly id: string; readonly title: string; readonly forms: readonly string[]; readonly [more: string]: unknown };

/** The forms in force on the day. */
export function listForms(options?: Options): readonly FormSummary[];
export type FormSummary = {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly citation: string;
};

/** All that a renderer needs, and nothing of a framework. @throws `form.unknown` */
export function describeForm(form: string, options?: Options): FormDescription;
export type FormDescription = FormSummary & { readonly version: string; readonly sections: readonly unknown[]; readonly [more: string]: unknown };

/** Fills what the identity knows; what is answered already stays, unless `overwrite`. */
export function prefill(form: string, identity: Identity, answers?: Answers, options?: Options & { overwrite?: boolean; role?: string }): Prefilled;
export type Prefilled = {
  readonly answers: Answers;
  readonly provenance: Provenance;
  readonly conflicts: readonly { readonly path: string; readonly kept: unknown; readonly offered: unknown; readonly source: Source }[];
  readonly findings: readonly Finding[];
};
export type Provenance = { readonly [path: string]: unknown };

/** Runs every rule of the day. */
export function validate(form: string, answers: Answers, options?: Options): Validation;
export type Validation = {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly visible: readonly string[];
  readonly required: readonly string[];
};

/** Canonical JSON (RFC 8785) under its SHA-256. */
export function seal(
  form: string,
  answers: Answers,
  context: { provenance?: Provenance; assurance?: Assurance; sealedAt: string },
  options?: Options,
): SealedApplication;
export type SealedApplication = { readonly form: string; readonly [more: string]: unknown };

/** What a server calls: the digest, and every rule again. */
export function checkSealed(application: unknown, options?: Options): {
  readonly ok: boolean;
  readonly digest: "match" | "mismatch";
  readonly findings: readonly Finding[];
};

/** An application or a form (by its id) in another system's shape. */
export function exportAs(application: SealedApplication | string, format: "formio" | "jsonSchema" | "xlsform", options?: Options): unknown;

export type { Basis };
