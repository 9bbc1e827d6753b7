import { queue } from "./queue.js";
import { isTraining } from "./training.js";

/**
 * All that the desk knows of the citizen at hand. Nothing of it is stored, unless the helper asks for it (`kept.js`).
 *
 * @typedef {object} Citizen
 * @property {number} ticket 0 where the desk goes without numbers
 * @property {any} service
 * @property {string} form that is open; empty where none is
 * @property {number} started
 * @property {Record<string, boolean>} papers those that were shown
 * @property {any} sealed what was sealed last
 * @property {string[]} finished forms that are sealed
 * @property {{ service: string, outcome: "sealed" | "left", started: number, findings: any[] }[]} past services of this
 *   citizen
 * @property {any[]} findings
 * @property {any} card a reading that came before a form was open
 * @property {import("./carry.js").Known | undefined} known what an earlier form leaves for the next one
 * @property {string} note of the helper
 * @property {boolean} reopened whether they were parked before: their copy is kept until they are done
 */

/** Whom nobody has asked yet which service they come for. */
const withoutService = () => ({
  service: undefined,
  form: "",
  started: Date.now(),
  papers: {},
  sealed: undefined,
  finished: [],
  findings: [],
});

/** @returns {Citizen} */
export function nextCitizen() {
  return {
    ...withoutService(),
    ticket: isTraining() ? 0 : (queue()[0] ?? 0),
    past: [],
    card: undefined,
    known: undefined,
    note: "",
    reopened: false,
  };
}

/**
 * Somebody who was parked.
 * @param {import("./kept.js").Kept} kept @param {any} service
 */
export function reopenedFrom({ ticket, finished, started, papers, findings, known, note }, service) {
  return { ticket, service, finished, started, papers, findings, known, note, reopened: true };
}

/** Another service for the same person: what is known of them stays. @param {Citizen} citizen */
export function nextService(citizen) {
  const { service, started, findings, finished } = citizen;
  if (service)
    citizen.past.push({ service: service.id, outcome: finished.length ? "sealed" : "left", started, findings });
  Object.assign(citizen, withoutService());
}
