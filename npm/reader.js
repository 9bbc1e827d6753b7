import { chip } from "./chip-module.js";
import { CanCuocError } from "./error.js";
import { asBytes, freeze, guarded, plain } from "./plain.js";

export { cardBridge } from "./bridge.js";

/** @type {typeof import("./reader.js").default} */
export default function init(source) {
  return chip.init(source);
}

/** What a reading is given, as `RANDOM_OCTETS` of `src/reader/random.rs`. */
const RANDOM = 1024;

/** Milliseconds beyond the card's own time after which a transport counts as silent. */
const GRACE = 5_000;

/**
 * What an earlier reading left, by its token. The token itself is empty: it may stand in a log, and files may not.
 * @type {WeakMap<object, { parts?: object, wrongKeys: number }>}
 */
const resumes = new WeakMap();

/** Counts the instances of the module: a reading does not outlive its own. */
let instance = 0;
chip.onStart(() => (instance += 1));

/** @type {typeof import("./reader.js").readCard} */
export async function readCard(options) {
  const { given, transmit, random, onProgress, signal } = taken(options);
  await chip.init();
  const octets = drawn(random);
  const machine = new Machine(given, octets);
  octets.fill(0);
  let told = "";
  try {
    let step = machine.start();
    for (;;) {
      if (step.done) return freeze(step.done);
      if (step.failed) throw failure(step.failed);
      const { command, timeout, progress } = step;
      const said = JSON.stringify(progress);
      if (said !== told) onProgress?.(freeze(progress));
      told = said;
      step = machine.after(await exchange(transmit, command, timeout, signal));
    }
  } finally {
    machine.free();
  }
}

/** The core's `CardReader`, which ends with its instance. */
class Machine {
  #reader;
  #instance;

  /** @param {object} given @param {Uint8Array} random */
  constructor(given, random) {
    this.#reader = chip.call((glue) => new glue.CardReader(given, random));
    this.#instance = instance;
  }

  start() {
    return this.#call(() => this.#reader.start());
  }

  /** @param {Uint8Array | Failed} answer */
  after(answer) {
    return this.#call(() => (typeof answer === "string" ? this.#reader.fail(answer) : this.#reader.next(answer)));
  }

  free() {
    if (instance === this.#instance) this.#reader.free();
  }

  /** @param {() => any} step */
  #call(step) {
    if (instance !== this.#instance) {
      throw new CanCuocError("internal.trap", "chip stopped and was started again; the card must be read anew");
    }
    return chip.call(step);
  }
}

/** @typedef {"lost" | "timeout" | "aborted" | "transport"} Failed */

/**
 * Carries a command to the card.
 * @param {import("./reader.js").ReadCardOptions["transmit"]} transmit
 * @param {Uint8Array} command
 * @param {number} timeout milliseconds that the card may take
 * @param {AbortSignal} [signal]
 * @returns {Promise<Uint8Array | Failed>}
 */
async function exchange(transmit, command, timeout, signal) {
  if (signal?.aborted) return "aborted";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  let stop = () => {};
  /** @type {Promise<{ failed: Failed }>} */
  const ended = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ failed: "timeout" }), timeout + GRACE);
    stop = () => resolve({ failed: "aborted" });
    signal?.addEventListener("abort", stop);
  });
  try {
    const answered = (async () => ({ answer: await transmit(command, { timeout }) }))();
    const first = await Promise.race([answered, ended]);
    return "failed" in first ? first.failed : octetsOf(first.answer);
  } catch (error) {
    return signal?.aborted ? "aborted" : kindOf(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** What is no bytes comes from a transport that is broken. @param {unknown} answer @returns {Uint8Array | Failed} */
function octetsOf(answer) {
  try {
    return asBytes(answer, "answer");
  } catch {
    return "transport";
  }
}

/**
 * What a transport means by its rejection: that the card is gone, unless it says otherwise.
 * @param {any} error
 * @returns {Failed}
 */
function kindOf(error) {
  // The `code` of a DOMException is a number.
  const said = String((typeof error?.code === "string" ? error.code : error?.name) ?? "");
  if (/^(reader\.)?timeout$|^TimeoutError$/.test(said)) return "timeout";
  if (/^(reader\.)?aborted$|^AbortError$/.test(said)) return "aborted";
  if (/^(reader\.)?transport$|^(NetworkError|NotReadableError|InvalidStateError|TypeError)$/.test(said))
    return "transport";
  return "lost";
}

/** @param {any} failed the core's `FailureReport` */
function failure({ code, detail, finding, wrongKeys, key, triesLeft, resume: parts }) {
  const error = Object.assign(new CanCuocError(code, detail), { finding: freeze(finding), wrongKeys });
  if (key) Object.assign(error, { key });
  if (triesLeft !== undefined) Object.assign(error, { triesLeft });
  if (!parts && wrongKeys === 0) return error;
  const resume = Object.freeze({});
  resumes.set(resume, { parts, wrongKeys });
  return Object.assign(error, { resume });
}

/**
 * The caller's options, copied.
 * @param {import("./reader.js").ReadCardOptions} options
 */
function taken(options) {
  if (typeof options !== "object" || options === null) throw new CanCuocError("input.type", "options is not an object");
  return guarded("options", () => {
    const { transmit, random, onProgress, signal, resume, challenge, transport, allowBac, ...rest } = options;
    for (const [name, value] of Object.entries({ transmit, random, onProgress })) {
      if (value !== undefined || name === "transmit") asFunction(value, name);
    }
    const { key, files, prove, locale, confirmed } = rest;
    const { maxCommand, maxAnswer } = transport ?? {};
    const given = plain({ key, files, prove, locale, confirmed, maxCommand, maxAnswer, allowBac }, "options");
    if (given.allowBac === false) given.allowBac = "never";
    if (challenge !== undefined) given.challenge = asBytes(challenge, "challenge").slice();
    return { given: { ...given, ...resumed(resume) }, transmit, random, onProgress, signal };
  });
}

/** @param {unknown} resume */
function resumed(resume) {
  if (resume === undefined) return {};
  const kept = typeof resume === "object" && resume !== null ? resumes.get(resume) : undefined;
  if (!kept) throw new CanCuocError("input.type", "resume is no `resume` of an error of readCard");
  const { parts, wrongKeys } = kept;
  return { wrongKeys, ...(parts && { resume: parts }) };
}

/** @param {unknown} value @param {string} name */
function asFunction(value, name) {
  if (typeof value !== "function") throw new CanCuocError("input.type", `${name} is not a function`);
}

/**
 * Octets from the system's generator, a copy that can be wiped.
 * @param {((length: number) => Uint8Array) | undefined} random
 */
function drawn(random) {
  if (!random) {
    if (!globalThis.crypto?.getRandomValues)
      throw new CanCuocError("reader.random", "no generator of random octets here");
    return crypto.getRandomValues(new Uint8Array(RANDOM));
  }
  return asBytes(random(RANDOM), "random").slice();
}
