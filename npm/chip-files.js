import { bytesOf } from "./bytes-of-text.js";
import { CanCuocError } from "./error.js";
import { unzip } from "./zip.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * What one export may hold. A chip has at most 20 files; DG2 is the largest with some 100 KB, twice that in digits.
 * `values`: members of a JSON, `name`: characters of one that are looked at.
 */
const LIMITS = { input: 4 << 20, files: 64, file: 2 << 20, all: 4 << 20, values: 1_000, name: 200 };

/** @type {typeof import("./chip-files.js").chipFiles} */
export async function chipFiles(source) {
  const found = new Found();
  for (const [name, read] of sources(source)) found.take(name, await read());
  if (Object.keys(found.files).length === 0) {
    throw new CanCuocError("chipFiles.empty", "no file of a chip: EF.SOD, DG1, DG2, …");
  }
  return found;
}

/** @type {typeof import("./chip-files.js").chipFileName} */
export function chipFileName(name) {
  const stem = name
    .slice(-LIMITS.name)
    .replace(/^.*[\\/]/, "")
    .replace(/\.(bin|dat|hex|der|raw|tlv)$/i, "")
    .toUpperCase();
  const group = /(?:^|[^A-Z]|EF)(?:DG|DATA[ _.-]?GROUP)[ _.-]?0*(\d{1,2})(?!\d)/.exec(stem);
  if (group) return groupName(Number(group[1]));
  for (const [name, spelling] of WORDS) if (spelling.test(stem)) return name;
  // File identifiers of Doc 9303-10, 3.5.
  const id = /^(?:EF)?[ _.-]?(?:0X)?01([0-9A-F]{2})$/.exec(stem)?.[1];
  if (!id) return undefined;
  return (
    /** @type {Record<string, string>} */ ({ "1C": "EF.CardAccess", "1D": "EF.SOD", "1E": "EF.COM" })[id] ??
    groupName(Number.parseInt(id, 16))
  );
}

/** @type {[string, RegExp][]} */
const WORDS = [
  // A word for "bytes" may stand around the name, as in sodData, rawSOD, comHex.
  ["EF.SOD", /(?:^|[^A-Z]|EF|RAW)SOD(?:DATA|RAW|BYTES?|HEX|B64|BASE64)*(?![A-Z])/],
  ["EF.COM", /(?:^|[^A-Z]|EF|RAW)COM(?:DATA|RAW|BYTES?|HEX|B64|BASE64)*(?![A-Z])/],
  ["EF.CardAccess", /(?:^|[^A-Z]|EF)CARD[ _.-]?ACCESS(?![A-Z])/],
  ["EF.CardSecurity", /(?:^|[^A-Z]|EF)CARD[ _.-]?SECURITY(?![A-Z])/],
];

class Found {
  /** @type {Record<string, Bytes>} */ files = {};
  /** @type {Record<string, any>} */ trust = {};
  /** @type {string[]} */ ignored = [];
  /** Members of JSON so far. */
  #values = 0;

  /**
   * One file: an archive, a JSON text, or a file of the chip.
   * @param {string} name
   * @param {Bytes} bytes
   */
  take(name, bytes) {
    if (startsWith(bytes, [0x50, 0x4b, 3, 4])) this.#takeZip(bytes);
    else if (looksLikeJson(bytes)) this.#takeJson(new TextDecoder().decode(bytes));
    else this.#put(chipFileName(name) ?? nameByTag(bytes), name, bytes);
  }

  /** @param {Bytes} bytes */
  #takeZip(bytes) {
    for (const [name, content] of unzip(bytes, LIMITS)) {
      // An archive within the archive is not opened.
      if (looksLikeJson(content)) this.#takeJson(new TextDecoder().decode(content));
      else this.#put(chipFileName(name) ?? nameByTag(content), name, content);
    }
  }

  /** @param {string} text */
  #takeJson(text) {
    const json = parsed(text);
    /** @type {Record<string, unknown>} */ const recorded = {};
    const take = (/** @type {string} */ name, /** @type {unknown} */ value) => {
      this.#count();
      const part = RECORDED[name.slice(0, LIMITS.name).toLowerCase()];
      if (part) recorded[part] = value;
      else this.#putText(name, value);
    };
    for (const [name, value] of Object.entries(json)) {
      if (name === "activeAuthentication" || name === "chipAuthentication")
        this.trust[name] = this.#evidence(name, value);
      else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        for (const [inner, text] of Object.entries(value)) take(inner, text);
      } else take(name, value);
    }
    if ("challenge" in recorded && "response" in recorded)
      this.trust.activeAuthentication ??= this.#evidence("", recorded);
    else for (const part of Object.keys(recorded)) this.ignored.push(`activeAuthentication.${part}`);
  }

  #count() {
    this.#values += 1;
    if (this.#values > LIMITS.values) throw tooMuch(`members of the JSON: at most ${LIMITS.values}`);
  }

  /** @param {string} name @param {any} value */
  #evidence(name, value) {
    if (typeof value !== "object" || value === null) throw new CanCuocError("chipFiles.json", "evidence is an object");
    /** @type {Record<string, unknown>} */ const parts = {};
    for (const [key, part] of Object.entries(value)) {
      this.#count();
      if (key === "origin") continue;
      if (!EVIDENCE.includes(key)) {
        this.ignored.push(`${name}.${key}`);
        continue;
      }
      parts[key] = key === "keyId" ? part : bytesOf(part);
      if (parts[key] === undefined)
        throw new CanCuocError("chipFiles.json", `evidence: ${key} is neither base64 nor hexadecimal`);
    }
    // Whatever the file says: its challenge or key came with it.
    return { ...parts, origin: "recorded" };
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  #putText(name, value) {
    const bytes = bytesOf(value);
    const known = chipFileName(name) ?? (bytes && nameByTag(bytes));
    if (bytes) this.#put(known, name, bytes);
    else if (known) this.ignored.push(name); // else a number, a remark: no file at all
  }

  /**
   * @param {string | undefined} known
   * @param {string} name
   * @param {Bytes} bytes
   */
  #put(known, name, bytes) {
    if (!known || Object.hasOwn(this.files, known)) this.ignored.push(name);
    else this.files[known] = bytes;
  }
}

