import init, { describeTrust } from "../../../pkg/chip.js";
import { openDB } from "../../../pkg/vendor/idb.js";

/**
 * The anchors, master lists and revocation lists that this browser's user trusts: kept in IndexedDB, by their SHA-256.
 *
 * @typedef {{ fingerprint: string, kind: "certificate" | "masterList" | "revocationList", bytes: Uint8Array, file:
 * string, country: string,
 *   subject: string, certificates: number }} Kept
 */
export class TrustStore {
  /** @type {Promise<import("../../../pkg/vendor/idb.js").Database> | undefined} */ #database;
  /** Without IndexedDB (a private window) what is added lasts as long as the page. @type {Map<string, Kept>} */ #here =
    new Map();

  /** @returns {Promise<Kept[]>} by kind, then country */
  async all() {
    const kept = await this.#open()
      .then((database) => database.getAll(STORE))
      .catch(() => []);
    const all = new Map([
      ...kept.map((/** @type {Kept} */ one) => /** @type {[string, Kept]} */ ([one.fingerprint, one])),
      ...this.#here,
    ]);
    return [...all.values()].sort(
      (one, other) =>
        one.kind.localeCompare(other.kind) ||
        one.country.localeCompare(other.country) ||
        one.fingerprint.localeCompare(other.fingerprint),
    );
  }

  /**
   * Takes certificates, master lists and revocation lists, in DER or PEM.
   * @param {ArrayLike<File>} files
   * @param {{ signal?: AbortSignal, progress?: (done: number, all: number) => void }} [options] after a stop, what was
   * added stays
   * @returns {Promise<string[]>} the names of files that are none of them
   */
  async add(files, { signal, progress } = {}) {
    const refused = [];
    await init();
    const all = Array.from(files);
    for (const [at, file] of all.entries()) {
      if (signal?.aborted) break;
      progress?.(at, all.length);
      // A task of its own for each: the page shows how far it is, and hears a stop.
      await new Promise((done) => setTimeout(done));
      const found = file.size > LARGEST ? [] : parts(new Uint8Array(await file.arrayBuffer()));
      if (found.length === 0) refused.push(file.name);
      for (const part of found) {
        const { kind, certificates, issuer, der: bytes } = describeTrust(part);
        if (kind === "unknown" || kind === "bundle") {
          refused.push(file.name);
          continue;
        }
        const [{ country = "", subject = issuer ?? "" } = {}] = kind === "masterList" ? [] : certificates;
        const one = {
          fingerprint: await fingerprint(bytes),
          kind,
          bytes,
          file: file.name,
          country,
          subject,
          certificates: certificates.length,
        };
        await this.#open()
          .then((database) => database.put(STORE, one))
          .catch(() => this.#here.set(one.fingerprint, one));
      }
    }
    return refused;
  }

  /** @param {string} fingerprint */
  async remove(fingerprint) {
    this.#here.delete(fingerprint);
    await this.#open()
      .then((database) => database.delete(STORE, fingerprint))
      .catch(() => {});
  }

  /** As `readChip` takes it: a master list counts when any of the anchors signed it. */
  async trust() {
    const all = await this.all();
    const of = (/** @type {Kept["kind"]} */ kind) => all.filter((one) => one.kind === kind).map(({ bytes }) => bytes);
    const anchors = of("certificate");
    return {
      anchors,
      crls: of("revocationList"),
      masterLists: of("masterList").flatMap((list) => anchors.map((anchor) => ({ list, anchor }))),
    };
  }

  /** @returns {Promise<import("../../../pkg/vendor/idb.js").Database>} opened anew after a failure */
  #open() {
    this.#database ??= openDB("cancuoc.trust", 1, {
      upgrade: (database) => void database.createObjectStore(STORE, { keyPath: "fingerprint" }),
      terminated: () => (this.#database = undefined),
    }).catch((error) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }
}

const STORE = "trust";

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

/** @param {Uint8Array} bytes */
async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The largest master lists have some 2 MB. */
const LARGEST = 8 << 20;
