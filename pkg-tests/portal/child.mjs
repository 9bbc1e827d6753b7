// The portal in a process of its own that stops at a moment of a submission and tells so: there it is killed.

import { join } from "node:path";

import { configOf } from "../../examples/portal/src/config.mjs";
import { pglite } from "../../examples/portal/src/pglite.mjs";
import { portal } from "../../examples/portal/src/portal.mjs";
import { postgres } from "../../examples/portal/src/postgres.mjs";

const moment = process.env.STOP_AT;
const config = configOf(process.env);
const inner = config.databaseUrl ? postgres(config.databaseUrl, () => {}) : pglite(join(config.dataDir, "database"));

/** Says that it is here, and goes no further. @returns {Promise<never>} */
const stay = () => {
  process.send?.({ at: moment });
  return new Promise(() => {});
};

const app = await portal(config, {
  driver: {
    ...inner,
    async transaction(work) {
      let stored = false;
      const result = await inner.transaction((session) =>
        work({
          ...session,
          async query(sql, values) {
            const storing = sql.includes("INSERT INTO applications");
            if (storing && moment === "between check and store") await stay();
            const rows = await session.query(sql, values);
            stored ||= storing;
            if (storing && moment === "before the transaction ends") await stay();
            return rows;
          },
        }),
      );
      if (stored && moment === "before the answer") await stay();
      return result;
    },
  },
});
await app.listen({ host: config.host, port: config.port });
const { port } = /** @type {import("node:net").AddressInfo} */ (app.server.address());
process.send?.({ port });
