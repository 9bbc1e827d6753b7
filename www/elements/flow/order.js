/**
 * The pages of a form: a section each; one in which nothing has to be said is folded under the page before it.
 *
 * @typedef {{ section: any, folded: any[], open?: string[] }} Sheet
 */

/**
 * @param {any} flow @returns {Sheet[]}
 */
export function sheetsOf(flow) {
  /** @type {Sheet[]} */ const sheets = [];
  for (const section of flow.sections) {
    const last = sheets[sheets.length - 1];
    // A page on which somebody has been stays one, whatever they answered there.
    const own = flow.state.own.includes(section.id);
    if (last && !own && nothingNeeded(flow, section)) last.folded.push(section);
    else sheets.push({ section, folded: [] });
  }
  return sheets;
}

/**
 * Nothing must be answered here but what is filled in by itself, and no rule asks for anything but inside rows that
 * somebody has added.
 * @param {any} flow @param {any} section
 */
function nothingNeeded(flow, section) {
  const asked = section.fields.filter(
    (/** @type {any} */ field) => flow.visible(field.id) && !comesByItself(flow, field),
  );
  const ids = asked.map((/** @type {any} */ { id }) => id);
  if (ids.some((/** @type {string} */ id) => flow.required(id))) return false;
  return !flow.checked.findings.some(
    (/** @type {any} */ finding) => finding.severity === "error" && ids.includes(finding.path),
  );
}

/** Today's day, and what still stands as it was put in. @param {any} flow @param {any} field */
function comesByItself({ state }, { id, suggest }) {
  const [now, put] = [state.answers[id], state.suggested[id]];
  return suggest === "today" && (now === undefined ? put === undefined : now === put);
}
