/**
 * @typedef {import("./address.js").ConvertedRow} ConvertedRow
 * @typedef {import("./address.js").UnitCandidate} UnitCandidate
 * @typedef {(use: (glue: typeof import("./glue/more.js")) => any) => any} Call
 */

/** UTF-16 units that cross at a time: some thousand rows. */
const AT_ONCE = 1 << 19;
/** A row that is too long, in place of its head. */
const TOO_LONG = 0xffffffff;

/** The text on its way; used again for the next rows. */
let text = new Uint16Array(0);
/** Names and questions as of the last list's options; the next list has the same ones, as a rule. @type {Words | undefined} */
let words;

/** Other units were loaded: their names are others. */
export function forgetWords() {
  words = undefined;
}

/**
 * Rows of text into frozen results. They cross as numbers; each unit and each question gets its words once in a list.
 *
 * @param {readonly string[]} rows
 * @param {Call} call
 * @param {string} options as JSON
 * @returns {readonly ConvertedRow[]}
 */
export function convertTexts(rows, call, options) {
  if (words?.options !== options) words = new Words(options, call);
  const own = words;
  /** @type {ConvertedRow[]} */ const results = new Array(rows.length);
  for (let from = 0; from < rows.length;) {
    let to = from;
    let units = 0;
    do units += rows[to++]?.length ?? 0;
    while (to < rows.length && units + (rows[to]?.length ?? 0) <= AT_ONCE);
    const ends = new Uint32Array(to - from);
    write(rows, from, ends, units);
    const written = text.subarray(0, units);
    /** @type {Uint32Array} */ const numbers = call((glue) => glue.convertRows(written, ends, options));
    own.nameAll(numbers, call);
    read(rows, from, to, numbers, own, call, results);
    from = to;
  }
  return Object.freeze(results);
}

/** @param {readonly string[]} rows @param {number} from @param {Uint32Array} ends @param {number} units */
function write(rows, from, ends, units) {
  if (text.length < units) text = new Uint16Array(Math.max(units, AT_ONCE));
  const place = text;
  let at = 0;
  for (let i = 0; i < ends.length; i++) {
    const row = /** @type {string} */ (rows[from + i]);
    for (let j = 0; j < row.length; j++) place[at++] = row.charCodeAt(j);
    ends[i] = at;
  }
}

/**
 * What `Row::write` of the core wrote, row by row.
 * @param {readonly string[]} rows @param {number} from @param {number} to @param {Uint32Array} numbers @param {Words} words
 * @param {Call} call @param {ConvertedRow[]} results
 */
function read(rows, from, to, numbers, words, call, results) {
  let at = 0;
  for (let i = from; i < to; i++) {
    const head = numbers[at++] ?? 0;
    if (head === TOO_LONG) {
      results[i] = TOO_LONG_ROW;
      continue;
    }
    const asked = (head >> 1) & 7;
    const about = asked === 1 || asked === 3 ? numbers[at++] ?? 0 : 0;
    const count = (head >> 4) & 127;
    const first = count ? numbers[at] ?? 0 : 0;
    const candidates = count === 1 ? words.unit(first).alone : words.several(numbers, at, count);
    at += count;
    const notes = (head >> 11) & 31;
    const findings = words.findings(numbers, at, notes);
    at += notes > 6 ? Math.ceil(notes / 6) : notes ? 1 : 0;
    let street = "";
    for (let part = (head >> 16) & 0x7fff; part > 0; part--) {
      const place = numbers[at++] ?? 0;
      const own = /** @type {string} */ (rows[i]).slice(place >>> 16, place & 0xffff);
      street = street ? `${street}, ${own}` : own;
    }
    if (head >>> 31) street = street.normalize("NFC");
    // The core's JSON has the same members in the same order; what is missing is not there.
    /** @type {ConvertedRow} */ let result;
    if (head & 1) {
      const { tail } = words.unit(first);
      result = street ? { candidates, exact: true, address: `${street}, ${tail}`, street, findings } : { candidates, exact: true, address: tail, findings };
    } else if (asked) {
      const question = words.question(asked, asked === 4 ? first : about, call);
      result = street ? { candidates, exact: false, question, street, findings } : { candidates, exact: false, question, findings };
    } else {
      result = street ? { candidates, exact: false, street, findings } : { candidates, exact: false, findings };
    }
    results[i] = Object.freeze(result);
  }
}

