import pg from "pg";

/** Milliseconds. A citizen is told after seconds to send again, not after minutes. */
const CONNECT = 5_000;
const STATEMENT = 10_000;

/** Connections of one process; those who wait for one wait in line. */
const CONNECTIONS = 10;

/**
 * PostgreSQL by its address.
 * @param {string} url @param {(code: string) => void} lost hears of connections that end while nobody uses them
 * @returns {import("./database.mjs").Driver}
 */
export function postgres(url, lost) {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    query_timeout: STATEMENT + 1_000,
    idle_in_transaction_session_timeout: STATEMENT,
    application_name: "cancuoc-portal",
  });
  pool.on("error", (error) => lost(/** @type {any} */ (error).code ?? "unknown"));
  // A connection that ends while somebody has it also says so to whoever waits for its answer: that one is told.
  pool.on("connect", (client) => void client.on("error", () => {}));
  return {
    async transaction(work) {
      const client = await pool.connect();
      let broken = true;
      try {
        await client.query("BEGIN");
        const result = await work({
          query: async (sql, values) => (await client.query(sql, values && [...values])).rows,
          script: async (sql) => void (await client.query(sql)),
        });
        await client.query("COMMIT");
        broken = false;
        return result;
      } catch (error) {
        broken = await client.query("ROLLBACK").then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        // Of a connection whose state is not known nothing more is asked.
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
