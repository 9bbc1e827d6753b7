import { Refusal } from "./refusal.mjs";

/** The framework's own codes, in our words. @type {Record<string, import("./refusal.mjs").Code>} */
const KNOWN = {
  FST_ERR_CTP_BODY_TOO_LARGE: "portal.too_large",
  FST_ERR_VALIDATION: "portal.request",
  FST_CSRF_MISSING_SECRET: "portal.csrf",
  FST_CSRF_INVALID_TOKEN: "portal.csrf",
};

/**
 * Every error ends as a code and words; what is not known is logged, without its message.
 * @param {import("fastify").FastifyInstance} app
 */
export function answerErrors(app) {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(/** @type {any} */ (error));
    if (refusal.statusCode >= 500) request.log.error({ err: error, code: refusal.code }, "not done");
    else request.log.info({ code: refusal.code, findings: findingsOf(refusal) }, "refused");
    if (refusal.statusCode === 503) reply.header("Retry-After", "30");
    return reply.code(refusal.statusCode).send(refusal.body(localeOf(request)));
  });
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal("portal.not_found");
    return reply.code(refusal.statusCode).send(refusal.body(localeOf(request)));
  });
}

/** @param {any} error @returns {Refusal} */
function refusalOf(error) {
  if (error instanceof Refusal) return error;
  const known = KNOWN[error?.code];
  if (known) return new Refusal(known);
  const status = Number(error?.statusCode);
  return new Refusal(status >= 400 && status < 500 ? "portal.request" : "portal.trouble");
}

/** What was found, without the words, which hold answers. @param {Refusal} refusal */
function findingsOf({ more: { findings } }) {
  return findings?.map((each) => {
    const { code, path } = /** @type {any} */ (each);
    return { code, path };
  });
}

/** The page says its language; Vietnamese otherwise. @param {import("fastify").FastifyRequest} request */
export function localeOf(request) {
  return request.headers["x-locale"] === "en" ? "en" : "vi";
}
