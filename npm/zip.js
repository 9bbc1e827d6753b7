import { CanCuocError } from "./error.js";
import { Inflate } from "./vendor/fflate.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ files: number, file: number, all: number }} Limits entries, bytes of one, bytes of all */

/**
 * The files of an archive, as far as its directory, its entries and their contents agree (APPNOTE.TXT 4.3 to 4.5).
 * What the directory says of sizes is not believed: unpacking stops at the limit, whatever was promised, and entries
 * that share bytes are no archive.
 * @param {Bytes} bytes
 * @param {Limits} limits
 * @returns {[string, Bytes][]}
 * @throws {CanCuocError} `chipFiles.zip`, `limit.input`
 */
export function unzip(bytes, limits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {Entry[]} */ let entries;
  try {
    entries = directory(view, limits);
  } catch (error) {
    // A place that lies outside of the archive.
    if (error instanceof RangeError) throw broken();
    throw error;
  }
  refuseOverlaps(entries, view.byteLength);
  let left = limits.all;
  return entries.map(({ name, method, start, packed, size, sum }) => {
    const most = Math.min(limits.file, left);
    if (size > most) throw tooMuch("bytes in the archive", most);
    const slice = bytes.slice(start, start + packed);
    const content = method === 8 ? inflate(slice, size) : slice;
    if (content.length !== size || checksum(content) !== sum) throw broken();
    left -= size;
    return [name, content];
  });
}

/**
 * @typedef {{ name: string, method: number, from: number, start: number, packed: number, size: number, sum: number }}
 *   Entry `from` its local header, `start` its packed bytes
 */

/** @param {DataView} view @param {Limits} limits @returns {Entry[]} */
function directory(view, limits) {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  // Folders are entries, too.
  if (count > 4 * limits.files) throw tooMuch("entries in the archive", 4 * limits.files);
  /** @type {Entry[]} */ const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw broken();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, length));
    if (!name.endsWith("/")) {
      if (flags & 1 || (method !== 0 && method !== 8)) throw broken();
      const from = view.getUint32(at + 42, true);
      if (view.getUint32(from, true) !== 0x04034b50) throw broken();
      const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
      const [sum, packed, size] = [16, 20, 24].map((place) => view.getUint32(at + place, true));
      entries.push({ name, method, from, start, packed, size, sum });
      if (entries.length > limits.files) throw tooMuch("files in the archive", limits.files);
    }
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Its record is the last one, behind which only its own remark stands. @param {DataView} view */
function endOfDirectory(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50 && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw broken();
}

/** @param {Entry[]} entries @param {number} length */
function refuseOverlaps(entries, length) {
  let free = 0;
  for (const { from, start, packed } of [...entries].sort((one, other) => one.from - other.from)) {
    if (from < free) throw broken();
    free = start + packed;
    if (free > length) throw broken();
  }
}

/** So much is unpacked at a time; what comes of it is at most some 1,000 times as long (RFC 1951). */
const STEP = 1024;

/**
 * @param {Bytes} packed
 * @param {number} size what the directory promises; one byte more ends it
 * @returns {Bytes}
 */
function inflate(packed, size) {
  const content = new Uint8Array(size);
  let filled = 0;
  const take = (/** @type {Uint8Array} */ part) => {
    if (filled + part.length > size) throw broken();
    content.set(part, filled);
    filled += part.length;
  };
  const stream = new Inflate(take);
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    throw broken();
  }
  if (filled < size) throw broken();
  return content;
}

/** @type {Int32Array | undefined} */ let table;

/** CRC-32 (ISO/IEC 3309). @param {Uint8Array} bytes */
function checksum(bytes) {
  table ??= Int32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 0xff];
  return ~sum >>> 0;
}

function broken() {
  return new CanCuocError("chipFiles.zip", "the archive is damaged, encrypted, or not what its directory says");
}

/** @param {string} what @param {number} limit */
function tooMuch(what, limit) {
  return new CanCuocError("limit.input", `${what}: at most ${limit}`);
}
