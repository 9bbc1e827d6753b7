import init, { compareLists, fetchUnits, openList, personColumns } from "../../../pkg/list.js";
import { answer, giveBack, kept } from "./answer.js";

/** @typedef {import("../../../pkg/list.js").PeopleList} PeopleList */

/** The lists, in a thread that keeps them: the page gets what it shows and no more. @type {Map<string, PeopleList>} */
const lists = new Map();
/** Whether the lists of units are there. @type {Promise<boolean> | undefined} */
let units;

answer({
  /** @param {{ slot: string, table: { bytes: Blob, repeated: Uint32Array }, options: object }} values */
  async open({ slot, table, options }, progress) {
    await init();
    units ??= fetchUnits().then(
      () => true,
      () => false,
    );
    const converts = await units;
    if (!converts) units = undefined; // with the next list the network may be there
    lists.get(slot)?.close();
    lists.delete(slot);
    const bytes = new Uint8Array(await table.bytes.arrayBuffer());
    lists.set(slot, openList({ ...table, bytes }, { ...options, progress }));
    giveBack(bytes);
    return { converts };
  },
  overview: ({ slot, locale }) => list(slot).overview({ locale }),
  columns: ({ locale }) => personColumns({ locale }),
  rows: ({ slot, query, locale }) => list(slot).rows(query, { locale }),
  groups: ({ slot, page, locale }) => list(slot).groups(page, { locale }),
  decide: ({ slot, at, field, decision, locale }) => list(slot).decide(at, field, decision, { locale }),
  undo: ({ slot }) => list(slot).undo(),
  refresh: ({ slot }) => list(slot).refresh(),
  tables: ({ slot, name, locale }) => kept(list(slot).tables(name, { locale })),
  compare({ locale }) {
    const { tables, ...counts } = compareLists(list("first"), list("second"), { locale });
    return { ...counts, tables: kept(tables) };
  },
  close({ slot }) {
    lists.get(slot)?.close();
    lists.delete(slot);
  },
});

/** @param {string} slot */
function list(slot) {
  const own = lists.get(slot);
  if (!own) throw Object.assign(new Error("no such list"), { code: "list.closed" });
  return own;
}
