import { store } from "../applications.mjs";
import { check } from "../check.mjs";
import { localeOf } from "../errors.mjs";
import { drawChallenge, evidenceOf } from "../evidence.mjs";
import { receiptOf } from "../receipt.mjs";
import { Refusal } from "../refusal.mjs";
import { applicationsOf, statusOf } from "../status.mjs";

const DIGEST = { type: "string", pattern: "^[0-9a-f]{64}$" };

/** Characters of base64: EF.SOD and the groups that an application needs have some 20,000. */
const CHIP_FILE = 100_000;

const SUBMISSION = {
  headers: {
    type: "object",
    required: ["idempotency-key"],
    properties: { "idempotency-key": DIGEST },
  },
  body: {
    type: "object",
    required: ["application"],
    additionalProperties: false,
    properties: {
      // The text, not the object: the check reads what was sent, with no other reader in between.
      application: { type: "string" },
      attachments: {
        type: "array",
        maxItems: 20,
        items: {
          type: "object",
          required: ["sha256", "name"],
          additionalProperties: false,
          properties: { sha256: DIGEST, name: { type: "string", minLength: 1, maxLength: 200 } },
        },
      },
      evidence: {
        type: "object",
        required: ["files"],
        additionalProperties: false,
        properties: {
          files: {
            type: "object",
            maxProperties: 8,
            additionalProperties: { type: "string", maxLength: CHIP_FILE },
          },
          challenge: { type: "string", maxLength: 60 },
          response: { type: "string", maxLength: 2_000 },
        },
      },
    },
  },
};

const STATUS = {
  body: {
    type: "object",
    required: ["receipt"],
    additionalProperties: false,
    properties: { receipt: { type: "string", maxLength: 40 } },
  },
};

/** @param {import("fastify").FastifyInstance} api @param {import("../portal.mjs").Portal} portal */
export function applicationRoutes(api, { config, database, sessions }) {
  const { submit, status } = config.limits;

  api.post(
    "/applications",
    {
      schema: SUBMISSION,
      onRequest: api.csrfProtection,
      config: { rateLimit: { max: submit } },
    },
    async (request, reply) => {
      const account = sessions.need(request, "citizen");
      const { application: text, attachments = [], evidence: sent } = /** @type {any} */ (request.body);
      const evidence = sent ? await evidenceOf(database, account.id, sent) : undefined;
      const checked = check(text, config, localeOf(request), evidence);
      if (request.headers["idempotency-key"] !== checked.digest) throw new Refusal("portal.idempotency_key");
      needFiles(checked.application, attachments);
      const beside = { attached: attachments, challenge: evidence?.challenge };
      const receipt = await store(database, account.id, text, checked, beside);
      // The first time something came to be; the second time it was there.
      return reply.code(receipt.replay ? 200 : 201).send({ ...receipt, claims: checked.claims });
    },
  );

  api.get("/applications", async (request) => {
    const account = sessions.need(request, "citizen");
    return { applications: await applicationsOf(database, account.id) };
  });

  // No sign-in: the number is the key, and only the status is told. In the body, since addresses are kept in logs.
  api.post("/status", { schema: STATUS, config: { rateLimit: { max: status } } }, async (request) => {
    const receipt = receiptOf(/** @type {any} */ (request.body).receipt);
    const found = receipt && (await statusOf(database, receipt));
    if (!found) throw new Refusal("portal.not_found");
    return found;
  });

  api.post("/challenge", { onRequest: api.csrfProtection }, async (request) => {
    return drawChallenge(database, sessions.need(request, "citizen").id);
  });
}

/**
 * Every file that the application names came along.
 * @param {any} application @param {readonly { sha256: string }[]} attachments
 */
function needFiles({ answers }, attachments) {
  const there = new Set(attachments.map(({ sha256 }) => sha256));
  for (const answer of Object.values(answers)) {
    if (!Array.isArray(answer)) continue;
    for (const entry of answer)
      if (typeof entry?.sha256 === "string" && !there.has(entry.sha256)) throw new Refusal("portal.file_missing");
  }
}
