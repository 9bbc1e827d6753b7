import { audit } from "../audit.mjs";
import { Refusal } from "../refusal.mjs";

/** Who is signed in, and the token that a request which changes something carries. */
const SIGN_IN = {
  body: {
    type: "object",
    required: ["account"],
    additionalProperties: false,
    properties: { account: { type: "string", maxLength: 100 } },
  },
};

/** @param {import("fastify").FastifyInstance} api @param {import("../portal.mjs").Portal} portal */
export function sessionRoutes(api, { config, database, accounts, sessions }) {
  api.get("/session", async (request, reply) => {
    const account = sessions.accountOf(request);
    return {
      csrf: reply.generateCsrf({ userInfo: sessions.whoOf(request) }),
      account: account ?? null,
      demo: accounts.offered,
      forms: config.acceptedForms,
    };
  });

  api.post("/session", { schema: SIGN_IN, onRequest: api.csrfProtection }, async (request, reply) => {
    const account = accounts.accountOf(/** @type {any} */ (request.body).account);
    if (!account) throw new Refusal("portal.forbidden");
    await database.transaction((session) => audit(session, account.id, "signed_in"));
    sessions.begin(reply, account);
    return { account: { id: account.id, role: account.role, name: account.name } };
  });

  api.delete("/session", { onRequest: api.csrfProtection }, async (_request, reply) => {
    sessions.end(reply);
    return { account: null };
  });
}
