import { CanCuocError } from "./error.js";
import * as glue from "./glue/chip.js";
import { WasmModule } from "./module.js";
import { asBytes, freeze, plain, withDay } from "./plain.js";

const chip = new WasmModule("chip", glue, () => new URL("./chip.wasm", import.meta.url));

/** More than any chip and its master lists; longer input is not even copied. */
const LONGEST = 128 << 20;

/** @type {typeof import("./chip.js").default} */
export default function init(source) {
  return chip.init(source);
}

/** @type {typeof import("./chip.js").readChip} */
export function readChip(files, trust, options) {
  if (typeof files !== "object" || files === null) {
    throw new CanCuocError("input.type", "files is a record of bytes by file name");
  }
  const named = Object.entries(files).filter(([, bytes]) => bytes !== undefined);
  const given = Object.fromEntries(named.map(([name, bytes]) => [name, asBytes(bytes, name)]));
  const trusted = trustOf(trust ?? {});
  limit([...Object.values(given), ...bytesOf(trusted)]);
  return freeze(chip.call((glue) => glue.readChip(given, trusted, withDay(options))));
}

/** @type {typeof import("./chip.js").describeTrust} */
export function describeTrust(file) {
  const der = fromPem(asBytes(file, "file"));
  limit([der]);
  const described = chip.call((glue) => glue.describeTrust(der));
  return freeze({ ...described, der });
}

/**
 * What the caller trusts, its bytes as the core takes them.
 * @param {import("./chip.js").Trust} trust
 */
function trustOf({ anchors, masterLists, crls, at, activeAuthentication, chipAuthentication, policy }) {
  const der = (/** @type {unknown} */ bytes, /** @type {string} */ name) => fromPem(asBytes(bytes, `trust.${name}`));
  /** @type {Record<string, unknown>} */
  const given = {
    anchors: items(anchors, "anchors").map((anchor) => der(anchor, "anchors")),
    masterLists: items(masterLists, "masterLists").map((pair) => ({
      list: der(pair?.list, "masterLists.list"),
      anchor: der(pair?.anchor, "masterLists.anchor"),
    })),
    crls: items(crls, "crls").map((list) => der(list, "crls")),
    at,
    activeAuthentication: evidence(activeAuthentication, "activeAuthentication", ["challenge", "response"]),
    chipAuthentication: chipEvidence(chipAuthentication),
    policy: policy && plain(policy, "trust.policy"),
  };
  if (at !== undefined) given.at = plain(at, "trust.at");
  return withoutUndefined(given);
}

/** @param {any} recorded */
function chipEvidence(recorded) {
  if (!recorded) return undefined;
  if (!("terminalPrivateKey" in recorded)) {
    return evidence(recorded, "chipAuthentication", ["mappingPublicKey", "chipAuthenticationData"]);
  }
  const pair = evidence(recorded, "chipAuthentication", ["terminalPrivateKey", "response"]);
  return recorded.keyId === undefined ? pair : { ...pair, keyId: plain(recorded.keyId, "trust.chipAuthentication.keyId") };
}

/** @param {any} recorded @param {string} name @param {string[]} keys */
function evidence(recorded, name, keys) {
  if (!recorded) return undefined;
  return Object.fromEntries(keys.map((key) => [key, asBytes(recorded[key], `trust.${name}.${key}`)]));
}

/** @param {Record<string, unknown>} members */
function withoutUndefined(members) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** The bytes that are to be copied. @param {unknown} value @returns {Uint8Array[]} */
function bytesOf(value) {
  if (value instanceof Uint8Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(bytesOf) : [];
}

/** @param {Uint8Array[]} all */
function limit(all) {
  const bytes = all.reduce((sum, { length }) => sum + length, 0);
  if (bytes > LONGEST) throw new CanCuocError("limit.input", `files and lists together, bytes: at most ${LONGEST}`);
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
