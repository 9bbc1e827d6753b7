/**
 * For whoever watches over the process: whether it runs, whether it can take applications.
 * @param {import("fastify").FastifyInstance} app @param {import("../portal.mjs").Portal} portal
 */
export function stateRoutes(app, { database }) {
  app.get("/live", async () => ({ live: true }));
  app.get("/ready", async () => {
    await database.transaction((session) => session.query("SELECT 1"));
    return { ready: true };
  });
}
