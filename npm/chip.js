import { CanCuocError } from "./error.js";
import * as glue from "./glue/chip.js";
import { WasmModule } from "./module.js";
import { freeze, optionsJson, toJson } from "./plain.js";

const chip = new WasmModule("chip", glue, () => new URL("./chip.wasm", import.meta.url));

/** More than any chip and its master lists; longer input is not even copied. */
const LONGEST = 128 << 20;

/** @type {typeof import("./chip.js").default} */
export default function init(source) {
  return chip.init(source);
}

/** @type {typeof import("./chip.js").readChip} */
export function readChip(files, trust = {}, options) {
  const parcel = new Parcel();
  if (typeof files !== "object" || files === null) throw new CanCuocError("input.type", "files is a record of bytes by file name");
  const named = Object.entries(files).filter(([, bytes]) => bytes !== undefined);
  const layout = { files: named.map(([name, bytes]) => [name, parcel.put(bytes, name)]), ...trustLayout(parcel, trust ?? {}) };
  const text = chip.call((glue) => glue.readChip(parcel.bytes(), toJson(layout, "trust"), optionsJson(options)));
  const reading = JSON.parse(text);
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

/**
 * What `src/wasm/chip.rs` calls the layout; the bytes go into the parcel in its order.
 * @param {Parcel} parcel
 * @param {import("./chip.js").Trust} trust
 */
function trustLayout(parcel, trust) {
  /** @type {Record<string, unknown>} */
  const layout = {};
  const put = (/** @type {unknown} */ bytes, /** @type {string} */ name) => parcel.put(bytes, `trust.${name}`);
  const pem = (/** @type {unknown} */ bytes, /** @type {string} */ name) => parcel.put(fromPem(asBytes(bytes, `trust.${name}`)), `trust.${name}`);
  layout.anchors = items(trust.anchors, "anchors").map((anchor) => pem(anchor, "anchors"));
  layout.masterLists = items(trust.masterLists, "masterLists").map((pair) => [pem(pair?.list, "masterLists.list"), pem(pair?.anchor, "masterLists.anchor")]);
  layout.crls = items(trust.crls, "crls").map((list) => pem(list, "crls"));
  const { activeAuthentication: active, chipAuthentication: evidence } = trust;
  if (active) layout.active = [put(active.challenge, "activeAuthentication.challenge"), put(active.response, "activeAuthentication.response")];
  if (evidence && "terminalPrivateKey" in evidence) {
    layout.agreement = [put(evidence.terminalPrivateKey, "chipAuthentication.terminalPrivateKey"), put(evidence.response, "chipAuthentication.response")];
    if (evidence.keyId !== undefined) layout.keyId = evidence.keyId;
  } else if (evidence) {
    layout.mapping = [put(evidence.mappingPublicKey, "chipAuthentication.mappingPublicKey"), put(evidence.chipAuthenticationData, "chipAuthentication.chipAuthenticationData")];
  }
  if (trust.at !== undefined) layout.at = trust.at;
  if (trust.policy !== undefined) layout.policy = trust.policy;
  return layout;
}

/** Many byte strings as one, in the order in which they were put. */
class Parcel {
  /** @type {Uint8Array[]} */ #parts = [];
  #length = 0;

  /**
   * @param {unknown} value
   * @param {string} name for the error
   * @returns {number} its length
   */
  put(value, name) {
    const bytes = asBytes(value, name);
    this.#length += bytes.length;
    if (this.#length > LONGEST) throw new CanCuocError("limit.input", `files and lists together, bytes: at most ${LONGEST}`);
    this.#parts.push(bytes);
    return bytes.length;
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
