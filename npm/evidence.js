import { CanCuocError } from "./error.js";
import { guarded } from "./plain.js";

/**
 * What judges the files of a chip: "cancuoc/chip", once somebody imports it. The core does not bring it along.
 * @type {typeof import("./chip.js").readChip | undefined}
 */
let judge;

/** @param {typeof import("./chip.js").readChip} readChip */
export function judgeBy(readChip) {
  judge = readChip;
}

/**
 * What the files say, as far as an application is held against it.
 * @param {{ files: any, trust?: any }} evidence
 * @param {import("./index.js").Options} [options]
 * @throws {CanCuocError} `input.type`, `evidence.chip`, and what `readChip` throws
 */
export function judged(evidence, options) {
  if (typeof evidence !== "object" || evidence === null)
    throw new CanCuocError("input.type", "options.evidence is an object");
  if (!judge) throw new CanCuocError("evidence.chip", 'import "cancuoc/chip" and call its init() first');
  const [files, trust] = guarded("options.evidence", () => [evidence.files, evidence.trust]);
  const { source, kind, person, assurance } = judge(files, trust, options);
  return { source, kind, person, findings: [], assurance };
}
