import { openDB } from "../vendor/idb.js";

/**
 * Drafts on this device: encrypted with AES-GCM by a key that IndexedDB holds and that cannot be exported.
 *
 * What this protects: who only reads the browser's files sees no names or numbers. What it does not protect: whoever
 * can use this browser profile can open the page and so the draft. Drafts expire; the browser may delete them earlier.
 */
export class Drafts {
  #name;
  #days;
  /** @type {Promise<import("../vendor/idb.js").Database> | undefined} */ #database;
  /** What is under way with it. @type {Promise<unknown>} */ #under = Promise.resolve();

  /** @param {string} name of the draft: one form, one place @param {number} days */
  constructor(name, days) {
    this.#name = name;
    this.#days = days;
  }

  /** @returns {Promise<any>} what was saved, or nothing; throws when the browser forbids it */
  async load() {
    await this.#expire();
    const record = await this.#use((database) => database.get("drafts", this.#name));
    if (!record) return undefined;
    const key = await this.#key();
    try {
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: record.iv }, key, record.data);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      await this.clear();
      return undefined;
    }
  }

  /** @param {unknown} value @param {number} [days] that it is kept, if not as long as the others */
  async save(value, days = this.#days) {
    const key = await this.#key();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain);
    const expires = Date.now() + days * 86_400_000;
    await this.#use((database) => database.put("drafts", { iv, data, expires }, this.#name));
  }

  /** The names of all drafts on this device. @returns {Promise<IDBValidKey[]>} */
  async names() {
    await this.#expire();
    return this.#use((database) => database.getAllKeys("drafts"));
  }

  async clear() {
    await this.#use((database) => database.delete("drafts", this.#name));
  }

  /** Gives the database back; what is under way is still done, and what comes later opens it anew. */
  close() {
    const opened = this.#database;
    this.#database = undefined;
    const closed = () => opened?.then((database) => database.close());
    this.#under.then(closed).catch(() => {});
  }

  /** One key for all drafts, also when two pages ask for the first time at once. @returns {Promise<CryptoKey>} */
  async #key() {
    const kept = await this.#use((database) => database.get("keys", "drafts"));
    if (kept) return kept;
    // Not exportable: the key never leaves the browser.
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    return this.#use(async (database) => {
      const { store, done } = database.transaction("keys", "readwrite");
      const other = await store.get("drafts");
      if (!other) await store.put(made, "drafts");
      await done;
      return other ?? made;
    });
  }

  #expire() {
    return this.#use(async (database) => {
      const { store, done } = database.transaction("drafts", "readwrite");
      const expired = async () => {
        for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
          if (!(cursor.value.expires > Date.now())) await cursor.delete();
        }
      };
      await Promise.all([expired(), done]);
    });
  }

  /** @template T @param {(database: import("../vendor/idb.js").Database) => Promise<T>} work @returns {Promise<T>} */
  #use(work) {
    const done = this.#open().then(work);
    this.#under = Promise.allSettled([this.#under, done]);
    return done;
  }

  /** @returns {Promise<import("../vendor/idb.js").Database>} opened anew after a failure */
  #open() {
    this.#database ??= openDB("cancuoc", 1, {
      upgrade(database) {
        database.createObjectStore("drafts");
        database.createObjectStore("keys");
      },
      // A later version of this site in another tab must not wait for us.
      blocking: () => this.close(),
      terminated: () => (this.#database = undefined),
    }).catch((error) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }
}
