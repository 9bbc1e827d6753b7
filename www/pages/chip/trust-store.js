/**
 * The anchors, master lists and revocation lists that this browser's user trusts: kept in IndexedDB, by their SHA-256.
 *
 * @typedef {{ fingerprint: string, kind: "certificate" | "masterList" | "crl", bytes: Uint8Array, file: string, country: string }} Kept
 */
export class TrustStore {
  /** @type {Promise<IDBDatabase> | undefined} */ #database;
  /** Without IndexedDB (a private window) what is added lasts as long as the page. @type {Map<string, Kept>} */ #here = new Map();

  /** @returns {Promise<Kept[]>} by kind, then country */
  async all() {
    const kept = await this.#do("readonly", (store) => store.getAll()).catch(() => []);
    const all = new Map([...kept.map((/** @type {Kept} */ one) => /** @type {[string, Kept]} */ ([one.fingerprint, one])), ...this.#here]);
    return [...all.values()].sort((one, other) => one.kind.localeCompare(other.kind) || one.country.localeCompare(other.country) || one.fingerprint.localeCompare(other.fingerprint));
  }

  /**
   * Takes certificates, master lists and revocation lists, in DER or PEM.
   * @param {Iterable<File>} files
   * @returns {Promise<string[]>} the names of files that are none of them
   */
  async add(files) {
    const refused = [];
    for (const file of files) {
      const found = file.size > LARGEST ? [] : parts(new Uint8Array(await file.arrayBuffer()));
      if (found.length === 0) refused.push(file.name);
      for (const bytes of found) {
        const kind = kindOf(bytes);
        if (!kind) {
          refused.push(file.name);
          continue;
        }
        const one = { fingerprint: await fingerprint(bytes), kind, bytes, file: file.name, country: countryOf(bytes) };
        await this.#do("readwrite", (store) => store.put(one)).catch(() => this.#here.set(one.fingerprint, one));
      }
    }
    return refused;
  }

  /** @param {string} fingerprint */
  async remove(fingerprint) {
    this.#here.delete(fingerprint);
    await this.#do("readwrite", (store) => store.delete(fingerprint)).catch(() => {});
  }

  /** As `readChip` takes it: a master list counts when any of the anchors signed it. */
  async trust() {
    const all = await this.all();
    const of = (/** @type {Kept["kind"]} */ kind) => all.filter((one) => one.kind === kind).map(({ bytes }) => bytes);
    const anchors = of("certificate");
    return { anchors, crls: of("crl"), masterLists: of("masterList").flatMap((list) => anchors.map((anchor) => ({ list, anchor }))) };
  }

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} use */
  async #do(mode, use) {
    this.#database ??= opening();
    const database = await this.#database.catch((error) => {
      this.#database = undefined;
      throw error;
    });
    return settled(use(database.transaction("trust", mode).objectStore("trust")));
  }
}

function opening() {
  const request = indexedDB.open("cancuoc.trust", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("trust", { keyPath: "fingerprint" });
  return settled(request);
}

/** @param {IDBRequest} request @returns {Promise<any>} */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One DER, or all blocks of a PEM. @param {Uint8Array} bytes @returns {Uint8Array[]} */
function parts(bytes) {
  if (bytes[0] === 0x30) return [bytes];
  const text = new TextDecoder().decode(bytes);
  return [...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END/g)].flatMap(([, body = ""]) => {
    try {
      return [Uint8Array.from(atob(body.replace(/\s+/g, "")), (letter) => letter.charCodeAt(0))];
    } catch {
      return [];
    }
  });
}

/**
 * Enough to sort a file; what it holds is read by the chip module.
 * @param {Uint8Array} bytes
 * @returns {Kept["kind"] | undefined}
 */
function kindOf(bytes) {
  const outer = content(bytes, 0);
  if (bytes[0] !== 0x30 || outer === undefined) return undefined;
  if (bytes[outer] === 0x06) return "masterList"; // ContentInfo begins with an object identifier
  const inner = bytes[outer] === 0x30 ? content(bytes, outer) : undefined;
  if (inner === undefined) return undefined;
  // A certificate of version 3 begins with [0]; a revocation list of version 2 with the INTEGER 1.
  if (bytes[inner] === 0xa0) return "certificate";
  return bytes[inner] === 0x02 && bytes[inner + 1] === 1 && bytes[inner + 2] === 1 && bytes[inner + 3] === 0x30 ? "crl" : undefined;
}

/** Where the content of the element at `at` begins. @param {Uint8Array} bytes @param {number} at */
function content(bytes, at) {
  const length = bytes[at + 1];
  if (length === undefined) return undefined;
  return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
}

/** The first countryName (2.5.4.6): of the issuer, who is the subject of an anchor. @param {Uint8Array} bytes */
function countryOf(bytes) {
  const mark = [0x55, 0x04, 0x06];
  for (let at = 0; at + 7 < bytes.length && at < 4096; at += 1) {
    if (mark.every((byte, k) => bytes[at + k] === byte) && bytes[at + 4] === 2) {
      return String.fromCharCode(...bytes.subarray(at + 5, at + 7)).toUpperCase().replace(/[^A-Z]/g, "?");
    }
  }
  return "";
}

/** @param {Uint8Array} bytes */
async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The largest master lists have some 2 MB. */
const LARGEST = 8 << 20;
