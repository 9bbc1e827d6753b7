// The portal in this process, over a database of the test's choice, and applications to hand in.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";

import { seal } from "cancuoc";

import { configOf } from "../../examples/portal/src/config.mjs";
import { portal } from "../../examples/portal/src/portal.mjs";
import { Visitor } from "./visitor.mjs";

/** What no log may hold. */
export const PERSONAL = /Nguy|Mẫu|Thử|Công an|00109\d{7}|1990-02-28|HS-\w{4}-/;

/**
 * @param {Record<string, string>} env over what tests need
 * @param {Parameters<typeof portal>[1]} [parts]
 */
export async function startPortal(env = {}, parts = {}) {
  const folder = mkdtempSync(join(tmpdir(), "cancuoc-portal-"));
  /** @type {string[]} */ const lines = [];
  const log = new Writable({ write: (chunk, _coding, done) => (lines.push(String(chunk)), done()) });
  const limits = { LIMIT_API: "1000000", LIMIT_SUBMIT: "1000000", LIMIT_STATUS: "1000000" };
  const config = configOf({ DATA_DIR: folder, PORTAL_LOGIN: "demo", ACCEPTED_FORMS: "ct01", ...limits, ...env });
  const app = await portal(config, { log, ...parts });
  await app.listen({ host: "127.0.0.1", port: 0, backlog: 2048 });
  const { port } = /** @type {import("node:net").AddressInfo} */ (app.server.address());
  const origin = `http://127.0.0.1:${port}`;
  return {
    app,
    origin,
    folder,
    lines,
    database: app.portal.database,
    /** @param {string} [account] */
    visitor: (account) => (account ? new Visitor(origin).signIn(account) : new Visitor(origin).arrive()),
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startPortal>>} Started */

/** Days before today, in Việt Nam. @param {number} days */
export const daysAgo = (days) => new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/**
 * A sealed CT01, each number another.
 * @param {number} number @param {{ on?: string, answers?: any, context?: any }} [more]
 */
export function sealed(number, { on, answers = {}, context = {} } = {}) {
  const given = {
    to: "Công an phường Mẫu",
    procedure: "confirm",
    request: `Xác nhận thông tin về cư trú, lần ${number}`,
    fullName: "Nguyễn Văn Mẫu",
    birthDate: "1990-02-28",
    sex: "male",
    pin: `0010900${String(number).padStart(5, "0")}`,
    ...answers,
  };
  const sealedAt = on ? `${on}T08:30:00+07:00` : new Date().toISOString();
  return seal("ct01", given, { assurance: "none", sealedAt, ...context }, on ? { on } : {});
}

/**
 * What the database holds. @param {Started} portal @param {string} sql @param {unknown[]} [values]
 * @returns {Promise<any[]>}
 */
export const rows = (portal, sql, values) => portal.database.transaction((session) => session.query(sql, values));
