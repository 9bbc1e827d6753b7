/**
 * What happened, in the same transaction as it happens.
 *
 * @param {import("./database.mjs").Session} session
 * @param {string} actor an account, or `-`
 * @param {"signed_in" | "received" | "replayed" | "refused" | "opened" | "opened_file" | "moved"} action
 * @param {{ receipt?: string, detail?: Record<string, unknown> }} [more] `detail` holds codes and numbers, no answers
 */
export async function audit(session, actor, action, { receipt, detail = {} } = {}) {
  await session.query("INSERT INTO audit (actor, action, receipt, detail) VALUES ($1, $2, $3, $4)", [
    actor,
    action,
    receipt ?? null,
    JSON.stringify(detail),
  ]);
}
