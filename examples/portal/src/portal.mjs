import { join } from "node:path";
import { fileURLToPath } from "node:url";

import limits from "@fastify/rate-limit";
import files from "@fastify/static";
import Fastify, { LogController } from "fastify";

import { Attachments } from "./attachments.mjs";
import { ready, tryOptions } from "./check.mjs";
import { Database } from "./database.mjs";
import { answerErrors } from "./errors.mjs";
import { secureHeaders } from "./headers.mjs";
import { logRequests, logger } from "./log.mjs";
import { login } from "./login.mjs";
import { pglite } from "./pglite.mjs";
import { postgres } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";
import { applicationRoutes } from "./routes/applications.mjs";
import { attachmentRoutes } from "./routes/attachments.mjs";
import { officerRoutes } from "./routes/officer.mjs";
import { sessionRoutes } from "./routes/session.mjs";
import { stateRoutes } from "./routes/state.mjs";
import { sessions } from "./session.mjs";

/** Orphaned files are looked for this often. Milliseconds. */
const SWEEP = 60 * 60 * 1000;

/** Ten megabytes of a photographed paper over 3G take two minutes; who sends an octet a second is not waited for. */
const REQUEST = 240_000;

/** The widest request is that of an application, whose quotes are escaped; files have their own limit. */
const BODY = 2.5 * (1 << 20);

/**
 * What the routes share.
 * @typedef {object} Portal
 * @property {import("./config.mjs").Config} config
 * @property {Database} database
 * @property {Attachments} attachments
 * @property {ReturnType<typeof login>} accounts
 * @property {import("./session.mjs").Sessions} sessions
 */

/**
 * The whole portal, not yet listening. `close()` lets the requests that are running end, then the database.
 *
 * @param {import("./config.mjs").Config} config
 * @param {object} [parts] for tests
 * @param {import("./database.mjs").Driver} [parts.driver]
 * @param {NodeJS.WritableStream} [parts.log]
 * @param {ConstructorParameters<typeof Attachments>[2]} [parts.system]
 */
export async function portal(config, { driver, log, system } = {}) {
  await ready();
  tryOptions(config);
  const app = Fastify({
    logger: logger(log),
    // One line a request, of our own.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY,
    requestTimeout: REQUEST,
    trustProxy: config.trustProxy,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    // What is not of the type that the schema says is refused, not bent into it.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  const lost = (/** @type {string} */ code) => app.log.warn({ code }, "an idle connection to the database ended");
  const database = new Database(
    driver ?? (config.databaseUrl ? postgres(config.databaseUrl, lost) : pglite(join(config.dataDir, "database"))),
  );
  const attachments = new Attachments(join(config.dataDir, "attachments"), database, system);
  const accounts = login(config);

  answerErrors(app);
  refuseWhenStopping(app);
  secureHeaders(app, config);
  logRequests(app);
  const shared = { config, database, attachments, accounts, sessions: await sessions(app, config, accounts) };
  await app.register(
    async (api) => {
      await api.register(limits, {
        max: config.limits.api,
        timeWindow: 60_000,
        keyGenerator: (request) => shared.sessions.accountOf(request)?.id ?? request.ip,
        errorResponseBuilder: () => new Refusal("portal.too_often"),
      });
      sessionRoutes(api, shared);
      applicationRoutes(api, shared);
      attachmentRoutes(api, shared);
      officerRoutes(api, shared);
    },
    { prefix: "/api" },
  );
  stateRoutes(app, shared);

  const packageFolder = fileURLToPath(new URL(".", import.meta.resolve("cancuoc")));
  await app.register(files, { root: join(import.meta.dirname, "..", "public"), prefix: "/", cacheControl: false });
  await app.register(files, { root: packageFolder, prefix: "/pkg/", cacheControl: false, decorateReply: false });

  await begin(database, app);

  const sweeping = setInterval(() => {
    attachments.sweep().then(
      (swept) => app.log.info({ swept }, "orphaned files"),
      (error) => app.log.warn({ err: error }, "orphaned files were not swept"),
    );
  }, SWEEP).unref();
  app.addHook("onClose", async () => {
    clearInterval(sweeping);
    await database.close();
  });
  return Object.assign(app, { portal: shared });
}

/**
 * Requests that come on open connections while others end are refused, and no connection is kept: the stop would wait
 * for whoever holds one.
 * @param {import("fastify").FastifyInstance} app
 */
function refuseWhenStopping(app) {
  let stopping = false;
  app.addHook("preClose", async () => void (stopping = true));
  app.addHook("onRequest", async () => {
    if (stopping) throw new Refusal("portal.stopping");
  });
  app.addHook("onSend", async (_request, reply) => {
    if (stopping) reply.header("Connection", "close");
  });
}

/**
 * A wrong address, or a schema that does not fit, stops the start; a database that is away may come.
 * @param {Database} database @param {import("fastify").FastifyInstance} app
 */
async function begin(database, app) {
  try {
    await database.transaction(async () => {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    app.log.warn({ code: error.code }, "started without the database");
  }
}