/**
 * The parts of what was given, each with its name and a way to its bytes.
 * @param {any} source
 * @returns {[string, () => Promise<Bytes> | Bytes][]}
 */
function sources(source) {
  if (typeof source === "string") return [["", () => new TextEncoder().encode(within(source, source.length))]];
  if (source instanceof ArrayBuffer) return [["", () => new Uint8Array(within(source, source.byteLength))]];
  if (source instanceof Uint8Array) return [["", () => new Uint8Array(within(source, source.byteLength))]];
  if (source instanceof Blob) return [blob(source)];
  const list =
    source && typeof source === "object" && (Symbol.iterator in source || "length" in source) ? Array.from(source) : [];
  if (list.length === 0 || !list.every((item) => item instanceof Blob)) {
    throw new CanCuocError("input.type", "a ZIP, a JSON, or files");
  }
  within(list, list.length, LIMITS.files);
  within(
    list,
    list.reduce((sum, { size }) => sum + size, 0),
  );
  return list.map(blob);
}

/**
 * @param {Blob & { name?: string }} file
 * @returns {[string, () => Promise<Bytes>]}
 */
function blob(file) {
  within(file, file.size);
  return [file.name ?? "", async () => new Uint8Array(await file.arrayBuffer())];
}

/**
 * @template T
 * @param {T} value
 * @param {number} size
 */
function within(value, size, limit = LIMITS.input) {
  if (size > limit) throw tooMuch(`input: at most ${limit}`);
  return value;
}

/**
 * What readers call the two parts of active authentication when they write them beside the files (AndyQ's
 * NFCPassportReader: `AAChallenge`, `AASignature`).
 * @type {Record<string, "challenge" | "response">}
 */
const RECORDED = { __proto__: null, aachallenge: "challenge", aasignature: "response" };

/** The members of `Trust`'s evidence; `origin` is not the file's to say. */
const EVIDENCE = [
  ["challenge", "response"],
  ["terminalPrivateKey", "keyId", "mappingPublicKey", "chipAuthenticationData"],
].flat();

/** What parsing costs beside the letters: quotes, commas and brackets. @param {string} text */
function signs(text) {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 0x22 || letter === 0x2c || letter === 0x5b || letter === 0x7b) count += 1;
  }
  return count;
}

/** @param {string} text @returns {object} */
function parsed(text) {
  if (signs(text) > 8 * LIMITS.values) throw tooMuch(`members of the JSON: at most ${LIMITS.values}`);
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    // Its message would quote the text, which may be a person's.
    throw new CanCuocError("chipFiles.json", "the text is no JSON");
  }
  if (typeof json !== "object" || json === null)
    throw new CanCuocError("chipFiles.json", "an object of names and base64 is needed");
  return json;
}

/**
 * By the tag (Doc 9303-10, table 35) of a file that its length fills, but for what a reader left behind it.
 * @param {Uint8Array} bytes
 */
function nameByTag(bytes) {
  const [, first = 0] = bytes;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (octets > 4) return undefined;
  const length = octets ? bytes.slice(2, 2 + octets).reduce((sum, byte) => sum * 256 + byte, 0) : first;
  const end = 2 + octets + length;
  if (end > bytes.length || !isLeftBehind(bytes.subarray(end))) return undefined;
  if (bytes[0] === 0x77) return "EF.SOD";
  if (bytes[0] === 0x60) return "EF.COM";
  const group = [
    0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70,
  ].indexOf(bytes[0]);
  return groupName(group + 1);
}

/**
 * The status word of the last command, or the rest of the last block. Anything else is another file's.
 * @param {Uint8Array} tail
 */
function isLeftBehind(tail) {
  if (tail.length === 2 && tail[0] === 0x90 && tail[1] === 0) return true;
  return tail.every((byte) => byte === 0) || tail.every((byte) => byte === 0xff);
}

/** @param {number} number */
function groupName(number) {
  return number >= 1 && number <= 16 ? `DG${number}` : undefined;
}

/**
 * `{` behind a byte order mark and spaces.
 * @param {Uint8Array} bytes
 */
function looksLikeJson(bytes) {
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (bytes[at] === 0x20 || (bytes[at] >= 9 && bytes[at] <= 13)) at += 1;
  return bytes[at] === 0x7b;
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} start
 */
function startsWith(bytes, start) {
  return start.every((byte, at) => bytes[at] === byte);
}

/** @param {string} what */
function tooMuch(what) {
  return new CanCuocError("limit.input", what);
}
