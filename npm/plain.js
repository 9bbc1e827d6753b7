import { CanCuocError } from "./error.js";

/**
 * What a value may hold at most.
 * @typedef {{ depth: number, values: number, length: number }} Limits
 */

/** Lists of rows. @type {Limits} */
const LIMITS = { depth: 128, values: 1_000_000, length: 16 << 20 };

/**
 * One person's matters: readings, answers, an application. As `APPLICATION` of `src/form/open.rs`.
 * @type {Limits}
 */
export const OF_ONE = { depth: 128, values: 25_000, length: 2 << 20 };

/**
 * A copy of what a caller hands over, of plain objects, lists, texts, numbers, truth values and null, as JSON would
 * have it. Whatever reading it calls (getters, proxies, `toJSON`) is done after this; nothing of it reaches the core.
 * @param {unknown} value
 * @param {string} name of the argument, for the error
 * @param {Limits} [limits]
 * @returns {any}
 * @throws {CanCuocError} `input.type`, `limit.input`
 */
export function plain(value, name, limits = LIMITS) {
  if (value === undefined) throw new CanCuocError("input.type", `${name} is missing`);
  return guarded(name, () => new Copier(name, limits).copy(value, limits.depth));
}

/**
 * The same of what comes back in a result, where no member may be called `__proto__`.
 * @param {unknown} value
 * @param {string} name of the argument, for the error
 * @returns {any}
 */
export function plainToReturn(value, name) {
  if (value === undefined) throw new CanCuocError("input.type", `${name} is missing`);
  return guarded(name, () => new Copier(name, OF_ONE, false).copy(value, OF_ONE.depth));
}

/**
 * Looks into what a caller hands over: what its getters and traps throw is no error of ours.
 * @template T
 * @param {string} name of the argument, for the error
 * @param {() => T} look
 * @returns {T}
 */
export function guarded(name, look) {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof CanCuocError) throw cause;
    throw new CanCuocError("input.type", `${name} cannot be read`, { cause });
  }
}

class Copier {
  #name;
  #limits;
  #allowsPrototype;
  #values = 0;
  #length = 0;
  /** The objects and lists that are being copied. @type {Set<object>} */
  #open = new Set();

  /**
   * @param {string} name @param {Limits} limits
   * @param {boolean} [allowsPrototype] a member `__proto__`, which is one as any other here
   */
  constructor(name, limits, allowsPrototype = true) {
    this.#name = name;
    this.#limits = limits;
    this.#allowsPrototype = allowsPrototype;
  }

  /**
   * @param {unknown} value
   * @param {number} depth levels that are left
   * @returns {unknown}
   */
  copy(value, depth) {
    if (++this.#values > this.#limits.values) this.#limit(`values: at most ${this.#limits.values}`);
    switch (typeof value) {
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : null;
      case "string":
        this.#count(value);
        return value;
      case "object":
        if (value === null) return null;
        break;
      default:
        throw new CanCuocError("input.type", `${this.#name} holds a ${typeof value}`);
    }
    if (depth === 0) this.#limit(`nesting: at most ${this.#limits.depth}`);
    if (this.#open.has(value)) throw new CanCuocError("input.type", `${this.#name} holds itself`);
    this.#open.add(value);
    const copy = this.#structure(value, depth - 1);
    this.#open.delete(value);
    return copy;
  }

  /** @param {object} value @param {number} depth @returns {unknown} */
  #structure(value, depth) {
    if (Array.isArray(value)) return this.#list(value, depth);
    const { toJSON } = /** @type {{ toJSON?: unknown }} */ (value);
    if (typeof toJSON === "function") return this.copy(toJSON.call(value), depth);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || Symbol.iterator in value) {
      throw new CanCuocError("input.type", `${this.#name} holds a list that is no array, or bytes`);
    }
    return this.#object(value, depth);
  }

  /** @param {unknown[]} list @param {number} depth */
  #list(list, depth) {
    const { length } = list;
    if (length > this.#limits.values) this.#limit(`values: at most ${this.#limits.values}`);
    const copy = new Array(length);
    for (let i = 0; i < length; i++) copy[i] = list[i] === undefined ? null : this.copy(list[i], depth);
    return copy;
  }

  /** What is undefined is not there. @param {object} object @param {number} depth */
  #object(object, depth) {
    /** @type {Record<string, unknown>} */
    const copy = {};
    for (const [key, member] of Object.entries(object)) {
      if (member === undefined) continue;
      this.#count(key);
      const copied = this.copy(member, depth);
      if (key !== "__proto__") copy[key] = copied;
      else if (this.#allowsPrototype) Object.defineProperty(copy, key, { value: copied, enumerable: true });
      else throw new CanCuocError("input.type", `${this.#name} holds a member \`__proto__\``);
    }
    return copy;
  }

  /** Names are texts, too. @param {string} text */
  #count(text) {
    this.#length += text.length;
    if (this.#length > this.#limits.length) this.#limit(`characters: at most ${this.#limits.length}`);
  }

  /** @param {string} what @returns {never} */
  #limit(what) {
    throw new CanCuocError("limit.input", `${this.#name}, ${what}`);
  }
}

/**
 * Freezes a plain value to its leaves; bytes cannot be frozen and stay as they are.
 * @template T
 * @param {T} value
 * @returns {Readonly<T>}
 */
export function freeze(value) {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const member of Object.values(value)) freeze(member);
    Object.freeze(value);
  }
  return value;
}

/**
 * The options as the core wants them: the day filled in.
 * @param {object} [options]
 * @returns {Record<string, unknown>}
 */
export function withDay(options) {
  if (options !== undefined && (typeof options !== "object" || options === null)) {
    throw new CanCuocError("input.type", "options is not an object");
  }
  return { on: today(), ...plain(options ?? {}, "options") };
}

/** Minutes by which Việt Nam is ahead of UTC; it has no summer time. */
const UTC_OFFSET = 7 * 60;

/** Today in Việt Nam, on every machine, `YYYY-MM-DD`. */
export function today() {
  return new Date(Date.now() + UTC_OFFSET * 60_000).toISOString().slice(0, 10);
}

/**
 * @param {unknown} value
 * @param {string} name of the argument, for the error
 * @returns {string}
 */
export function asText(value, name) {
  if (typeof value !== "string") throw new CanCuocError("input.type", `${name} is not a string`);
  return value;
}

/**
 * @param {unknown} value
 * @param {string} name of the argument, for the error
 * @returns {Uint8Array}
 */
export function asBytes(value, name) {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new CanCuocError("input.type", `${name} is not bytes`);
}
