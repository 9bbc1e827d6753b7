import { createReadStream } from "node:fs";

import { DOWNLOAD_POLICY } from "../headers.mjs";
import { fileOf, listed, moved, opened } from "../office.mjs";
import { receiptOf } from "../receipt.mjs";
import { Refusal } from "../refusal.mjs";

const STATUSES = ["received", "working", "more", "done", "refused"];

const LIST = {
  querystring: {
    type: "object",
    additionalProperties: false,
    properties: { status: { enum: STATUSES }, before: { type: "string", pattern: "^\\d{1,15}$" } },
  },
};

const MOVE = {
  body: {
    type: "object",
    required: ["status"],
    additionalProperties: false,
    properties: { status: { enum: STATUSES.slice(1) }, note: { type: "string", maxLength: 1_000 } },
  },
};

/** @param {import("fastify").FastifyInstance} api @param {import("../portal.mjs").Portal} portal */
export function officerRoutes(api, { database, attachments, sessions }) {
  api.get("/officer/applications", { schema: LIST }, async (request) => {
    sessions.need(request, "officer");
    return listed(database, /** @type {any} */ (request.query));
  });

  api.get("/officer/applications/:receipt", async (request) => {
    const officer = sessions.need(request, "officer");
    return opened(database, officer.id, numberOf(request));
  });

  api.post(
    "/officer/applications/:receipt/status",
    { schema: MOVE, onRequest: api.csrfProtection },
    async (request) => {
      const officer = sessions.need(request, "officer");
      const { status, note = "" } = /** @type {any} */ (request.body);
      await moved(database, officer.id, numberOf(request), status, note);
      return { status };
    },
  );

  api.get("/officer/applications/:receipt/attachments/:position", async (request, reply) => {
    const officer = sessions.need(request, "officer");
    const position = Number(/** @type {any} */ (request.params).position);
    if (!Number.isInteger(position) || position < 0 || position > 100) throw new Refusal("portal.not_found");
    const { sha256, type, name, size } = await fileOf(database, officer.id, numberOf(request), position);
    return reply
      .headers({
        "Content-Type": type,
        "Content-Length": size,
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
        "Content-Security-Policy": DOWNLOAD_POLICY,
      })
      .send(createReadStream(attachments.path(sha256)));
  });
}

/** @param {import("fastify").FastifyRequest} request */
function numberOf(request) {
  const receipt = receiptOf(/** @type {any} */ (request.params).receipt);
  if (!receipt) throw new Refusal("portal.not_found");
  return receipt;
}
