import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { Refusal } from "./refusal.mjs";

/**
 * One connection, or one transaction.
 * @typedef {object} Session
 * @property {(sql: string, values?: readonly unknown[]) => Promise<any[]>} query rows
 * @property {(sql: string) => Promise<void>} script several statements
 */

/**
 * PostgreSQL, embedded or not: what `postgres.mjs` and `pglite.mjs` hand over.
 * @typedef {object} Driver
 * @property {<T>(work: (session: Session) => Promise<T>) => Promise<T>} transaction all of it, or nothing
 * @property {() => Promise<void>} close when everything that runs has ended
 */

const MIGRATIONS = join(import.meta.dirname, "..", "migrations");

/** Two servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 6_020_017;

/** The database, brought to the schema of this version before its first use. */
export class Database {
  #driver;
  /** @type {Promise<void> | undefined} */ #migrated;

  /** @param {Driver} driver */
  constructor(driver) {
    this.#driver = driver;
  }

  /**
   * All of it is stored, or nothing.
   * @template T @param {(session: Session) => Promise<T>} work
   * @returns {Promise<T>}
   * @throws {Refusal} `portal.database_away`: nothing was stored, or it is not known; sending again is safe
   */
  async transaction(work) {
    try {
      await this.ready();
      return await this.#driver.transaction(work);
    } catch (error) {
      throw isAway(error) ? new Refusal("portal.database_away") : error;
    }
  }

  /** A database that is away at the start is tried again with the next request. */
  ready() {
    this.#migrated ??= migrate(this.#driver).catch((error) => {
      this.#migrated = undefined;
      throw error;
    });
    return this.#migrated;
  }

  close() {
    return this.#driver.close();
  }
}

/** @param {Driver} driver */
async function migrate(driver) {
  await driver.transaction(async (session) => {
    await session.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await session.query("CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz DEFAULT now())");
    const done = new Set((await session.query("SELECT name FROM migrations")).map(({ name }) => name));
    const all = readdirSync(MIGRATIONS).sort();
    for (const name of done) if (!all.includes(name)) throw new Error(`the database is newer: it has ${name}`);
    for (const name of all.filter((each) => !done.has(each))) {
      await session.script(readFileSync(join(MIGRATIONS, name), "utf8"));
      await session.query("INSERT INTO migrations (name) VALUES ($1)", [name]);
    }
  });
}

/**
 * Whether the fault is the database's and may pass: connections (08), resources (53, a full disk among them), an
 * operator (57), a conflict of transactions (40), the system (58); or no answer of PostgreSQL's at all.
 * @param {any} error
 */
function isAway(error) {
  const code = String(error?.code ?? "");
  if (/^(08|40|53|57|58)\w{3}$/.test(code)) return true;
  if (/^E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_)|^ENOENT$/.test(code)) return true;
  return /^(Connection terminated|timeout exceeded|Query read timeout|Client has encountered|PGlite is clos)/.test(
    String(error?.message ?? ""),
  );
}
