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
      database.transaction((transaction) =>
        work({
          query: async (sql, values) => (await transaction.query(sql, values && [...values])).rows,
          script: async (sql) => void (await transaction.exec(sql)),
        }),
      ),
    close: () => database.close(),
  };
}
