/**
 * @typedef {import("./address.js").ConvertedRow} ConvertedRow
 * @typedef {import("./address.js").UnitCandidate} UnitCandidate
 * @typedef {(use: (glue: typeof import("./glue/address.js")) => any) => any} Call
 */

/** UTF-16 units that cross at a time: more than a thousand rows. */
const AT_ONCE = 1 << 16;
/** A row that is too long, in place of its head. */
const TOO_LONG = 0xffffffff;

/** The text on its way; used again for the next rows. */
let text = new Uint16Array(0);
/**
 * Names and questions as of the last list's options; the next list has the same ones, as a rule.
 * @type {Words | undefined}
 */
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
 * @param {object} options
 * @returns {readonly ConvertedRow[]}
 */
export function convertTexts(rows, call, options) {
  const key = JSON.stringify(options);
  if (words?.key !== key) words = new Words(key, options, call);
  const own = words;
  /** @type {ConvertedRow[]} */ const results = new Array(rows.length);
  for (let from = 0; from < rows.length;) {
    const ends = write(rows, from);
    const written = text.subarray(0, ends.at(-1));
    read(
      rows,
      from,
      call((glue) => glue.convertRows(written, ends, options)),
      own,
      call,
      results,
    );
    from += ends.length;
  }
  return Object.freeze(results);
}

/**
 * As many rows as cross at a time, one at least; where each one ends.
 * @param {readonly string[]} rows @param {number} from
 */
function write(rows, from) {
  if (!text.length) text = new Uint16Array(AT_ONCE);
  const ends = new Uint32Array(Math.min(rows.length - from, AT_ONCE));
  let count = 0;
  for (let at = 0; count < ends.length; ends[count++] = at) {
    at += /** @type {string} */ (rows[from + count]).length;
    if (at <= text.length) continue;
    if (count) break;
    text = new Uint16Array(at);
  }
  put(count === rows.length ? rows : rows.slice(from, from + count));
  return ends.subarray(0, count);
}

/** The units of these rows, one after the other. @param {readonly string[]} rows */
function put(rows) {
  // Node copies them at once; elsewhere there is no way but one by one.
  const { process, Buffer } = /** @type {any} */ (globalThis);
  if (process?.versions?.node && Buffer) {
    Buffer.from(text.buffer).write(rows.join(""), "utf16le");
    return;
  }
  let at = 0;
  const place = text;
  for (const row of rows) {
    const { length } = row;
    for (let j = 0; j < length; j++) place[at++] = row.charCodeAt(j);
  }
}

/**
 * What `Row::write` of the core wrote, row by row.
 * @param {readonly string[]} rows @param {number} from @param {Uint32Array} numbers @param {Words} words
 * @param {Call} call @param {ConvertedRow[]} results
 */
