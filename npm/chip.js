import { CanCuocError } from "./error.js";
import * as glue from "./glue/chip.js";
import { WasmModule } from "./module.js";
import { freeze, today } from "./plain.js";

const chip = new WasmModule("chip", glue, () => new URL("./chip.wasm", import.meta.url));

/** More than any chip and its master lists; longer input is not even copied. */
const LONGEST = 128 << 20;

/** @type {typeof import("./chip.js").default} */
export default function init(source) {
  return chip.init(source);
}

/** @type {typeof import("./chip.js").readChip} */
export function readChip(files, trust, options) {
  if (typeof files !== "object" || files === null) throw new CanCuocError("input.type", "files is a record of bytes by file name");
  const parcel = new Parcel();
  const { on = today(), locale = "vi" } = options ?? {};
  parcel.words(Part.on, on);
  parcel.words(Part.locale, locale);
  const named = Object.entries(files).filter(([, bytes]) => bytes !== undefined);
  for (const [name, bytes] of named) {
    parcel.words(Part.file, name);
    parcel.put(Part.file, bytes, name);
  }
  putTrust(parcel, trust ?? {});
  const reading = JSON.parse(chip.call((glue) => glue.readChip(parcel.bytes(), parcel.layout())));
  if (reading.portrait) {
    const { offset, length, ...portrait } = reading.portrait;
    const dg2 = named.find(([name]) => /^(EF[._])?DG2$/i.test(name.trim()))?.[1];
    reading.portrait = { ...portrait, bytes: asBytes(dg2, "DG2").slice(offset, offset + length) };
  }
  return freeze(reading);
}

/** @type {typeof import("./chip.js").describeTrust} */
export function describeTrust(file) {
  const der = fromPem(asBytes(file, "file"));
  const described = JSON.parse(chip.call((glue) => glue.describeTrust(der)));
  return freeze({ ...described, der });
}

/** What a part of the parcel is; the same numbers stand in `src/wasm/chip.rs`. */
const Part = { on: 0, locale: 1, file: 2, anchor: 3, masterList: 4, crl: 5, active: 6, agreement: 7, keyId: 8, mapping: 9, at: 10, policy: 11 };

/**
 * @param {Parcel} parcel
 * @param {import("./chip.js").Trust} trust
 */
function putTrust(parcel, trust) {
  const put = (/** @type {number} */ kind, /** @type {string} */ name, /** @type {Record<string, any>} */ pair, /** @type {string[]} */ keys) => {
    for (const key of keys) parcel.put(kind, pair?.[key], `trust.${name}.${key}`);
  };
  const pem = (/** @type {number} */ kind, /** @type {string} */ name, /** @type {unknown} */ bytes) => parcel.put(kind, fromPem(asBytes(bytes, name)), name);
  for (const anchor of items(trust.anchors, "anchors")) pem(Part.anchor, "trust.anchors", anchor);
  for (const pair of items(trust.masterLists, "masterLists")) {
    pem(Part.masterList, "trust.masterLists.list", pair?.list);
    pem(Part.masterList, "trust.masterLists.anchor", pair?.anchor);
  }
  for (const list of items(trust.crls, "crls")) pem(Part.crl, "trust.crls", list);
  const { activeAuthentication: active, chipAuthentication: evidence, at, policy } = trust;
  if (active) put(Part.active, "activeAuthentication", active, ["challenge", "response"]);
  if (evidence && "terminalPrivateKey" in evidence) {
    if (evidence.keyId !== undefined) parcel.words(Part.keyId, evidence.keyId);
    put(Part.agreement, "chipAuthentication", evidence, ["terminalPrivateKey", "response"]);
  } else if (evidence) {
    put(Part.mapping, "chipAuthentication", evidence, ["mappingPublicKey", "chipAuthenticationData"]);
  }
  if (at !== undefined) parcel.words(Part.at, at);
  for (const [name, word] of Object.entries(policy ?? {})) {
    if (word === undefined) continue;
    parcel.words(Part.policy, name);
    parcel.words(Part.policy, word);
  }
}

/** Many byte strings as one, in the order in which they were put, and what each is. */
class Parcel {
  /** @type {Uint8Array[]} */ #parts = [];
  /** @type {number[]} */ #layout = [];
  #length = 0;

  /**
   * @param {number} kind
   * @param {unknown} value
   * @param {string} name for the error
   */
  put(kind, value, name) {
    const bytes = asBytes(value, name);
    this.#length += bytes.length;
    if (this.#length > LONGEST) throw new CanCuocError("limit.input", `files and lists together, bytes: at most ${LONGEST}`);
    this.#parts.push(bytes);
    this.#layout.push(kind, bytes.length);
  }

  /**
   * What is no text is no day and no word either: the core says so.
   * @param {number} kind
   * @param {unknown} text
   */
  words(kind, text) {
    this.put(kind, new TextEncoder().encode(typeof text === "object" ? "?" : String(text)), "text");
  }

  bytes() {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  layout() {
    return Uint32Array.from(this.#layout);
  }
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {Uint8Array}
 */
function asBytes(value, name) {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new CanCuocError("input.type", `${name} is bytes`);
}

/**
 * @template T
 * @param {T[] | undefined} list
 * @param {string} name
 * @returns {T[]}
 */
function items(list, name) {
  if (list === undefined || list === null) return [];
  if (Array.isArray(list)) return list;
  throw new CanCuocError("input.type", `trust.${name} is an array`);
}

/**
 * DER, also when it came as the text of RFC 7468 (`-----BEGIN …-----`).
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
function fromPem(bytes) {
  const begin = [..."-----BEGIN "].every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (!begin) return bytes;
  const text = new TextDecoder().decode(bytes);
  const body = /-----BEGIN [^-]+-----([^-]*)-----END /.exec(text)?.[1] ?? "";
  try {
    return Uint8Array.from(atob(body.replace(/\s+/g, "")), (letter) => letter.charCodeAt(0));
  } catch {
    return bytes;
  }
}
