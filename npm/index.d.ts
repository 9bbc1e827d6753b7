// The contract of the package, written by hand, once. A type test compiles it (pkg-tests/types).
// Shapes, units and errors are documented at each function; dates are ISO 8601 strings.

import type { FindingCode } from "./codes.js";
import type { FormSummary } from "./form.js";
export type { FindingCode } from "./codes.js";

/** What `init` takes: an address, a response, the bytes, or a compiled module. */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

/**
 * Loads everything but the scanner and the chip, once; later calls wait for the first. Without an argument each `.wasm` is taken from
 * beside the scripts. Where that cannot be (an edge runtime), hand over the modules, or only the core's: what is not beside the scripts then is done without.
 */
export default function init(source?: WasmSource | Modules): Promise<void>;

/**
 * The modules by their names: forms; what is read, and identities; addresses; tables of people; `checkSealed`, `exportAs` and
 * `importFrom`.
 */
export type Modules = {
  core?: WasmSource;
  reading?: WasmSource;
  address?: WasmSource;
  people?: WasmSource;
  portal?: WasmSource;
};

/**
 * Loads only what one form needs for its first field: the core and that form's packs. `initReading()` or `init()` follows when a card is
 * to be read. @throws `form.unknown`
 */
export function initForm(form: string, source?: WasmSource): Promise<void>;

/**
 * A portal's own version of a form, at run time: the bytes of a `.pack` that `compile-packs` of this version wrote. It is
 * read at once, has its own id and first day, and replaces a version of the same form and day. `init()` comes first.
 * @throws `pack.foreign`, `pack.version`, `pack.damaged`, `limit.input`
 */
export function loadPack(compiled: Uint8Array): FormSummary;

/** Misuse, a limit or an internal trap; all else is a finding. */
export class CanCuocError extends Error {
  readonly code: string;
  constructor(code: string, detail: string, options?: ErrorOptions);
}

export type Options = {
  /** The day as of which everything is judged, `YYYY-MM-DD`; today when left out. */
  on?: string;
  locale?: "vi" | "en";
};

export type Source = "qr" | "mrz" | "chip" | "account" | "typed";
export type Assurance = "none" | "wellFormed" | "consistent" | "intact" | "authentic" | "genuine";

export type Basis = { readonly document: string; readonly article?: string; readonly status: "read" | "unconfirmed" };

export type Finding = {
  readonly code: FindingCode;
  readonly severity: "error" | "warning" | "info";
  readonly path: string;
  readonly message: string;
  readonly source?: Source;
  readonly basis?: Basis;
  /** What can be taken over in place of the answer at `path`. */
  readonly offer?: string;
};

export type PersonField =
  | "pin"
  | "oldId"
  | "cancelledPin"
  | "fullName"
  | "latinName"
  | "birthDate"
  | "sex"
  | "nationality"
  | "ethnicity"
  | "religion"
  | "placeOfOrigin"
  | "placeOfBirthRegistration"
  | "residence"
  | "identifyingMarks"
  | "issueDate"
  | "expiryDate"
  | "fatherName"
  | "motherName"
  | "spouseName"
  | "documentNumber";

/** `sex` is `male` or `female`; `expiryDate` may be `none`; `birthDate` may be `1960` or `1960-05`. */
export type Person = { readonly [field in PersonField]?: string };

export type Reading = {
  readonly source: Source;
  readonly kind: string;
  readonly person: Person;
  readonly findings: readonly Finding[];
  readonly assurance: Assurance;
};

export * from "./reading.js";
export * from "./form.js";
export { type Decoded, decodeText, repairText } from "./text.js";
export * from "./address.js";
export * from "./people.js";
