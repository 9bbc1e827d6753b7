import { CanCuocError } from "./error.js";
import { people } from "./people-module.js";
import { freeze, guarded, withDay } from "./plain.js";

/** @type {typeof import("./people.js").checkPeople} */
export function checkPeople(rows, options) {
  return freeze(people.call((glue) => glue.checkPeople(glue.asTable(rows, "rows"), withDay(options))));
}

/** @type {typeof import("./people.js").comparePeople} */
export function comparePeople(left, right, options) {
  const sides = [asPeople(left, "left"), asPeople(right, "right")];
  return freeze(people.call((glue) => glue.comparePeople(sides[0], sides[1], withDay(options))));
}

/** @type {typeof import("./people.js").personColumns} */
export function personColumns(options) {
  return freeze(people.call((glue) => glue.personColumns(withDay(options))));
}

/** Rows of a sheet: more people does no list have. */
const MOST = 1_048_576;

/**
 * Who is in a report: of each row its number, person and contact.
 * @param {unknown} report @param {string} name of the argument, for the error
 */
function asPeople(report, name) {
  return guarded(name, () => {
    const rows = /** @type {any} */ (report)?.rows;
    if (!Array.isArray(rows)) throw new CanCuocError("input.type", `${name} is not a report of checkPeople`);
    if (rows.length > MOST) throw new CanCuocError("limit.input", `${name}, rows: at most ${MOST}`);
    return Array.from(rows, (own) => {
      const row = own?.row;
      if (!Number.isSafeInteger(row) || row < 0 || row >= MOST)
        throw new CanCuocError("input.type", `${name} holds a row without its number`);
      return { row, person: texts(own.person, name), contact: texts(own.contact, name) };
    });
  });
}

/** The members of a person that are texts. @param {unknown} record @param {string} name */
function texts(record, name) {
  if (typeof record !== "object" || record === null)
    throw new CanCuocError("input.type", `${name} holds a row without a person`);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === "string"));
}
