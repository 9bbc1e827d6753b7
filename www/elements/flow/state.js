import { soundDraft } from "../draft-check.js";

/**
 * What the flow knows: plain data, so that a draft is this as JSON.
 *
 * @typedef {object} State
 * @property {string} step the page on the screen: `how`, `scan`, `mrz`, `read`, `differ`, `section:ID`, `review`,
 * `done`
 * @property {string[]} trail the pages before it, for "back"
 * @property {string[]} own sections that were pages of their own
 * @property {any[]} readings of the card at hand
 * @property {string} role whose card it is
 * @property {string} back where a card that was read on the way leads back to
 * @property {boolean} toReview whether the page was opened from the review, and leads back there
 * @property {{ readings: any[], role: string }[]} cards that were read, for other roles of the same person
 * @property {any} answers
 * @property {Record<string, any>} preset answers that came with the service: they are not asked again
 * @property {Record<string, any>} suggested what the form put in by itself, as long as nobody changed it
 * @property {string} service of the catalogue, for which the form is filled in
 * @property {Record<string, { value: any, entry: any }>} filled what cards filled in: the value as read, and its entry
 * of the provenance
 * @property {any[]} conflicts where the card and what was typed differ
 * @property {Record<string, string>} chosen what to do about each of them: `kept` or `offered`
 * @property {Record<string, { question: string, candidates: any[], original: string }>} questions about old addresses,
 * by path
 * @property {string} assurance of the applicant's card
 * @property {Record<string, string[]>} raw what stands in the boxes of dates
 * @property {Record<string, boolean>} papers that the person has at hand
 * @property {any} sealed
 */

/** @returns {State} */
export function emptyState() {
  return {
    step: "how",
    trail: [],
    own: [],
    readings: [],
    role: "",
    back: "",
    toReview: false,
    cards: [],
    answers: {},
    preset: {},
    suggested: {},
    service: "",
    filled: {},
    conflicts: [],
    chosen: {},
    questions: {},
    assurance: "none",
    raw: {},
    papers: {},
    sealed: undefined,
  };
}

/**
 * A state out of a draft, or nothing if it is none: its shape is checked, its values are the form's rules' matter.
 * @param {any} given @returns {State | undefined}
 */
export function stateFrom(given) {
  const value = soundDraft(given);
  const plain = (/** @type {any} */ it) => typeof it === "object" && it !== null && !Array.isArray(it);
  if (!value || typeof value.step !== "string" || !plain(value.answers)) return undefined;
  const state = emptyState();
  return {
    ...state,
    step: value.step,
    trail: (Array.isArray(value.trail) ? value.trail : []).filter(
      (/** @type {unknown} */ each) => typeof each === "string",
    ),
    own: (Array.isArray(value.own) ? value.own : []).filter((/** @type {unknown} */ each) => typeof each === "string"),
    readings: Array.isArray(value.readings)
      ? value.readings.filter((/** @type {any} */ each) => plain(each) && plain(each.person))
      : [],
    role: String(value.role ?? ""),
    back: String(value.back ?? ""),
    toReview: value.toReview === true,
    cards: Array.isArray(value.cards)
      ? value.cards.filter((/** @type {any} */ each) => plain(each) && Array.isArray(each.readings))
      : [],
    answers: value.answers,
    preset: plain(value.preset) ? value.preset : {},
    suggested: plain(value.suggested) ? value.suggested : {},
    service: String(value.service ?? ""),
    filled: plain(value.filled) ? value.filled : {},
    conflicts: Array.isArray(value.conflicts) ? value.conflicts : [],
    chosen: plain(value.chosen) ? value.chosen : {},
    questions: plain(value.questions) ? value.questions : {},
    assurance: String(value.assurance ?? "none"),
    raw: plain(value.raw) ? value.raw : {},
    papers: plain(value.papers) ? value.papers : {},
    sealed: undefined,
  };
}
