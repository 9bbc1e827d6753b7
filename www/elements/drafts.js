import { deleteDB, openDB } from "../vendor/idb.js";

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

  /** @param {string} name of the draft: one form, one place @param {number} days */
  constructor(name, days) {
    this.#name = name;
    this.#days = days;
  }

  /** @returns {Promise<any>} what was saved, or nothing; throws when the browser forbids it */
  async load() {
    await this.#expire();
    const record = await (await this.#open()).get("drafts", this.#name);
    if (!record) return undefined;
    try {
      const key = await this.#key();
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
    await (await this.#open()).put("drafts", { iv, data, expires }, this.#name);
  }

  /** The names of all drafts on this device. @returns {Promise<IDBValidKey[]>} */
  async names() {
    await this.#expire();
    return (await this.#open()).getAllKeys("drafts");
  }

  async clear() {
    await (await this.#open()).delete("drafts", this.#name);
  }

  /** Drafts and key of all forms. */
  async wipe() {
    (await this.#open()).close();
    this.#database = undefined;
    await deleteDB(DATABASE);
  }

  close() {
    this.#database?.then(
      (database) => database.close(),
      () => {},
    );
    this.#database = undefined;
  }

  async #key() {
    const database = await this.#open();
    const kept = await database.get("keys", "drafts");
    if (kept) return /** @type {CryptoKey} */ (kept);
    // Not exportable: the key never leaves the browser.
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await database.put("keys", made, "drafts");
    return made;
  }

  async #expire() {
    const { store, done } = (await this.#open()).transaction("drafts", "readwrite");
    const expired = async () => {
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
        if (!(cursor.value.expires > Date.now())) await cursor.delete();
      }
    };
    await Promise.all([expired(), done]);
  }

  #open() {
    this.#database ??= openDB(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore("drafts");
        database.createObjectStore("keys");
      },
      // Another tab that wipes must not wait for us.
      blocking: () => this.close(),
      terminated: () => (this.#database = undefined),
    });
    return this.#database;
  }
}

const DATABASE = "cancuoc";
