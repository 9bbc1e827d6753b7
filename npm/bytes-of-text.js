/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * Hexadecimal or base64, also of the URL alphabet and as a data URL. One pass over the text, and nothing but the bytes
 * is made of it.
 * @param {unknown} value
 * @returns {Bytes | undefined}
 */
export function bytesOf(value) {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/^data:[^,]{0,200},/, "").replace(/\s+/g, "");
  const digits = text.replace(/^0x/i, "");
  const bytes = ofHexadecimal(digits);
  if (bytes || digits !== text) return bytes;
  return ofBase64(text);
}

/** @param {string} digits @returns {Bytes | undefined} */
function ofHexadecimal(digits) {
  if (digits.length === 0 || digits.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    const high = nibble(digits.charCodeAt(2 * at));
    const low = nibble(digits.charCodeAt(2 * at + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[at] = 16 * high + low;
  }
  return bytes;
}

/** @param {number} letter @returns {number} -1 for none */
function nibble(letter) {
  if (letter >= 48 && letter <= 57) return letter - 48;
  const small = letter | 32;
  return small >= 97 && small <= 102 ? small - 87 : -1;
}

/** @param {string} text @returns {Bytes | undefined} */
function ofBase64(text) {
  let letters;
  try {
    letters = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
