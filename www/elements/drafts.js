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

  /** @param {string} name of the draft: one form, one place @param {number} days */
  constructor(name, days) {
    this.#name = name;
    this.#days = days;
  }

  /** @returns {Promise<any>} what was saved, or nothing; throws when the browser forbids it */
  async load() {
    await expire();
    const record = await (await database()).get("drafts", this.#name);
    if (!record) return undefined;
    const key = await draftsKey();
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
    const key = await draftsKey();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain);
    const expires = Date.now() + days * 86_400_000;
    await (await database()).put("drafts", { iv, data, expires }, this.#name);
  }

  /** The names of all drafts on this device. @returns {Promise<IDBValidKey[]>} */
  async names() {
    await expire();
    return (await database()).getAllKeys("drafts");
  }

  async clear() {
    await (await database()).delete("drafts", this.#name);
  }
}

/** A browser whose storage does not answer (Safari has such days) keeps nobody from going on. Milliseconds. */
const ANSWERS_WITHIN = 4000;

/**
 * What the storage answers, if it does so soon.
 * @template T @param {Promise<T>} answer @returns {Promise<T>} rejects when it does not
 */
export function inTime(answer) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  const late = new Promise((_, no) => {
    timer = setTimeout(() => no(new Error("the storage does not answer")), ANSWERS_WITHIN);
  });
  return Promise.race([answer, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** One key for all drafts, also when two pages ask for the first time at once. @returns {Promise<CryptoKey>} */
async function draftsKey() {
  const kept = await (await database()).get("keys", "drafts");
  if (kept) return kept;
  // Not exportable: the key never leaves the browser.
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const { store, done } = (await database()).transaction("keys", "readwrite");
  const other = await store.get("drafts");
  if (!other) await store.put(made, "drafts");
  await done;
  return other ?? made;
}

/** Writes only where something is over: a page that is left while it writes may keep others waiting. */
async function expire() {
  const isOver = (/** @type {any} */ record) => !(record.expires > Date.now());
  const over = [];
  const reading = (await database()).transaction("drafts", "readonly");
  for (let cursor = await reading.store.openCursor(); cursor; cursor = await cursor.continue())
    if (isOver(cursor.value)) over.push(cursor.primaryKey);
  await reading.done;
  if (!over.length) return;
  const { store, done } = (await database()).transaction("drafts", "readwrite");
  // Another page may have saved it anew in between.
  for (const name of over) if (isOver((await store.get(name)) ?? {})) await store.delete(name);
  await done;
}

/**
 * The page's one connection. It is kept: a browser that is asked for another while a page goes away may answer nobody
 * any more (WebKitGTK 2.4x).
 * @type {Promise<import("../vendor/idb.js").Database> | undefined}
 */
let opened;

/** Opened anew after a failure, and after it was given back to another page. */
function database() {
  opened ??= openDB("cancuoc", 1, {
    upgrade(made) {
      made.createObjectStore("drafts");
      made.createObjectStore("keys");
    },
    // A later version of this site in another tab must not wait for us.
    blocking: () => void giveBack(),
    terminated: () => (opened = undefined),
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function giveBack() {
  const own = opened;
  opened = undefined;
  (await own)?.close();
}
