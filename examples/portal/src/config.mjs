import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Config
 * @property {string} host
 * @property {number} port
 * @property {string} dataDir attachments, the embedded database, the key of sessions
 * @property {string | undefined} databaseUrl PostgreSQL; without one the embedded database is used
 * @property {boolean} https whether browsers come by HTTPS: cookies are then `Secure`
 * @property {string | false} trustProxy addresses of one's own proxies, whose X-Forwarded-For is believed
 * @property {Buffer} secret of sessions and CSRF tokens
 * @property {boolean} demoLogin invented accounts without a password
 * @property {readonly string[]} acceptedForms
 * @property {number} maxAgeDays
 * @property {string | undefined} notBefore
 * @property {readonly Uint8Array[]} anchors certificates of issuers of chips, for evidence
 * @property {{ api: number, submit: number, status: number }} limits requests a minute, of an account or address
 */

/** Whoever configures less takes fewer forms, not more. */
const DEFAULTS = { host: "localhost", port: 8090, forms: "ct01", maxAgeDays: 7 };

/**
 * From the environment. What is not understood stops the start: a slip of the pen switches no check off.
 * @param {Record<string, string | undefined>} env
 * @returns {Config}
 */
export function configOf(env) {
  const dataDir = env.DATA_DIR || join(import.meta.dirname, "..", "data");
  const demoLogin = env.PORTAL_LOGIN === "demo";
  if (env.PORTAL_LOGIN && !demoLogin) throw new Error("PORTAL_LOGIN: only `demo` is known; see src/login.mjs");
  if (demoLogin && env.NODE_ENV === "production")
    throw new Error("PORTAL_LOGIN=demo lets anybody be anybody: not with NODE_ENV=production");
  const https = flag(env, "PORTAL_HTTPS");
  if (env.NODE_ENV === "production" && !https) throw new Error("PORTAL_HTTPS=1 is needed with NODE_ENV=production");
  return {
    host: env.HOST || DEFAULTS.host,
    port: whole(env, "PORT", DEFAULTS.port),
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    https,
    trustProxy: env.TRUST_PROXY || false,
    secret: secretIn(dataDir),
    demoLogin,
    acceptedForms: formsIn(env.ACCEPTED_FORMS || DEFAULTS.forms),
    maxAgeDays: whole(env, "MAX_AGE_DAYS", DEFAULTS.maxAgeDays),
    notBefore: instantIn(env.NOT_BEFORE),
    anchors: env.ANCHORS ? filesOf(env.ANCHORS) : [],
    limits: {
      api: whole(env, "LIMIT_API", 120),
      submit: whole(env, "LIMIT_SUBMIT", 20),
      status: whole(env, "LIMIT_STATUS", 30),
    },
  };
}

/** @param {Record<string, string | undefined>} env @param {string} name @param {number} otherwise */
function whole(env, name, otherwise) {
  const text = env[name];
  if (!text) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is not a whole number`);
  return Number(text);
}

/** @param {Record<string, string | undefined>} env @param {string} name */
function flag(env, name) {
  const text = env[name] ?? "";
  if (!["", "0", "1"].includes(text)) throw new Error(`${name} is 0 or 1`);
  return text === "1";
}

/** @param {string} text */
function formsIn(text) {
  const forms = text.split(",").map((form) => form.trim());
  const known = /^[a-z0-9][a-z0-9-]{0,60}$/;
  if (!forms.every((form) => known.test(form))) throw new Error("ACCEPTED_FORMS: ids of forms, separated by commas");
  return forms;
}

/** A day, or an instant with its offset. @param {string | undefined} text */
function instantIn(text) {
  if (!text) return undefined;
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/.test(text))
    throw new Error("NOT_BEFORE is a day (YYYY-MM-DD) or an RFC 3339 instant");
  return text;
}

/** Drawn at the first start and kept, so that a restart signs nobody out. @param {string} folder */
function secretIn(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "secret");
  try {
    writeFileSync(file, randomBytes(32), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  const secret = readFileSync(file);
  if (secret.length !== 32) throw new Error(`${file} does not hold 32 octets`);
  return secret;
}

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder)
    .filter((name) => /\.(cer|crt|der|pem)$/i.test(name))
    .map((name) => new Uint8Array(readFileSync(join(folder, name))));
}
