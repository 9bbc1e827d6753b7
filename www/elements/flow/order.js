/**
 * The pages of a form: a section each; one in which nothing has to be said is folded under the page before it.
 *
 * @typedef {{ section: any, folded: any[] }} Sheet
 */

/**
 * @param {any} flow @returns {Sheet[]}
 */
export function sheetsOf(flow) {
  /** @type {Sheet[]} */ const sheets = [];
  for (const section of flow.sections) {
    const last = sheets.at(-1);
    if (last && nothingNeeded(flow, section)) last.folded.push(section);
    else sheets.push({ section, folded: [] });
  }
  return sheets;
}

/**
 * Nothing must be answered here, and no rule asks for anything but inside rows that somebody has added.
 * @param {any} flow @param {any} section
 */
function nothingNeeded(flow, section) {
  const ids = section.fields.map((/** @type {any} */ field) => field.id);
  if (ids.some((/** @type {string} */ id) => flow.visible(id) && flow.required(id))) return false;
  return !flow.checked.findings.some(
    (/** @type {any} */ finding) => finding.severity === "error" && ids.includes(finding.path),
  );
}
