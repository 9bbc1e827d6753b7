import { chip } from "./chip-module.js";
import { CanCuocError } from "./error.js";
import { judgeBy } from "./evidence.js";
import { asBytes, freeze, guarded, plain, withDay } from "./plain.js";

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
  const given = guarded("files", () => {
    const named = Object.entries(files).filter(([, bytes]) => bytes !== undefined);
    return Object.fromEntries(named.map(([name, bytes]) => [name, asBytes(bytes, name)]));
  });
  const trusted = guarded("trust", () => trustOf(trust ?? {}));
  limit([...Object.values(given), ...bytesOf(trusted)]);
  return freeze(chip.call((glue) => glue.readChip(given, trusted, withDay(options))));
}

// An application is held against its applicant's chip only where this module is there.
judgeBy(readChip);

/** @type {typeof import("./chip.js").describeTrust} */
export function describeTrust(file) {
  const bytes = asBytes(file, "file");
  limit([bytes]);
  const described = chip.call((glue) => glue.describeTrust(bytes));
  const [part] = described.parts;
  return freeze({ ...described, der: described.parts.length === 1 && part.der.length > 0 ? part.der : bytes });
}

/**
 * What the caller trusts, its bytes as the core takes them.
 * @param {import("./chip.js").Trust} trust
 */
function trustOf({ anchors, masterLists, crls, at, activeAuthentication, chipAuthentication, policy }) {
  const file = (/** @type {unknown} */ bytes, /** @type {string} */ name) => asBytes(bytes, `trust.${name}`);
  /** @type {Record<string, unknown>} */
  const given = {
    anchors: items(anchors, "anchors").map((anchor) => file(anchor, "anchors")),
    masterLists: items(masterLists, "masterLists").map((pair) => ({
      list: file(pair?.list, "masterLists.list"),
      anchor: file(pair?.anchor, "masterLists.anchor"),
    })),
    crls: items(crls, "crls").map((list) => file(list, "crls")),
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
  return recorded.keyId === undefined
    ? pair
    : { ...pair, keyId: plain(recorded.keyId, "trust.chipAuthentication.keyId") };
}

/** @param {any} recorded @param {string} name @param {string[]} keys */
function evidence(recorded, name, keys) {
  if (!recorded) return undefined;
  const bytes = Object.fromEntries(keys.map((key) => [key, asBytes(recorded[key], `trust.${name}.${key}`)]));
  return recorded.origin === undefined ? bytes : { ...bytes, origin: plain(recorded.origin, `trust.${name}.origin`) };
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
