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

/**
 * The same pages as marks, in points from the upper left corner: who draws them has the page of the file. Texts are drawn with
 * `pageFonts`.
 * @throws as `renderPdf`
 */
export function layoutPages(application: SealedApplication): FormPages;

export type FormPages = { width: number; height: number; pages: PageMark[][] };

export type PageMark =
  /** At its baseline. `width` is that of the text in its own font; `cell` the width of a box, in whose middle each digit stands. */
  | { kind: "text"; x: number; y: number; face: PageFace; size: number; text: string; width: number; cell?: number }
  | { kind: "rule"; from: [number, number]; to: [number, number]; weight: number; dotted: boolean }
  /** A QR code: its rows of modules, true for the dark ones. */
  | { kind: "squares"; x: number; y: number; side: number; dark: boolean[][] };

export type PageFace = "regular" | "bold" | "italic";

/** The three fonts of the pages, as TrueType (SIL OFL 1.1). */
export function pageFonts(): { face: PageFace; bytes: Uint8Array<ArrayBuffer> }[];
