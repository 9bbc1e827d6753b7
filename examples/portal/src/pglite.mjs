import { setImmediate as others } from "node:timers/promises";

import { PGlite } from "@electric-sql/pglite";

/**
 * PostgreSQL in this process, for a first try without a database server: one connection, one transaction at a time.
 * @param {string | undefined} folder none: in memory
 * @returns {import("./database.mjs").Driver}
 */
export function pglite(folder) {
  const database = new PGlite(folder);
  return {
    transaction: (work) =>
      database.transaction(async (transaction) => {
        // Its work fills this thread without a pause: between two transactions the network is heard.
        await others();
        return work({
          query: async (sql, values) => (await transaction.query(sql, values && [...values])).rows,
          script: async (sql) => void (await transaction.exec(sql)),
        });
      }),
    close: () => database.close(),
  };
}
