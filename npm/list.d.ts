import type { Finding, FindingCode, Options, WasmSource } from "./index.js";
import type { Duplicate, ListOptions, PeopleQuality, PeopleSummary, PersonColumn, PersonStatus } from "./people.js";

export { fetchUnits, loadUnits } from "./address.js";
export { personColumns } from "./people.js";

/** Loads the module that lists are checked in (that of addresses), once. */
export default function init(source?: WasmSource): Promise<void>;

/**
 * Checks a table of `readTables` and keeps it for somebody who works on it: rows are handed out in pages, decisions can be taken back, the
 * result comes as tables for `writeTables`. For a worker: it takes seconds. Without `loadUnits` residences are not converted.
 * `progress` hears how many rows are done, and of how many.
 * @throws `input.type`, `limit.input`
 */
export function openList(
  table: { readonly bytes: Uint8Array; readonly repeated?: Uint32Array },
  options?: ListOptions & { readonly progress?: (done: number, all: number) => void },
): PeopleList;

/** Two lists as they are now. @throws `list.closed` */
export function compareLists(left: PeopleList, right: PeopleList, options?: Options): ComparedLists;

/** All of it throws `list.closed` after `close`, and after the module had to be started again. */
export interface PeopleList {
  overview(options?: Options): ListOverview;
  /** The rows that a query takes, `count` (20, at most 1,000) of them from the `from`-th on. */
  rows(
    query?: Query & { readonly from?: number; readonly count?: number },
    options?: Options,
  ): { readonly total: number; readonly rows: readonly RowView[] };
  /** Rows that are, or may be, of one person. */
  groups(page?: { readonly from?: number; readonly count?: number }, options?: Options): readonly GroupView[];
  /** Puts a decision into the row at a place; `refused`: why the field cannot have the value that was typed. */
  decide(
    at: number,
    field: PersonColumn,
    decision: Decision,
    options?: Options,
  ): { readonly rows: number; readonly refused?: Finding };
  /** Takes the latest decision back; in how many rows. */
  undo(): number;
  /** Looks for duplicates again. `tables` does so by itself. */
  refresh(): void;
  /** The table as it came with what is known now beside it, what changed, what is to do, duplicates. `name`: of the first. */
  tables(name: string, options?: Options): readonly PackedTable[];
  /** Frees the memory. */
  close(): void;
}

export type PackedTable = {
  readonly name: string;
  /** How many, the heading included. */
  readonly rows: number;
  /** The first 50 rows, as they are shown. */
  readonly preview: readonly (readonly string[])[];
  readonly bytes: Uint8Array;
};

/** An option of the field's question by its place, with `alike` in all rows with such a question; or what was typed. */
export type Decision = { readonly option: number; readonly alike?: boolean } | { readonly value: string };

/** What is not said does not count. */
export type Query = {
  readonly status?: PersonStatus;
  /** With a change, question or finding of this code. */
  readonly code?: FindingCode;
  readonly role?: Kind["role"];
  readonly field?: PersonColumn;
  /** With an open question. */
  readonly open?: boolean;
  /** In the name or a number. */
  readonly text?: string;
};

export type ListOverview = {
  readonly columns: readonly ColumnView[];
  readonly findings: readonly Finding[];
  readonly summary: PeopleSummary;
  readonly kinds: readonly Kind[];
  /** Of duplicates. */
  readonly groups: number;
  /** That can be taken back. */
  readonly decisions: number;
  /** Values changed since duplicates were looked for. */
  readonly stale: boolean;
};

export type ColumnView = {
  readonly field: PersonColumn | null;
  readonly heading?: string;
  readonly sure: boolean;
  readonly examples: readonly string[];
};

/** All questions, findings or changes of one code and field. */
export type Kind = {
  readonly role: "question" | "finding" | "change";
  readonly code: FindingCode;
  readonly field?: PersonColumn;
  readonly label: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly rows: number;
};

export type RowView = {
  /** Its place among the people, from 0: for `decide`. */
  readonly at: number;
  /** The row of the table, from 0. */
  readonly row: number;
  readonly status: PersonStatus;
  readonly quality: PeopleQuality;
  readonly fields: readonly FieldView[];
  readonly questions: readonly QuestionView[];
  readonly changes: readonly ChangeView[];
  readonly findings: readonly Finding[];
};

/** As it stands in the table, and as it is now. */
export type FieldView = {
  readonly field: PersonColumn;
  readonly label: string;
  readonly from: string;
  readonly to: string;
};

export type QuestionView = {
  readonly field: PersonColumn;
  readonly label: string;
  readonly code: FindingCode;
  readonly message: string;
  readonly options: readonly { readonly value: string; readonly shown: string }[];
  /** Rows that one decision would settle, this one included. */
  readonly alike: number;
};

export type ChangeView = {
  readonly field: PersonColumn;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

export type GroupView = {
  readonly by: Duplicate["by"];
  readonly sure: boolean;
  readonly people: readonly RowView[];
};

export type ComparedLists = {
  readonly matches: number;
  /** Of them those whose fields differ. */
  readonly different: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  readonly ask: number;
  readonly tables: readonly PackedTable[];
};
