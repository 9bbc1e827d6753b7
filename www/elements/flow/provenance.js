import { get } from "../paths.js";

/**
 * Where each answer came from, as it is sealed: what was changed by hand since is typed.
 * @param {import("./state.js").State} state
 */
export function provenanceOf({ filled, answers }) {
  /** @type {Record<string, any>} */ const provenance = {};
  for (const [path, { value, entry }] of Object.entries(filled)) {
    const now = get(answers, path);
    if (now !== undefined) provenance[path] = now === value ? entry : { source: "typed" };
  }
  return provenance;
}