function read(rows, from, numbers, words, call, results) {
  for (let i = from, at = 0; at < numbers.length; i++) {
    const head = numbers[at++] ?? 0;
    if (head === TOO_LONG) {
      results[i] = TOO_LONG_ROW;
      continue;
    }
    const asked = (head >> 1) & 7;
    const about = asked === 1 || asked === 3 ? (numbers[at++] ?? 0) : 0;
    const count = (head >> 4) & 127;
    const first = count ? (numbers[at] ?? 0) : 0;
    const one = count === 1 ? words.unit(first, numbers, call) : undefined;
    const candidates = one ? one.alone : words.several(numbers, at, count, call);
    at += count;
    const notes = (head >> 11) & 31;
    const findings = words.findings(numbers, at, notes);
    at += notes > 6 ? Math.ceil(notes / 6) : notes ? 1 : 0;
    let street = "";
    for (let part = (head >> 16) & 0x7fff; part > 0; part--) {
      const place = numbers[at++] ?? 0;
      const own = /** @type {string} */ (rows[i]).slice(place >>> 16, place & 0xffff);
      street = street ? street + ", " + own : own;
    }
    if (head >>> 31) street = street.normalize("NFC");
    // One by one the core gives the same members in the same order; what is missing is not there.
    /** @type {ConvertedRow} */ let result;
    if (head & 1 && one) {
      result = street
        ? { candidates, exact: true, address: street + one.tail, street, findings }
        : { candidates, exact: true, address: one.name, findings };
    } else if (asked) {
      const question = words.question(asked, asked === 4 ? first : about, call);
      result = street
        ? { candidates, exact: false, question, street, findings }
        : { candidates, exact: false, question, findings };
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

/**
 * A unit with its name, and how an address in it ends.
 * @typedef {{ alone: readonly [UnitCandidate], name: string, tail: string }} Named
 */

/** The words of lists: each unit, question and set of findings once, frozen and shared by the rows. */
class Words {
  key;
  options;
  /** By their places. @type {(Named | undefined)[]} */ #old = [];
  /** @type {(Named | undefined)[]} */ #present = [];
  /** @type {Map<number, string>} */ #questions = new Map();
  /** @type {Map<number, readonly string[]>} */ #findings = new Map();
  /** Those of the row before: most rows have the same ones. */ #lastKey = -1;
  /** @type {readonly string[]} */ #last = [];
  /** @type {readonly string[]} */ #codes;

  /** @param {string} key of the options @param {object} options @param {Call} call */
  constructor(key, options, call) {
    this.key = key;
    this.options = options;
    this.#codes = call((glue) => glue.rowCodes());
  }

  /**
   * The name of every candidate of the rows that has none yet, in one call.
   * @param {Uint32Array} numbers @param {Call} call
   */
  #nameAll(numbers, call) {
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
    /** @type {UnitCandidate[]} */ const units = call((glue) => glue.nameUnits(own, this.options));
    units.forEach((unit, i) => {
      const number = own[i] ?? 0;
      const list = number < PRESENT ? this.#old : this.#present;
      while (list.length <= (number & 0xffff)) list.push(undefined);
      const name = [unit.commune, unit.district, unit.province].filter(Boolean).join(", ");
      list[number & 0xffff] = {
        alone: Object.freeze(/** @type {const} */ ([Object.freeze(unit)])),
        name,
        tail: `, ${name}`,
      };
    });
  }

  /** @param {number} number of a candidate in a row */
  #named(number) {
    return number < PRESENT ? this.#old[number - OLD] : this.#present[number - PRESENT];
  }

  /** @param {number} number of a candidate @param {Uint32Array} numbers all of its rows @param {Call} call */
  unit(number, numbers, call) {
    const own = this.#named(number);
    if (own) return own;
    this.#nameAll(numbers, call);
    return /** @type {Named} */ (this.#named(number));
  }

  /** @param {Uint32Array} numbers @param {number} at @param {number} count @param {Call} call */
  several(numbers, at, count, call) {
    if (!count) return NONE;
    /** @type {UnitCandidate[]} */ const all = new Array(count);
    for (let i = 0; i < count; i++) all[i] = this.unit(numbers[at + i] ?? 0, numbers, call).alone[0];
    return Object.freeze(all);
  }

  /** @param {number} kind @param {number} unit @param {Call} call */
  question(kind, unit, call) {
    const key = (kind << 20) | unit;
    let own = this.#questions.get(key);
    if (own === undefined)
      this.#questions.set(key, (own = /** @type {string} */ (call((glue) => glue.askRow(kind, unit, this.options)))));
    return own;
  }

  /** @param {Uint32Array} numbers @param {number} at @param {number} count */
  findings(numbers, at, count) {
    const key = count > 5 ? -1 : count ? (count << 25) | (numbers[at] ?? 0) : 0;
    if (key === this.#lastKey && key >= 0) return this.#last;
    let own = this.#findings.get(key);
    if (own === undefined || key < 0) {
      own = Object.freeze(
        Array.from(
          { length: count },
          (_, i) => this.#codes[((numbers[at + Math.floor(i / 6)] ?? 0) >>> ((i % 6) * 5)) & 31] ?? "",
        ),
      );
      this.#findings.set(key, own);
    }
    this.#lastKey = key;
    this.#last = own;
    return own;
  }
}
