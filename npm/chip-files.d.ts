import type { Trust } from "./chip.js";

/**
 * The files of a chip as readers and bridges export them, for `readChip(files, trust)`:
 *
 * - one ZIP; one JSON with base64 or hexadecimal, flat (`{ "EF.SOD": "…", "DG1": "…" }`) or
 *   `{ files: { … }, activeAuthentication: { challenge, response } }`; its text; or single files, also from an `<input>`;
 * - names in any usual spelling: `EF.SOD`, `sod.bin`, `EF_DG1`, `DataGroup1`, `0101.bin`; without one, a file is known by its tag,
 *   also with a status word or padding behind it;
 * - active authentication beside the files as `AAChallenge` and `AASignature`.
 *
 * What the JSON carries as evidence stands in `trust`, ready to be completed with anchors. Its `origin` is always `recorded`, whatever
 * the file says: it came with its challenge or key, so `readChip` says `claimed` and stays `authentic`.
 *
 * 4 MiB in all (of an archive: packed, and unpacked), 2 MiB a file, 64 files, 1,000 members of a JSON. Sizes in an archive's directory
 * are not believed, and the CRC-32 of each file is checked.
 * @throws `chipFiles.empty`, `chipFiles.json`, `chipFiles.zip`, `limit.input`, `input.type`
 */
export function chipFiles(
  source: string | ArrayBuffer | Uint8Array | Blob | Iterable<Blob> | ArrayLike<Blob>,
): Promise<{
  readonly files: { readonly [name: string]: Uint8Array<ArrayBuffer> };
  readonly trust: Pick<Trust, "activeAuthentication" | "chipAuthentication">;
  /** Names that are no file of a chip, or a second file of one name; members of evidence that are not known. */
  readonly ignored: readonly string[];
}>;

/** `EF.SOD`, `EF.COM`, `EF.CardAccess`, `EF.CardSecurity`, `DG1` … `DG16`; nothing for other names. */
export function chipFileName(name: string): string | undefined;
