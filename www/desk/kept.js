import { soundDraft } from "../../pkg/widget/page-desk.js";
import { Drafts, inTime } from "../../pkg/widget/page-start.js";

/**
 * Citizens whose form is not finished, on this device: encrypted as drafts are, for half a day at most, and only when
 * the helper asked for it, by parking somebody or by "keep when the page closes".
 *
 * @typedef {object} Kept
 * @property {number} ticket
 * @property {string} service
 * @property {string} form the form that is open; empty where none is
 * @property {any} state of its flow
 * @property {string[]} finished forms of this citizen that are sealed
 * @property {number} started
 * @property {Record<string, boolean>} papers
 * @property {{ code: string }[]} findings
 * @property {any} known what an earlier form leaves for the next one
 * @property {string} note of the helper
 * @property {string} at when it was put away
 * @property {boolean} [reopened] whether they were parked before
 * @property {boolean} [cut] whether the page ended, and nobody parked it
 */

/** A working day; what was forgotten is gone by the next one. */
export const HOURS = 12;

const NOW = "desk|now";
const PARKED = "desk|parked|";

/** @template T @param {string} name @param {(draft: Drafts) => Promise<T>} job @returns {Promise<T>} */
async function use(name, job) {
  return inTime(job(new Drafts(name, HOURS / 24)));
}

/**
 * What of a citizen can be put away; nothing when their form is too large, or nobody can say what it is.
 * @param {any} citizen @param {any} form the form's element, where one is open @returns {Kept | undefined}
 */
export function snapshot(citizen, form) {
  const state = form?.flow ? soundDraft(structuredClone(form.flow.state)) : undefined;
  if (form && !state) return undefined;
  const { ticket, service, finished, started, papers, findings, known, note, reopened } = citizen;
  return structuredClone({
    ticket,
    service: service?.id ?? "",
    form: form ? citizen.form : "",
    state,
    finished,
    started,
    papers,
    findings: findings.map((/** @type {any} */ { code }) => ({ code })),
    known,
    note,
    reopened,
    at: new Date().toISOString(),
  });
}

/** @param {Kept} kept throws when the browser forbids it */
export async function park(kept) {
  await use(PARKED + kept.ticket, (draft) => draft.save(kept));
}

/** By number. @returns {Promise<Kept[]>} none where the browser keeps nothing */
export async function parked() {
  try {
    const names = await use("", (draft) => draft.names());
    const own = names.map(String).filter((name) => name.startsWith(PARKED));
    const all = await Promise.all(own.map((name) => use(name, (draft) => draft.load())));
    return all.filter(Boolean).sort((one, other) => one.ticket - other.ticket);
  } catch {
    return [];
  }
}

/** @param {number} ticket */
export async function unpark(ticket) {
  await use(PARKED + ticket, (draft) => draft.clear()).catch(() => {});
}

/** The citizen at hand, in case the page ends. @param {Kept} kept */
export async function keepNow(kept) {
  await use(NOW, (draft) => draft.save(kept));
}

export async function forgetNow() {
  await use(NOW, (draft) => draft.clear()).catch(() => {});
}

/**
 * Somebody whose page ended stands among the parked from now on: nobody's form opens by itself.
 * @param {() => number} number for who had none
 * @returns {Promise<Kept | undefined>}
 */
export async function recover(number) {
  try {
    const found = await use(NOW, (draft) => draft.load());
    if (!found) return undefined;
    const taken = (await parked()).map(({ ticket }) => ticket);
    let { ticket } = found;
    while (!ticket || (taken.includes(ticket) && !found.reopened)) ticket = number();
    const kept = { ...found, ticket, cut: true };
    await park(kept);
    await forgetNow();
    return kept;
  } catch {
    return undefined;
  }
}
