/**
 * Structured lines without personal data: routes and not addresses, codes and not messages (a database's message can
 * quote a value), no address of a network.
 *
 * @param {NodeJS.WritableStream | undefined} stream standard output when left out
 * @returns {import("fastify").FastifyServerOptions["logger"]}
 */
export function logger(stream) {
  return {
    level: "info",
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { req: requestOf, res: ({ statusCode }) => ({ statusCode }), err: errorOf },
    ...(stream ? { stream } : {}),
  };
}

/** One line a request. @param {import("fastify").FastifyInstance} app */
export function logRequests(app) {
  app.addHook("onResponse", async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    const what = { method: request.method, route: routeOf(request), status: reply.statusCode, ms };
    request.log.info(what, "request");
  });
}

/** @param {any} request */
const requestOf = (request) => ({ id: request.id, method: request.method, route: routeOf(request) });

/** The route's pattern; what was asked for may hold anything. @param {any} request */
const routeOf = (request) => request.routeOptions?.url ?? "-";

/** Where it happened, without its words. @param {any} error */
function errorOf(error) {
  const stack = String(error?.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { type: String(error?.name), code: String(error?.code ?? "-"), message: "", stack: stack.join("\n") };
}
