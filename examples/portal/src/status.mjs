/**
 * Where an application is, for whoever has its number: no name, no answer, no note of the officer's.
 * @param {import("./database.mjs").Database} database @param {string} receipt
 */
export async function statusOf(database, receipt) {
  return database.transaction(async (session) => {
    const [row] = await session.query("SELECT id, form, received_at FROM applications WHERE receipt = $1", [receipt]);
    if (!row) return undefined;
    const steps = await session.query("SELECT status, at FROM steps WHERE application = $1 ORDER BY id", [row.id]);
    return {
      receipt,
      form: row.form,
      receivedAt: row.received_at.toISOString(),
      steps: steps.map(({ status, at }) => ({ status, at: at.toISOString() })),
    };
  });
}

/**
 * What an account has handed in, with the officer's words.
 * @param {import("./database.mjs").Database} database @param {string} account
 */
export async function applicationsOf(database, account) {
  return database.transaction(async (session) => {
    const rows = await session.query(
      `SELECT a.id, a.receipt, a.form, a.received_at, a.status,
         (SELECT note FROM steps WHERE application = a.id ORDER BY id DESC LIMIT 1) AS note
       FROM applications a WHERE account = $1 ORDER BY a.id DESC LIMIT 100`,
      [account],
    );
    return rows.map(({ receipt, form, received_at: at, status, note }) => ({
      receipt,
      form,
      receivedAt: at.toISOString(),
      status,
      note,
    }));
  });
}
