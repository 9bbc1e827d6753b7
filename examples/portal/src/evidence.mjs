import { randomBytes, randomUUID } from "node:crypto";

import { Refusal } from "./refusal.mjs";

/** Long enough to hold a card to a reader twice. */
const LIFE = "10 minutes";

/**
 * What the sender's chip said, as it came.
 * @typedef {{ files: Record<string, string>, challenge?: string, response?: string }} Sent base64
 */

/**
 * The same for `checkSealed`. The challenge is the one that was drawn here, never one out of the request.
 * @typedef {object} Evidence
 * @property {Record<string, Uint8Array>} files
 * @property {{ activeAuthentication?: { challenge: Uint8Array, response: Uint8Array } }} trust
 * @property {string | undefined} challenge the id of the challenge, used up when the application is stored
 */

/** @param {import("./database.mjs").Database} database @param {string} account */
export async function drawChallenge(database, account) {
  const [id, octets] = [randomUUID(), randomBytes(8)];
  const [{ expires_at: until }] = await database.transaction(async (session) => {
    await session.query("DELETE FROM challenges WHERE expires_at < now()");
    return session.query(
      `INSERT INTO challenges (id, account, octets, expires_at) VALUES ($1, $2, $3, now() + interval '${LIFE}')
       RETURNING expires_at`,
      [id, account, octets],
    );
  });
  return { id, challenge: octets.toString("base64"), until: until.toISOString() };
}

/**
 * @param {import("./database.mjs").Database} database @param {string} account @param {Sent} sent
 * @returns {Promise<Evidence>}
 */
export async function evidenceOf(database, account, { files, challenge, response }) {
  const octets = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)]));
  if (challenge === undefined || response === undefined) return { files: octets, trust: {}, challenge: undefined };
  const [row] = await database.transaction((session) =>
    session.query("SELECT octets FROM challenges WHERE id = $1 AND account = $2 AND expires_at > now()", [
      challenge,
      account,
    ]),
  );
  if (!row) return { files: octets, trust: {}, challenge };
  const asked = new Uint8Array(row.octets);
  return {
    files: octets,
    trust: { activeAuthentication: { challenge: asked, response: bytesOf(response) } },
    challenge,
  };
}

/**
 * Once, in the transaction that stores what it confirmed.
 * @param {import("./database.mjs").Session} session @param {string} account @param {string} id
 * @throws {Refusal} `portal.challenge`
 */
export async function useChallenge(session, account, id) {
  const [row] = await session.query(
    "DELETE FROM challenges WHERE id = $1 AND account = $2 AND expires_at > now() RETURNING id",
    [id, account],
  );
  if (!row) throw new Refusal("portal.challenge");
}

/** @param {string} text */
const bytesOf = (text) => new Uint8Array(Buffer.from(text, "base64"));
