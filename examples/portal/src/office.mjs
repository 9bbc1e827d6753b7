import { audit } from "./audit.mjs";
import { Refusal } from "./refusal.mjs";

/** Lines of one page of the list. */
const PAGE = 50;

/**
 * The newest first, without names: who an application is of, is seen when it is opened, and opening is recorded.
 * @param {import("./database.mjs").Database} database @param {{ status?: string, before?: string }} asked
 */
export async function listed(database, { status, before }) {
  const rows = await database.transaction((session) =>
    session.query(
      `SELECT a.id, receipt, form, received_at, status, claims, jsonb_array_length(warnings) AS warnings,
         (SELECT count(*)::integer FROM application_attachments WHERE application = a.id) AS files,
         (SELECT count(*)::integer - 1 FROM applications b WHERE b.answers_digest = a.answers_digest) AS alike
       FROM applications a
       WHERE ($1::text IS NULL OR status = $1) AND ($2::bigint IS NULL OR a.id < $2)
       ORDER BY a.id DESC LIMIT ${PAGE + 1}`,
      [status ?? null, before ?? null],
    ),
  );
  const page = rows.slice(0, PAGE);
  return {
    applications: page.map(({ id: _, received_at: at, ...rest }) => ({ ...rest, receivedAt: at.toISOString() })),
    next: rows.length > PAGE ? String(page.at(-1)?.id) : null,
  };
}

/** @param {import("./database.mjs").Database} database @param {string} officer @param {string} receipt */
export async function opened(database, officer, receipt) {
  return database.transaction(async (session) => {
    const row = await found(session, receipt);
    await audit(session, officer, "opened", { receipt });
    const files = await session.query(
      `SELECT b.position, b.name, b.sha256, f.size, f.type FROM application_attachments b
       JOIN attachments f USING (sha256, account) WHERE b.application = $1 ORDER BY b.position`,
      [row.id],
    );
    const steps = await session.query("SELECT status, note, at FROM steps WHERE application = $1 ORDER BY id", [
      row.id,
    ]);
    const alike = await session.query(
      "SELECT receipt FROM applications WHERE answers_digest = $1 AND id <> $2 ORDER BY id LIMIT 20",
      [row.answers_digest, row.id],
    );
    const { application, claims, status } = row;
    return {
      receipt,
      application,
      claims,
      status,
      files,
      steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
      alike: alike.map((each) => each.receipt),
    };
  });
}

/**
 * @param {import("./database.mjs").Database} database @param {string} officer @param {string} receipt
 * @param {string} status @param {string} note the citizen reads it
 */
export async function moved(database, officer, receipt, status, note) {
  await database.transaction(async (session) => {
    const { id, status: from } = await found(session, receipt);
    await session.query("UPDATE applications SET status = $1 WHERE id = $2", [status, id]);
    await session.query("INSERT INTO steps (application, status, note) VALUES ($1, $2, $3)", [id, status, note]);
    await audit(session, officer, "moved", { receipt, detail: { from, to: status } });
  });
}

/**
 * @param {import("./database.mjs").Database} database @param {string} officer @param {string} receipt
 * @param {number} position
 */
export async function fileOf(database, officer, receipt, position) {
  return database.transaction(async (session) => {
    const { id } = await found(session, receipt);
    const [file] = await session.query(
      `SELECT b.sha256, b.name, f.type, f.size FROM application_attachments b
       JOIN attachments f USING (sha256, account) WHERE b.application = $1 AND b.position = $2`,
      [id, position],
    );
    if (!file) throw new Refusal("portal.not_found");
    await audit(session, officer, "opened_file", { receipt, detail: { position } });
    return file;
  });
}

/** @param {import("./database.mjs").Session} session @param {string} receipt */
async function found(session, receipt) {
  const [row] = await session.query(
    "SELECT id, application, claims, status, answers_digest FROM applications WHERE receipt = $1 FOR UPDATE",
    [receipt],
  );
  if (!row) throw new Refusal("portal.not_found");
  return row;
}
