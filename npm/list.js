import { CanCuocError } from "./error.js";
import { people } from "./people-module.js";
import { asBytes, asText, freeze, guarded, plain, withDay } from "./plain.js";

export { fetchUnits, loadUnits } from "./address.js";
export { personColumns } from "./people.js";

/** @type {typeof import("./list.js").default} */
export default function init(source) {
  return people.init(source);
}

/** @type {typeof import("./list.js").openList} */
export function openList(table, options) {
  const { bytes, repeated } = guarded("table", () => ({
    bytes: asBytes(table?.bytes, "the bytes of a table"),
    repeated: table?.repeated instanceof Uint32Array ? table.repeated : new Uint32Array(),
  }));
  const { progress, ...others } = guarded("options", () => ({ ...options }));
  const tell = typeof progress === "function" ? progress : () => {};
  return new PeopleList(people.call((glue) => glue.openList(bytes, repeated, withDay(others), tell)));
}

/** @type {typeof import("./list.js").compareLists} */
export function compareLists(left, right, options) {
  const [one, other] = [numberOf(left), numberOf(right)];
  return people.call((glue) => glue.compareLists(one, other, withDay(options)));
}

/** A list that stands in the module's memory until it is closed. */
class PeopleList {
  #number;

  /** @param {number} number */
  constructor(number) {
    this.#number = number;
  }

  /** @param {unknown} list */
  static numberOf(list) {
    if (!(list instanceof PeopleList)) throw new CanCuocError("input.type", "a list is what openList gave");
    return list.#number;
  }

  /** @param {import("./index.js").Options} [options] */
  overview(options) {
    return freeze(people.call((glue) => glue.listOverview(this.#number, withDay(options))));
  }

  /**
   * @param {import("./list.js").Query & { from?: number, count?: number }} [query]
   * @param {import("./index.js").Options} [options]
   */
  rows(query = {}, options) {
    const { from = 0, count = 20, ...own } = plain(query, "query");
    const page = [place(from, "from"), Math.min(place(count, "count"), 1000)];
    return freeze(
      people.call((glue) => glue.listRows(this.#number, own, page[0] ?? 0, page[1] ?? 0, withDay(options))),
    );
  }

  /** @param {{ from?: number, count?: number }} [page] @param {import("./index.js").Options} [options] */
  groups(page = {}, options) {
    const { from = 0, count = 20 } = plain(page, "page");
    const own = [place(from, "from"), Math.min(place(count, "count"), 1000)];
    return freeze(people.call((glue) => glue.listGroups(this.#number, own[0] ?? 0, own[1] ?? 0, withDay(options))));
  }

  /**
   * @param {number} at @param {import("./people.js").PersonColumn} field
   * @param {import("./list.js").Decision} decision @param {import("./index.js").Options} [options]
   */
  decide(at, field, decision, options) {
    const given = plain(decision, "decision");
    return freeze(
      people.call((glue) =>
        glue.decide(this.#number, place(at, "at"), asText(field, "field"), given, withDay(options)),
      ),
    );
  }

  undo() {
    return people.call((glue) => glue.undo(this.#number));
  }

  refresh() {
    people.call((glue) => glue.refreshList(this.#number));
  }

  /** @param {string} name @param {import("./index.js").Options} [options] */
  tables(name, options) {
    return people.call((glue) => glue.listTables(this.#number, asText(name, "name"), withDay(options)));
  }

  close() {
    people.call((glue) => glue.closeList(this.#number));
  }
}

const { numberOf } = PeopleList;

/** @param {unknown} value @param {string} name */
function place(value, name) {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw new CanCuocError("input.type", `${name} is a whole number`);
}
