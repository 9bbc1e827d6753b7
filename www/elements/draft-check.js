/**
 * What may be a draft: plain data of bounded size, whose parts are of the kinds that the pages draw. Its answers are
 * the form's rules' matter. Somebody typed it, or a page of another version wrote it; it is never evidence.
 */

/** The longest draft that a form of ours makes has some 40 KB; see `flow/state.js`. */
const LIMITS = { bytes: 512 << 10, depth: 12, values: 20_000, name: 1_000 };
const SOURCES = ["qr", "mrz", "chip", "account", "typed"];

/**
 * A copy without a seal, or nothing when any part is not what it should be: half a draft would lose answers unsaid.
 * @param {unknown} value @returns {Record<string, any> | undefined}
 */
export function soundDraft(value) {
  if (!isPlain(value) || !isBounded(value)) return undefined;
  for (const [name, fits] of Object.entries(PARTS)) {
    if (value[name] !== undefined && !fits(value[name])) return undefined;
  }
  // What is sealed is sealed here, by the rules of today.
  const { sealed: _, ...draft } = value;
  return draft.step === "done" ? { ...draft, step: "review" } : draft;
}

/**
 * The same of a file. Whoever wrote it may have read no card at all: its answers are as good as typed, and no more.
 * @param {unknown} value @returns {Record<string, any> | undefined}
 */
export function draftOfFile(value) {
  const draft = soundDraft(value);
  return draft && { ...draft, ...NOTHING_READ, step: PAGES_OF_CARDS.includes(draft.step) ? "how" : draft.step };
}

const NOTHING_READ = {
  readings: [],
  cards: [],
  filled: {},
  conflicts: [],
  chosen: {},
  questions: {},
  assurance: "none",
};
/** They show what was read. */
const PAGES_OF_CARDS = ["read", "whose", "differ"];

/** @type {Record<string, (part: any) => boolean>} */
const PARTS = {
  step: isText,
  trail: isListOf(isText),
  readings: isListOf(isReading),
  cards: isListOf((card) => isPlain(card) && isListOf(isReading)(card.readings) && isMaybe(isText)(card.role)),
  role: isText,
  back: isText,
  service: isText,
  answers: isRecordOf(isAnswer),
  preset: isRecordOf(isAnswer),
  suggested: isRecordOf(isAnswer),
  filled: isRecordOf((each) => isPlain(each) && isMaybe(isAnswer)(each.value) && isRecordOf(isAny)(each.entry)),
  conflicts: isListOf((each) => isPlain(each) && isText(each.path) && isMaybe(isText)(each.source)),
  chosen: isRecordOf(isText),
  questions: isRecordOf(
    (each) =>
      isPlain(each) &&
      isText(each.question) &&
      isText(each.original) &&
      isListOf((unit) => isRecordOf(isAny)(unit) && isText(unit.commune) && isText(unit.province))(each.candidates),
  ),
  assurance: isText,
  raw: isRecordOf(isListOf(isText)),
  papers: isRecordOf(isAny),
};

/** @param {any} value @returns {value is Record<string, any>} */
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string" && value.length <= LIMITS.name;
}

function isAny() {
  return true;
}

/** @param {(value: any) => boolean} fits @returns {(value: any) => boolean} */
function isMaybe(fits) {
  return (value) => value === undefined || value === null || fits(value);
}

/** @param {(value: any) => boolean} fits @returns {(value: any) => boolean} */
function isListOf(fits) {
  return (value) => Array.isArray(value) && value.every(fits);
}

/** @param {(value: any) => boolean} fits @returns {(value: any) => boolean} */
function isRecordOf(fits) {
  return (value) => isPlain(value) && Object.values(value).every(fits);
}

/** One value, an address in parts, rows, or the choices and files of a list. @param {any} answer */
function isAnswer(answer) {
  if (isPlain(answer)) return Object.values(answer).every(isValue);
  if (!Array.isArray(answer)) return isValue(answer);
  return answer.every(isPlain) || answer.every((each) => typeof each === "string");
}

/** @param {unknown} value */
function isValue(value) {
  return value === null || ["undefined", "string", "boolean"].includes(typeof value) || Number.isFinite(value);
}

/** @param {any} reading */
function isReading(reading) {
  if (!isPlain(reading) || !SOURCES.includes(reading.source) || !isRecordOf(isText)(reading.person)) return false;
  const said = isListOf(
    (each) => isPlain(each) && ["code", "severity", "path", "message"].every((name) => isText(each[name])),
  );
  return isMaybe(said)(reading.findings) && isMaybe(isText)(reading.kind) && isMaybe(isText)(reading.assurance);
}

/**
 * Neither deep nor large, and without a member that would change the prototype of what it is copied to.
 * @param {any} draft
 */
function isBounded(draft) {
  let [values, bytes] = [0, 0];
  /** @type {[unknown, number][]} */ const open = [[draft, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    values += 1;
    if (typeof value === "string") bytes += value.length;
    if (values > LIMITS.values || bytes > LIMITS.bytes || depth > LIMITS.depth) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (name === "__proto__") return false;
      open.push([member, depth + 1]);
    }
  }
  return true;
}
