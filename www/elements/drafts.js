/**
 * Drafts on this device: encrypted with AES-GCM by a key that IndexedDB holds and that cannot be exported.
 *
 * What this protects: who only reads the browser's files sees no names or numbers. What it does not protect: whoever can use this
 * browser profile can open the page and so the draft. Drafts expire; the browser may delete them earlier.
 */
export class Drafts {
  #name;
  #days;
  /** @type {Promise<IDBDatabase> | undefined} */ #database;

  /** @param {string} name of the draft: one form, one place @param {number} days */
  constructor(name, days) {
    this.#name = name;
    this.#days = days;
  }

  /** @returns {Promise<any>} what was saved, or nothing; throws when the browser forbids it */
  async load() {
    await this.#expire();
    const record = await this.#do("drafts", "readonly", (store) => store.get(this.#name));
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

  /** @param {unknown} value */
  async save(value) {
    const key = await this.#key();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv },
      key,
      new TextEncoder().encode(JSON.stringify(value)),
    );
    const expires = Date.now() + this.#days * 86_400_000;
    await this.#do("drafts", "readwrite", (store) => store.put({ iv, data, expires }, this.#name));
  }

  async clear() {
    await this.#do("drafts", "readwrite", (store) => store.delete(this.#name));
  }

  /** Drafts and key of all forms. */
  async wipe() {
    const database = await this.#open();
    database.close();
    this.#database = undefined;
    await settle(indexedDB.deleteDatabase(DATABASE));
  }

  close() {
    this.#database?.then(
      (database) => database.close(),
      () => {},
    );
    this.#database = undefined;
  }

  async #key() {
    const kept = await this.#do("keys", "readonly", (store) => store.get("drafts"));
    if (kept) return /** @type {CryptoKey} */ (kept);
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await this.#do("keys", "readwrite", (store) => store.put(made, "drafts"));
    return made;
  }

  async #expire() {
    const database = await this.#open();
    const store = database.transaction("drafts", "readwrite").objectStore("drafts");
    const cursor = store.openCursor();
    await new Promise((resolve, reject) => {
      cursor.onerror = () => reject(cursor.error);
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) return resolve(undefined);
        if (!(at.value.expires > Date.now())) at.delete();
        at.continue();
      };
    });
  }

  /** @param {string} name @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} use @returns {Promise<any>} */
  async #do(name, mode, use) {
    const database = await this.#open();
    return settle(use(database.transaction(name, mode).objectStore(name)));
  }

  #open() {
    this.#database ??= (async () => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("drafts");
        request.result.createObjectStore("keys");
      };
      const database = await settle(request);
      // Another tab that wipes must not wait for us.
      database.onversionchange = () => this.close();
      return database;
    })();
    return this.#database;
  }
}

const DATABASE = "cancuoc";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function settle(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
