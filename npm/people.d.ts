import type { Finding, FindingCode, Options, Person } from "./index.js";

/**
 * A table of people, as a spreadsheet holds it: what each column is, what each row says, what can be repaired for certain, who is in it twice.
 * Residences are converted into the units of the day where `loadUnits` came before. Nothing is repaired that is not certain.
 * @throws `input.type` for a cell that is none, `limit.input` for more rows, columns or cells than a sheet has
 */
export function checkPeople(rows: readonly (readonly unknown[])[], options?: ListOptions): PeopleReport;

/** Two reports side by side: matches by number, old number, name and birth; who could be several is asked. @throws `input.type` */
export function comparePeople(left: PeopleReport, right: PeopleReport, options?: Options): Comparison;

/** What a column can hold, with the name to choose it by. */
export function personColumns(options?: Options): readonly { readonly field: PersonColumn; readonly label: string }[];

export type ListOptions = Options & {
  /** What each column holds, from the left; `null` for one that is not to be checked. Recognised when left out. */
  readonly columns?: readonly (PersonColumn | null)[];
  /** Whether the first row that is not blank holds the headings. Looked for when left out. */
  readonly header?: boolean;
  /** Whether the file counts days from 1904: `date1904` of `readSheet`. */
  readonly date1904?: boolean;
};

export type PersonColumn =
  | "ordinal"
  | "pin"
  | "oldId"
  | "fullName"
  | "surname"
  | "middleName"
  | "givenName"
  | "birthDate"
  | "birthDay"
  | "birthMonth"
  | "birthYear"
  | "birthOfMale"
  | "birthOfFemale"
  | "sex"
  | "maleMark"
  | "femaleMark"
  | "nationality"
  | "ethnicity"
  | "religion"
  | "placeOfOrigin"
  | "placeOfBirthRegistration"
  | "residence"
  | "street"
  | "commune"
  | "district"
  | "province"
  | "issueDate"
  | "expiryDate"
  | "fatherName"
  | "motherName"
  | "spouseName"
  | "phone"
  | "email"
  | "taxCode"
  | "healthInsurance";

export type PeopleReport = {
  /** From the left. */
  readonly columns: readonly PeopleColumn[];
  /** The last row of the headings, from 0. */
  readonly headings?: number;
  /** The people, in the order of the table. */
  readonly rows: readonly PersonRow[];
  /** Rows that are no people: titles, headings, groups, totals, signatures. */
  readonly skipped: readonly number[];
  readonly duplicates: readonly Duplicate[];
  /** Of the whole list. */
  readonly findings: readonly Finding[];
  readonly summary: PeopleSummary;
};

export type PeopleColumn = {
  readonly field: PersonColumn | null;
  readonly heading?: string;
  /** Heading and content leave no doubt, or the caller said so. */
  readonly sure: boolean;
};

export type PersonRow = {
  /** The row of the input, from 0. */
  readonly row: number;
  readonly person: Person;
  readonly contact: Contact;
  /** In order; the steps of one column follow each other, so the list can be taken back step by step. */
  readonly changes: readonly PersonChange[];
  readonly questions: readonly PersonQuestion[];
  /** At `person.<field>` or `contact.<field>`. A question has one of its code. */
  readonly findings: readonly Finding[];
  readonly quality: PeopleQuality;
  readonly status: PersonStatus;
};

/** Nothing to do; changed, and certain; somebody has to look; an error. */
export type PersonStatus = "clean" | "changed" | "ask" | "wrong";

/** Đúng, đủ, sạch, sống. */
export type PeopleQuality = {
  readonly correct: boolean;
  readonly complete: boolean;
  readonly clean: boolean;
  readonly current: boolean;
};

/** Several numbers of one person stand behind each other, with `; ` between them. */
export type Contact = {
  /** `0xxxxxxxxx` */
  readonly phone?: string;
  readonly email?: string;
  readonly taxCode?: string;
  /** 15 characters of the card, or 10 digits of the social-insurance code. */
  readonly healthInsurance?: string;
};

/** One step, with the code of its reason. */
export type PersonChange = {
  readonly field: PersonColumn;
  readonly from: string;
  readonly to: string;
  readonly code: FindingCode;
};

/** `options`: the values that are possible; none when only the document knows. */
export type PersonQuestion = {
  readonly field: PersonColumn;
  readonly code: FindingCode;
  readonly options: readonly string[];
};

export type Duplicate = {
  /** Rows of the input, from 0. */
  readonly rows: readonly number[];
  readonly by: "pin" | "nameAndBirth" | "likeness";
  /** Certain; else somebody has to look. */
  readonly sure: boolean;
};

/** Of people, unless said otherwise. */
export type PeopleSummary = {
  readonly people: number;
  readonly clean: number;
  readonly changed: number;
  readonly ask: number;
  readonly wrong: number;
  /** Rows without any content, and rows that are no people. */
  readonly blank: number;
  readonly skipped: number;
  /** Single changes and questions. */
  readonly changes: number;
  readonly questions: number;
  /** Rows that repeat somebody for certain: of each group all but one. */
  readonly duplicates: number;
  /** Groups that may be one person. */
  readonly possibleDuplicates: number;
  /** Đúng, đủ, sạch (as the list came), sống. */
  readonly correct: number;
  readonly complete: number;
  readonly tidy: number;
  readonly current: number;
};

/** All numbers are rows of the inputs, from 0. */
export type Comparison = {
  readonly matches: readonly {
    readonly left: number;
    readonly right: number;
    /** Fields that both know, and differently. */
    readonly differences: readonly FieldDifference[];
  }[];
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
  /** Who of the left list may be one of these of the right list. */
  readonly ask: readonly { readonly left: number; readonly right: readonly number[] }[];
};

export type FieldDifference = {
  readonly field: string;
  readonly left: string;
  readonly right: string;
  readonly difference: "precision" | "diacritics" | "abbreviation" | "truncation" | "content";
};
