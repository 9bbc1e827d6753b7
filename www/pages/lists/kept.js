import { openDB } from "../../../pkg/vendor/idb.js";

/**
 * A list in work that outlives a reload, when the person asks for it: the table, its columns and each decision,
 * encrypted by a key that stands in this tab's session. When the tab is closed the key is gone, and so is the list.
 *
 * @typedef {object} KeptList
 * @property {import("./choose.js").Chosen} chosen
 * @property {(string | null)[] | undefined} columns that were put right
 * @property {string} on the day on which the list was checked
 * @property {boolean} converts whether addresses were converted
 * @property {readonly object[]} decisions in order
 */

const DATABASE = "cancuoc.list";
const TABLES = "tables";
const DECISIONS = "decisions";
const KEY = "cancuoc.list.key";
/** Says that a list was open, and nothing of it: after a reload the page can say that it is gone. */
const OPEN = "cancuoc.list.open";
/** What a closed tab leaves is unreadable, and deleted after this. Milliseconds. */
const LONGEST = 12 * 3_600_000;

export class ListStore {
  /** @type {Promise<import("../../../pkg/vendor/idb.js").Database> | undefined} */ #database;
  /** Of the table that is kept. */
  #name = "";
  #key;

  /** @param {string} name @param {CryptoKey | undefined} key */
  constructor(name, key) {
    this.#name = name;
    this.#key = key;
  }

  /** A new key, for this tab. @returns {Promise<ListStore>} throws where the browser keeps nothing */
  static async begin() {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const name = crypto.randomUUID();
    sessionStorage.setItem(KEY, JSON.stringify([name, [...raw]]));
    return new ListStore(name, await imported(raw));
  }

  /** Deletes what closed tabs have left. */
  static async tidy() {
    await new ListStore("", undefined).#expire();
  }

  /** That of before the reload, where there is one. @returns {Promise<ListStore | undefined>} */
  static async again() {
    try {
      const [name, raw] = JSON.parse(sessionStorage.getItem(KEY) ?? "null") ?? [];
      return name ? new ListStore(String(name), await imported(Uint8Array.from(raw))) : undefined;
    } catch {
      return undefined;
    }
  }

  /** The table, once. @param {Omit<KeptList, "decisions">} list */
  async keep({ chosen, ...facts }) {
    const { bytes, repeated, ...sheet } = chosen.sheet;
    const head = await this.#sealed({ ...facts, chosen: { ...chosen, sheet } });
    const table = await this.#sealedBytes(new Uint8Array(await bytes.arrayBuffer()));
    await this.#put(TABLES, { head, table, repeated, at: Date.now() });
  }

  /** @param {readonly object[]} decisions */
  async decided(decisions) {
    await this.#put(DECISIONS, { data: await this.#sealed(decisions), at: Date.now() });
  }

  /** @returns {Promise<KeptList | undefined>} */
  async load() {
    const database = await this.#open();
    const kept = await database.get(TABLES, this.#name);
    if (!kept) return undefined;
    const made = await database.get(DECISIONS, this.#name);
    const { chosen, ...facts } = await this.#opened(kept.head);
    const bytes = new Blob([await this.#plain(kept.table)]);
    return {
      ...facts,
      chosen: { ...chosen, sheet: { ...chosen.sheet, bytes, repeated: kept.repeated } },
      decisions: made ? await this.#opened(made.data) : [],
    };
  }

  /** Deletes it. */
  async forget() {
    try {
      sessionStorage.removeItem(KEY);
      const database = await this.#open();
      await database.delete(TABLES, this.#name);
      await database.delete(DECISIONS, this.#name);
    } catch {
      // Nothing was kept.
    }
  }

  /** @param {string} store @param {unknown} value */
  async #put(store, value) {
    const database = await this.#open();
    await database.put(store, value, this.#name);
  }

  /** Writes only where something is over: a page that is left while it writes may keep others waiting. */
  async #expire() {
    const database = await this.#open();
    for (const store of [TABLES, DECISIONS]) {
      const over = [];
      const { store: own, done } = database.transaction(store, "readonly");
      for (let cursor = await own.openCursor(); cursor; cursor = await cursor.continue())
        if (!(cursor.value.at > Date.now() - LONGEST)) over.push(cursor.primaryKey);
      await done;
      for (const name of over) await database.delete(store, name);
    }
  }

  /** @param {unknown} value */
  #sealed(value) {
    return this.#sealedBytes(new TextEncoder().encode(JSON.stringify(value)));
  }

  /** @param {any} sealed */
  async #opened(sealed) {
    return JSON.parse(new TextDecoder().decode(await this.#plain(sealed)));
  }

  /** @param {Uint8Array} bytes */
  async #sealedBytes(bytes) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const key = /** @type {CryptoKey} */ (this.#key);
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, /** @type {BufferSource} */ (bytes));
    return { iv, data };
  }

  /** @param {{ iv: Uint8Array, data: ArrayBuffer }} sealed */
  #plain({ iv, data }) {
    const key = /** @type {CryptoKey} */ (this.#key);
    return crypto.subtle.decrypt({ name: "AES-GCM", iv: /** @type {BufferSource} */ (iv) }, key, data);
  }

  #open() {
    this.#database ??= openDB(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore(TABLES);
        database.createObjectStore(DECISIONS);
      },
    }).catch((error) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }
}

/** @param {Uint8Array} raw */
function imported(raw) {
  return crypto.subtle.importKey("raw", /** @type {BufferSource} */ (raw), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/**
 * What was open when the page was left: how much was decided, and no more.
 * @param {{ decisions: number } | undefined} now
 */
export function markOpen(now) {
  try {
    if (now) sessionStorage.setItem(OPEN, JSON.stringify(now));
    else sessionStorage.removeItem(OPEN);
  } catch {
    // Storage is forbidden: then the page cannot say so after a reload.
  }
}

/** @returns {{ decisions: number } | undefined} */
export function wasOpen() {
  try {
    const { decisions } = JSON.parse(sessionStorage.getItem(OPEN) ?? "null") ?? {};
    return Number.isSafeInteger(decisions) ? { decisions } : undefined;
  } catch {
    return undefined;
  }
}
