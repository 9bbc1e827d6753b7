/**
 * From one form to the next of the same person: what was read and answered once is not asked again.
 *
 * @typedef {object} Known
 * @property {any[]} cards that were read, each with whose it is
 * @property {Record<string, Record<string, any>>} persons by their role in the form, as they were answered
 * @property {Record<string, any>} answers
 * @property {Record<string, string>} types of the answered fields
 */

/** What an unlinked form also takes: it is the same telephone whatever is applied for. */
const CONTACT = ["phone", "email"];

/** Rows and files belong to one form. */
const NOT_CARRIED = ["group", "attachment"];

/** @param {any} flow of a form that is done @returns {Known} */
export function knownFrom({ form, state }) {
  const fields = form.sections.flatMap((/** @type {any} */ section) => section.fields);
  const persons = singles(form).map((/** @type {any} */ { role, map }) => [
    role,
    Object.fromEntries(Object.entries(map).map(([id, part]) => [part, state.answers[id]])),
  ]);
  return {
    cards: state.cards,
    persons: Object.fromEntries(persons),
    answers: state.answers,
    types: Object.fromEntries(fields.map((/** @type {any} */ { id, type }) => [id, type])),
  };
}

/**
 * Fills a form in from an earlier one: cards first, so that their values keep their source, then what was typed.
 * Nothing that stands there already is changed.
 * @param {any} flow @param {Known} known
 * @param {boolean} linked forms of one service share all answers; others only who applies
 * @returns {number} answers that were filled in
 */
export function takeOver(flow, known, linked) {
  const { state } = flow;
  const before = Object.keys(state.answers).length;
  const roles = singles(flow.form).filter((/** @type {any} */ { role }) => linked || role === "applicant");
  for (const { role, map } of roles) {
    for (const card of known.cards.filter((each) => each.role === role)) {
      Object.assign(state, { readings: card.readings, role });
      flow.take();
      state.conflicts = [];
    }
    for (const [id, part] of Object.entries(map)) put(flow, id, known.persons[role]?.[part]);
  }
  for (const field of flow.form.sections.flatMap((/** @type {any} */ section) => section.fields)) {
    if (!linked && !CONTACT.includes(field.id)) continue;
    if (known.types[field.id] === field.type && fits(field, known.answers[field.id]))
      put(flow, field.id, known.answers[field.id]);
  }
  // The others are offered where the form asks for a card.
  const taken = state.cards.map((/** @type {any} */ { readings }) => JSON.stringify(readings));
  state.cards = [...known.cards.filter(({ readings }) => !taken.includes(JSON.stringify(readings))), ...state.cards];
  return Object.keys(state.answers).length - before;
}

/** Roles of one person, not of rows. @param {any} form @returns {any[]} */
function singles(form) {
  return form.persons.filter((/** @type {any} */ { group }) => !group);
}

/** @param {any} flow @param {string} id @param {unknown} value */
function put(flow, id, value) {
  if (value !== undefined && flow.state.answers[id] === undefined) flow.answer(id, value);
}

/** @param {any} field @param {unknown} value */
function fits({ type, choices, open }, value) {
  if (value === undefined || NOT_CARRIED.includes(type)) return false;
  if (!choices || open) return true;
  const known = choices.map((/** @type {any} */ choice) => choice.value);
  return [value].flat().every((each) => known.includes(each));
}
