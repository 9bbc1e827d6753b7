import { createHash, randomBytes } from "node:crypto";
import { open, mkdir, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

import { attach } from "cancuoc";

import { Refusal } from "./refusal.mjs";

/** What papers come as; the content says it, not the name. */
const TYPES = ["image/jpeg", "image/png", "application/pdf"];

/** Files that nobody submitted with an application are deleted after this. */
const ORPHANS = "24 hours";

/** One digest at a time: a file is not swept while it is handed in again. Its own space of advisory locks. */
const FILE_LOCK = 6_020_018;

/** Files on disk under their SHA-256, whole or not there. */
export class Attachments {
  #folder;
  #database;
  #open;

  /**
   * @param {string} folder @param {import("./database.mjs").Database} database
   * @param {{ create?: typeof open }} [system] how a file is opened for writing
   */
  constructor(folder, database, { create = open } = {}) {
    this.#folder = folder;
    this.#database = database;
    this.#open = create;
  }

  /**
   * @param {string} account @param {string} sha256 what the sender says @param {Uint8Array} bytes
   * @throws {Refusal} `portal.file_digest`, `portal.file_type`, `portal.storage_full`, `portal.database_away`
   */
  async keep(account, sha256, bytes) {
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw new Refusal("portal.file_digest");
    const { type, size } = attach("file", bytes);
    if (!TYPES.includes(type)) throw new Refusal("portal.file_type");
    await this.#database.transaction(async (session) => {
      await lock(session, sha256);
      await this.#write(sha256, bytes);
      await session.query(
        `INSERT INTO attachments (sha256, account, size, type) VALUES ($1, $2, $3, $4)
         ON CONFLICT (sha256, account) DO UPDATE SET stored_at = now()`,
        [sha256, account, size, type],
      );
    });
    return { sha256, size, type };
  }

  /** Where the file lies. @param {string} sha256 */
  path(sha256) {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /**
   * Under another name first: a file under its digest is whole, whatever happens.
   * @param {string} sha256 @param {Uint8Array} bytes
   */
  async #write(sha256, bytes) {
    const path = this.path(sha256);
    if ((await stat(path).catch(() => undefined))?.size === bytes.length) return;
    const draft = `${path}.${randomBytes(6).toString("hex")}`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await this.#open(draft, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await unlink(draft).catch(() => {});
      throw isFull(error) ? new Refusal("portal.storage_full") : error;
    }
  }

  /**
   * Deletes what was handed in and never submitted.
   * @returns {Promise<number>} how many files
   */
  async sweep() {
    const orphans = await this.#database.transaction((session) =>
      session.query(`SELECT DISTINCT sha256 FROM attachments a WHERE ${ORPHANED}`),
    );
    let swept = 0;
    for (const { sha256 } of orphans) {
      await this.#database.transaction(async (session) => {
        await lock(session, sha256);
        await session.query(`DELETE FROM attachments a WHERE sha256 = $1 AND ${ORPHANED}`, [sha256]);
        const [left] = await session.query("SELECT 1 FROM attachments WHERE sha256 = $1 LIMIT 1", [sha256]);
        if (left) return;
        await unlink(this.path(sha256)).catch(() => {});
        swept += 1;
      });
    }
    return swept;
  }
}

const ORPHANED = `stored_at < now() - interval '${ORPHANS}' AND NOT EXISTS (
  SELECT 1 FROM application_attachments b WHERE b.sha256 = a.sha256 AND b.account = a.account)`;

/** @param {import("./database.mjs").Session} session @param {string} sha256 */
async function lock(session, sha256) {
  await session.query("SELECT pg_advisory_xact_lock($1, hashtext($2))", [FILE_LOCK, sha256]);
}

/** The name, too, is on the disk. @param {string} folder */
async function syncFolder(folder) {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** No room, quota, too large for the system, read-only, a fault of the disk. @param {any} error */
function isFull(error) {
  return ["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EIO", "EMFILE", "ENFILE"].includes(error?.code);
}