const TOO_LONG_ROW = Object.freeze({ error: "limit.input" });
/** @type {readonly UnitCandidate[]} */ const NONE = Object.freeze([]);
/** Kinds of units in a row's numbers: old communes, communes. */
const OLD = 3 << 16;
const PRESENT = 4 << 16;

/** @typedef {{ alone: readonly [UnitCandidate], tail: string }} Named a unit, and how an address in it ends */

/** The words of lists: each unit, question and set of findings once, frozen and shared by the rows. */
class Words {
  options;
  /** By their places. @type {(Named | undefined)[]} */ #old = [];
  /** @type {(Named | undefined)[]} */ #present = [];
  /** @type {Map<number, string>} */ #questions = new Map();
  /** @type {Map<number, readonly string[]>} */ #findings = new Map();
  /** @type {readonly string[]} */ #codes;

  /** @param {string} options as JSON @param {Call} call */
  constructor(options, call) {
    this.options = options;
    this.#codes = JSON.parse(call((glue) => glue.rowCodes()));
  }

  /** The name of every candidate of the rows that has none yet, in one call. @param {Uint32Array} numbers @param {Call} call */
  nameAll(numbers, call) {
    /** @type {Set<number>} */ const missing = new Set();
    for (let at = 0; at < numbers.length;) {
      const head = numbers[at++] ?? 0;
      if (head === TOO_LONG) continue;
      const asked = (head >> 1) & 7;
      if (asked === 1 || asked === 3) at++;
      for (let count = (head >> 4) & 127; count > 0; count--) {
        const number = numbers[at++] ?? 0;
        if (!this.#named(number)) missing.add(number);
      }
      at += Math.ceil(((head >> 11) & 31) / 6) + ((head >> 16) & 0x7fff);
    }
    if (!missing.size) return;
    const own = Uint32Array.from(missing);
    /** @type {UnitCandidate[]} */ const units = JSON.parse(call((glue) => glue.nameUnits(own, this.options)));
    units.forEach((unit, i) => {
      const number = own[i] ?? 0;
      const list = number < PRESENT ? this.#old : this.#present;
      while (list.length <= (number & 0xffff)) list.push(undefined);
      const tail = [unit.commune, unit.district, unit.province].filter(Boolean).join(", ");
      list[number & 0xffff] = { alone: Object.freeze(/** @type {const} */ ([Object.freeze(unit)])), tail };
    });
  }

  /** @param {number} number of a candidate in a row */
  #named(number) {
    return number < PRESENT ? this.#old[number - OLD] : this.#present[number - PRESENT];
  }

  /** @param {number} number */
  unit(number) {
    return /** @type {Named} */ (this.#named(number));
  }

  /** @param {Uint32Array} numbers @param {number} at @param {number} count */
  several(numbers, at, count) {
    return count ? Object.freeze(Array.from(numbers.subarray(at, at + count), (number) => this.unit(number).alone[0])) : NONE;
  }

  /** @param {number} kind @param {number} unit @param {Call} call */
  question(kind, unit, call) {
    const key = (kind << 20) | unit;
    let own = this.#questions.get(key);
    if (own === undefined) this.#questions.set(key, (own = /** @type {string} */ (call((glue) => glue.askRow(kind, unit, this.options)))));
    return own;
  }

  /** @param {Uint32Array} numbers @param {number} at @param {number} count */
  findings(numbers, at, count) {
    const key = count > 5 ? -1 : count ? (count << 25) | (numbers[at] ?? 0) : 0;
    let own = this.#findings.get(key);
    if (own === undefined || key < 0) {
      own = Object.freeze(Array.from({ length: count }, (_, i) => this.#codes[((numbers[at + Math.floor(i / 6)] ?? 0) >>> ((i % 6) * 5)) & 31] ?? ""));
      this.#findings.set(key, own);
    }
    return own;
  }
}
