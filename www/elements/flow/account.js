import { prefill } from "../../form.js";
import { readAccount } from "../../reading.js";
import { get } from "../paths.js";

/**
 * Fills in what the portal knows of whoever is logged in, for the form's first person. It is no card: it proves
 * nothing, counts as nobody's typing, and what is answered already stays.
 * @param {any} flow @param {import("../../index.js").Person} person
 */
export function takeAccount(flow, person) {
  const { state } = flow;
  const filled = prefill(flow.id, readAccount(person, flow.options), state.answers, {
    ...flow.options,
    role: flow.form.persons?.[0]?.role,
  });
  state.answers = filled.answers;
  for (const [path, entry] of Object.entries(filled.provenance)) {
    // Of an answer that was there before, the entry says so itself.
    if (/** @type {any} */ (entry).source !== "account") continue;
    state.filled[path] = { value: get(filled.answers, path), entry };
    delete state.raw[path];
  }
  flow.changed();
}
