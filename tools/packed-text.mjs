// Bytes that are mostly UTF-8, as JavaScript: words as words, so that they compress as words.

/** What a byte that is no part of UTF-8 becomes: U+E000 and its number. */
const ALONE = 0xe000;

/** How UTF-8 of U+E000 to U+EFFF begins, which thus cannot stand for itself. */
const FIRST_OF_ALONE = 0xee;

/**
 * The bytes as a text of JavaScript, in the quotes that JSON does not need. `toBytes` of `npm/packs.js` reads it.
 * @param {Uint8Array} bytes
 */
export function packedText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = signLength(bytes[at] ?? 0);
    const sign = length && strict(bytes.subarray(at, at + length));
    text += sign || String.fromCharCode(ALONE + (bytes[at] ?? 0));
    at += sign ? length : 1;
  }
  return quoted(text);
}

/** Bytes of a sign that begins so; 0 where none does. @param {number} first */
function signLength(first) {
  if (first < 0x80) return 1;
  if (first === FIRST_OF_ALONE) return 0;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The sign, where the bytes are UTF-8 of one. @param {Uint8Array} bytes */
function strict(bytes) {
  try {
    return UTF8.decode(bytes);
  } catch {
    return "";
  }
}

/** @param {string} text */
function quoted(text) {
  const escaped = {
    "\\": "\\\\",
    "'": "\\'",
    "\n": "\\n",
    "\r": "\\r",
    "\0": "\\x00",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
  };
  return `'${text.replace(/[\\'\n\r\0\u2028\u2029]/g, (sign) => escaped[/** @type {"'"} */ (sign)])}'`;
}
