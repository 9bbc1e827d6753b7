/** Octets of one file: a photograph of a paper has two or three million. */
const LARGEST = 10 << 20;

/** @param {import("fastify").FastifyInstance} api @param {import("../portal.mjs").Portal} portal */
export function attachmentRoutes(api, { attachments, sessions }) {
  api.register(async (own) => {
    // What it is, its content says.
    own.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: LARGEST }, (_request, body, done) =>
      done(null, body),
    );
    own.put(
      "/attachments/:sha256",
      {
        schema: { params: { type: "object", properties: { sha256: { type: "string", pattern: "^[0-9a-f]{64}$" } } } },
        bodyLimit: LARGEST,
        onRequest: [
          own.csrfProtection,
          // Before the body is read: nobody fills the memory without an account.
          async (request) => void sessions.need(request, "citizen"),
        ],
      },
      async (request) => {
        const account = sessions.need(request, "citizen");
        const { sha256 } = /** @type {any} */ (request.params);
        return attachments.keep(account.id, sha256, new Uint8Array(/** @type {Buffer} */ (request.body)));
      },
    );
  });
}
