import cookie from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";

import { Refusal } from "./refusal.mjs";

/** A working day: whoever comes tomorrow signs in again. Milliseconds. */
const LIFE = 8 * 60 * 60 * 1000;

/**
 * Sessions in a signed cookie, and tokens against requests that another site's page sends.
 *
 * @param {import("fastify").FastifyInstance} app
 * @param {import("./config.mjs").Config} config
 * @param {ReturnType<typeof import("./login.mjs").login>} accounts
 */
export async function sessions(app, config, accounts) {
  // The prefix binds the cookie to this host and to HTTPS.
  const name = config.https ? "__Host-portal" : "portal";
  const options = /** @type {const} */ ({ path: "/", httpOnly: true, sameSite: "strict", signed: true });
  const shared = { ...options, secure: config.https };

  await app.register(cookie, { secret: config.secret.toString("hex") });
  await app.register(csrf, {
    cookieKey: config.https ? "__Host-csrf" : "csrf",
    cookieOpts: shared,
    getToken: (request) => String(request.headers["x-csrf-token"] ?? ""),
    csrfOpts: { hmacKey: config.secret.toString("hex"), userInfo: true },
    getUserInfo: whoOf,
  });

  /** @param {import("fastify").FastifyRequest} request */
  function accountOf(request) {
    const { valid, value } = request.unsignCookie(request.cookies[name] ?? "");
    const [, id, until] = (valid && /^(.+)\.(\d+)$/.exec(value ?? "")) || [];
    return Number(until) > Date.now() ? accounts.accountOf(id) : undefined;
  }

  /** Whose page it is that a token was given to. @param {import("fastify").FastifyRequest} request */
  function whoOf(request) {
    return accountOf(request)?.id ?? "-";
  }

  return {
    accountOf,
    whoOf,
    /** @param {import("fastify").FastifyReply} reply @param {import("./login.mjs").Account} account */
    begin(reply, account) {
      reply.setCookie(name, `${account.id}.${Date.now() + LIFE}`, { ...shared, maxAge: LIFE / 1000 });
    },
    /** @param {import("fastify").FastifyReply} reply */
    end(reply) {
      reply.clearCookie(name, { path: "/" });
    },
    /**
     * The account, which has this role.
     * @param {import("fastify").FastifyRequest} request @param {"citizen" | "officer"} role
     * @throws {Refusal} `portal.login`, `portal.forbidden`
     */
    need(request, role) {
      const account = accountOf(request);
      if (!account) throw new Refusal("portal.login");
      if (account.role !== role) throw new Refusal("portal.forbidden");
      return account;
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof sessions>>} Sessions */
