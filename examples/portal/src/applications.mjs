import { audit } from "./audit.mjs";
import { useChallenge } from "./evidence.mjs";
import { newReceipt } from "./receipt.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * @typedef {{ sha256: string, name: string }} Attached
 * @typedef {{ receipt: string, receivedAt: string, replay: boolean, attachments: string[], alike: string[] }} Receipt
 */

/**
 * Stores an application that was checked, once: the digest is unique, and whoever comes second, at the same moment or
 * a week later, gets the first receipt.
 *
 * @param {import("./database.mjs").Database} database
 * @param {string} account
 * @param {string} text as it came
 * @param {import("./check.mjs").Checked} checked
 * @param {{ attached: readonly Attached[], challenge?: string }} beside
 * @returns {Promise<Receipt>}
 * @throws {Refusal} `portal.refused`, `portal.taken`, `portal.file_missing`, `portal.challenge`, `portal.database_away`
 */
export async function store(database, account, text, checked, { attached, challenge }) {
  const receipt = await database.transaction(async (session) => {
    const before = await received(session, account, checked.digest);
    if (before) return before;
    if (!checked.ok) return undefined;
    await lockFiles(session, account, attached);
    if (challenge) await useChallenge(session, account, challenge);
    const { application, claims } = checked;
    const [row] = await session.query(
      `INSERT INTO applications
         (digest, receipt, account, form, form_version, sealed_at, claims, warnings, answers_digest, application)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (digest) DO NOTHING RETURNING id, receipt, received_at`,
      [
        checked.digest,
        newReceipt(),
        account,
        application.form,
        application.version,
        application.sealedAt,
        JSON.stringify(claims),
        JSON.stringify(checked.findings.map(({ code, path }) => ({ code, path }))),
        checked.answersDigest,
        text,
      ],
    );
    // Somebody stored the same in between: the statement above has waited for them.
    if (!row) return received(session, account, checked.digest);
    for (const [position, { sha256, name }] of attached.entries()) {
      await session.query(
        `INSERT INTO application_attachments (application, position, sha256, account, name)
         VALUES ($1, $2, $3, $4, $5)`,
        [row.id, position, sha256, account, name],
      );
    }
    await session.query("INSERT INTO steps (application, status) VALUES ($1, 'received')", [row.id]);
    await audit(session, account, "received", { receipt: row.receipt, detail: { claims, files: attached.length } });
    const alike = await session.query(
      "SELECT receipt FROM applications WHERE answers_digest = $1 AND account = $2 AND id <> $3 ORDER BY id LIMIT 5",
      [checked.answersDigest, account, row.id],
    );
    return {
      receipt: row.receipt,
      receivedAt: row.received_at.toISOString(),
      replay: false,
      attachments: attached.map(({ sha256 }) => sha256),
      alike: alike.map((each) => each.receipt),
    };
  });
  if (receipt) return receipt;
  const codes = checked.findings.map(({ code, path }) => ({ code, path }));
  await database.transaction((session) =>
    audit(session, account, "refused", { detail: { codes: codes.slice(0, 50) } }),
  );
  throw new Refusal("portal.refused", { findings: checked.findings });
}

/**
 * The receipt of an application that is there already. It need not keep today's rules any more.
 * @param {import("./database.mjs").Session} session @param {string} account @param {string} digest
 * @returns {Promise<Receipt | undefined>}
 */
async function received(session, account, digest) {
  const [row] = await session.query("SELECT id, receipt, account, received_at FROM applications WHERE digest = $1", [
    digest,
  ]);
  if (!row) return undefined;
  if (row.account !== account) throw new Refusal("portal.taken");
  const files = await session.query(
    "SELECT sha256 FROM application_attachments WHERE application = $1 ORDER BY position",
    [row.id],
  );
  await audit(session, account, "replayed", { receipt: row.receipt });
  return {
    receipt: row.receipt,
    receivedAt: row.received_at.toISOString(),
    replay: true,
    attachments: files.map(({ sha256 }) => sha256),
    alike: [],
  };
}

/**
 * Only files that this account has handed in; they stay until the transaction ends.
 * @param {import("./database.mjs").Session} session @param {string} account @param {readonly Attached[]} attached
 */
async function lockFiles(session, account, attached) {
  const wanted = [...new Set(attached.map(({ sha256 }) => sha256))];
  if (!wanted.length) return;
  const there = await session.query(
    "SELECT sha256 FROM attachments WHERE account = $1 AND sha256 = ANY ($2::text[]) ORDER BY sha256 FOR SHARE",
    [account, wanted],
  );
  if (there.length !== wanted.length) throw new Refusal("portal.file_missing");
}
