/**
 * A sealed form as a row of QR codes, and back: `CC1 <of> <number> <check>` and a slice of the compressed JSON. The
 * codes may be seen in any order and any number of times.
 */

/** Bytes of one part: a code of this size is still read from a screen at arm's length. */
const SLICE = 300;

/** The most parts: more is a file's matter. */
const MOST = 200;

/** @param {unknown} application @returns {Promise<Uint8Array[]>} */
export async function splitForCodes(application) {
  const data = await pack(new TextEncoder().encode(JSON.stringify(application)));
  const check = await checkOf(data);
  const count = Math.ceil(data.length / SLICE);
  if (count > MOST) throw new RangeError("too large for codes");
  return Array.from({ length: count }, (_, index) => {
    const head = new TextEncoder().encode(`CC1 ${count} ${index} ${check}\n`);
    const slice = data.subarray(index * SLICE, (index + 1) * SLICE);
    const part = new Uint8Array(head.length + slice.length);
    part.set(head);
    part.set(slice, head.length);
    return part;
  });
}

/** Collects parts; `add` says what is still missing. */
export class CodeCollector {
  #check = "";
  #count = 0;
  /** @type {Map<number, Uint8Array>} */ #got = new Map();

  /** @param {Uint8Array} bytes @returns {boolean} whether this is one of ours */
  add(bytes) {
    const end = bytes.indexOf(10);
    const head =
      end > 0 && end < 60
        ? /^CC1 (\d{1,3}) (\d{1,3}) ([0-9a-f]{16})$/.exec(new TextDecoder().decode(bytes.subarray(0, end)))
        : null;
    if (!head) return false;
    const [count, index] = [Number(head[1]), Number(head[2])];
    if (count < 1 || count > MOST || index >= count) return false;
    if (head[3] !== this.#check || count !== this.#count) {
      this.#got.clear();
      [this.#check, this.#count] = [head[3], count];
    }
    this.#got.set(index, bytes.slice(end + 1));
    return true;
  }

  get count() {
    return this.#count;
  }

  get got() {
    return new Set(this.#got.keys());
  }

  get complete() {
    return this.#count > 0 && this.#got.size === this.#count;
  }

  /** @returns {Promise<any>} the form; throws when the parts do not fit together */
  async value() {
    const slices = Array.from({ length: this.#count }, (_, index) => /** @type {Uint8Array} */ (this.#got.get(index)));
    const data = new Uint8Array(slices.reduce((sum, slice) => sum + slice.length, 0));
    let at = 0;
    for (const slice of slices) {
      data.set(slice, at);
      at += slice.length;
    }
    if ((await checkOf(data)) !== this.#check) throw new TypeError("the parts do not fit");
    return JSON.parse(new TextDecoder().decode(await unpack(data)));
  }
}

/** @param {Uint8Array} bytes */
async function checkOf(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));
  return [...sum.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The first byte says how: 1 deflated, 0 as it is (browsers without CompressionStream). @param {Uint8Array} bytes */
async function pack(bytes) {
  const small = await through(bytes, "CompressionStream");
  return small ? tagged(1, small) : tagged(0, bytes);
}

/**
 * At most 4 MB come out: a code from a stranger must not fill the memory.
 * @param {Uint8Array} bytes @returns {Promise<Uint8Array>}
 */
async function unpack(bytes) {
  if (bytes[0] === 0) return bytes.subarray(1);
  const out = await through(bytes.subarray(1), "DecompressionStream");
  if (!out) throw new TypeError("this browser cannot unpack");
  return out;
}

/** @param {number} tag @param {Uint8Array} bytes */
function tagged(tag, bytes) {
  const out = new Uint8Array(bytes.length + 1);
  out[0] = tag;
  out.set(bytes, 1);
  return out;
}

/**
 * @param {Uint8Array} bytes @param {"CompressionStream" | "DecompressionStream"} name
 * @returns {Promise<Uint8Array | undefined>}
 */
async function through(bytes, name) {
  const Stream = /** @type {any} */ (globalThis)[name];
  if (!Stream) return undefined;
  const reader = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new Stream("deflate")).getReader();
  /** @type {Uint8Array[]} */ const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > 4_000_000) throw new RangeError("too large");
    chunks.push(value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
