import type { SealedApplication, WasmSource } from "./index.js";

/** Loads the writer of PDFs with its fonts, and the packs of all forms; once. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * The same with the packs of one form only.
 * @throws `form.unknown`
 */
export function initForm(form: string, source?: WasmSource): Promise<void>;

/**
 * The official form, filled in, as a file: always in Vietnamese, PDF/A-2a and PDF/UA-1 as far as a program can tell. The same
 * application gives the same bytes; the day on it is the day of the seal, unless the form asks for another.
 * @throws `pdf.not_sealed` (no application as `seal` makes it, or changed after it), `form.unknown`, `limit.input`, `input.type`
 */
export function renderPdf(application: SealedApplication): Uint8Array<ArrayBuffer>;
