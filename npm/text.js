import { core } from "./core.js";
import { CanCuocError } from "./error.js";
import { fromJson, optionsJson } from "./plain.js";

/** Characters or bytes that the core takes at most. */
const LONGEST = 1 << 20;

/** The double-byte encodings that QR decoders guess. Their tables are big, so the platform's are asked. */
const CHARSETS = ["big5", "shift_jis", "gb18030"];

/** @type {typeof import("./text.js").repairText} */
export function repairText(text, options) {
  if (typeof text !== "string") throw new CanCuocError("input.type", "text is not a string");
  limited(text);
  prepareText(text);
  return fromJson(core.call((glue) => glue.repairText(text, optionsJson(options))));
}

/** @type {typeof import("./text.js").decodeText} */
export function decodeText(bytes, options) {
  if (!(bytes instanceof Uint8Array)) throw new CanCuocError("input.type", "bytes is not a Uint8Array");
  limited(bytes);
  prepareText(bytes);
  return fromJson(core.call((glue) => glue.decodeBytes(bytes, optionsJson(options))));
}

/**
 * What comes before the core reads a payload that may have been misread as Chinese or Japanese: the tables for
 * the way back are made, once, of the platform's `TextDecoder`. Other text costs one look.
 * @param {string | Uint8Array} payload
 */
export function prepareText(payload) {
  const text = typeof payload === "string" ? payload : asciiOnly(payload) ? "" : new TextDecoder().decode(payload);
  if (!/[\u2e80-\uffef]|[\ud840-\ud8bf]/.test(text)) return;
  if (!core.call((glue) => glue.needsTable(text))) return;
  for (const name of CHARSETS) {
    const cells = codePoints(name);
    if (cells) core.call((glue) => glue.loadCharset(name, cells));
  }
}

/**
 * The code points of all pairs of bytes, as `ReverseTable::new` of the core wants them; nothing when the
 * platform does not know the encoding.
 * @param {string} name
 * @returns {Uint8Array | undefined}
 */
function codePoints(name) {
  let decoder;
  try {
    decoder = new TextDecoder(name);
  } catch {
    return undefined;
  }
  // One text of all pairs, each on a line of its own: a line break is no part of any pair.
  const leads = 126;
  const trails = 191;
  const pairs = new Uint8Array(leads * trails * 3).fill(0x0a);
  for (let cell = 0; cell < leads * trails; cell++) {
    pairs[cell * 3] = 0x81 + Math.floor(cell / trails);
    pairs[cell * 3 + 1] = 0x40 + (cell % trails);
  }
  const lines = decoder.decode(pairs).split("\n");
  const cells = new DataView(new ArrayBuffer(leads * trails * 4));
  for (let cell = 0; cell < leads * trails; cell++) {
    const [letter, more] = lines[cell] ?? "";
    const code = letter === undefined || more !== undefined || letter === "\ufffd" ? 0 : letter.codePointAt(0) ?? 0;
    cells.setUint32(cell * 4, code, true);
  }
  return new Uint8Array(cells.buffer);
}

/** @param {Uint8Array} bytes */
function asciiOnly(bytes) {
  return bytes.every((byte) => byte < 0x80);
}

/** @param {string | Uint8Array} value */
function limited(value) {
  if (value.length > LONGEST) throw new CanCuocError("limit.input", `text: at most ${LONGEST}`);
}
