import { prefill } from "../../form.js";
import { readAccount } from "../../reading.js";
import { get, put } from "../paths.js";

/**
 * Fills in what the portal knows of whoever is logged in, for the form's first person. It is no card: it proves
 * nothing, counts as nobody's typing, and what is answered already stays, unless the portal has locked it.
 * @param {any} flow @param {import("../../index.js").Person} person
 */
export function takeAccount(flow, person) {
  const { state } = flow;
  const role = flow.form.persons?.[0];
  /** @type {string[]} */ const locked = flow.lockable?.(role) ?? [];
  const before = state.answers;
  const open = locked.reduce((answers, path) => put(answers, path, undefined), before);
  const filled = prefill(flow.id, readAccount(person, flow.options), open, { ...flow.options, role: role?.role });
  // What the account does not hold stays as it was answered.
  const lacking = locked.filter((path) => get(filled.answers, path) === undefined);
  state.answers = lacking.reduce((answers, path) => put(answers, path, get(before, path)), filled.answers);
  for (const [path, entry] of Object.entries(filled.provenance)) {
    // Of an answer that was there before, the entry says so itself.
    if (/** @type {any} */ (entry).source !== "account") continue;
    state.filled[path] = { value: get(filled.answers, path), entry };
    delete state.raw[path];
  }
  flow.changed();
  flow.lock?.(locked);
}
