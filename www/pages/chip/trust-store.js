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
   * @returns {Promise<string[]>} the names of files that are none of them, or hold (how many) parts that are none
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
      const found = file.size > LARGEST ? undefined : describeTrust(new Uint8Array(await file.arrayBuffer()));
      const unusable = found ? await this.#take(found, file.name) : 1;
      // Nothing that was chosen is left out without a word.
      if (unusable > 0) refused.push(found && found.parts.length > 1 ? `${file.name} (${unusable})` : file.name);
    }
    return refused;
  }

  /**
   * Keeps every part of a file, each for itself.
   * @param {import("../../../pkg/chip.js").TrustFile} found
   * @param {string} file its name
   * @returns {Promise<number>} parts that are nothing to trust, or were not looked at
   */
  async #take(found, file) {
    let unusable = found.limit || found.parts.length === 0 ? 1 : 0;
    let at = 0;
    for (const { kind, certificates, issuer, der } of found.parts) {
      const [first] = found.certificates.slice(at, (at += certificates));
      if (kind === "unknown") {
        unusable += 1;
        continue;
      }
      const { country = "", subject = issuer ?? "" } = kind === "masterList" ? {} : (first ?? {});
      const one = { fingerprint: await fingerprint(der), kind, bytes: der, file, country, subject, certificates };
      await this.#open()
        .then((database) => database.put(STORE, one))
        .catch(() => this.#here.set(one.fingerprint, one));
    }
    return unusable;
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

/** @param {Uint8Array} bytes */
async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The largest master lists have some 2 MB. */
const LARGEST = 8 << 20;
