import { randomBytes } from "node:crypto";

/** Crockford's letters: none that reads like another. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * `HS-7K2M-9QXD-4TVB`: 60 random bits, since whoever has the number sees the status without signing in.
 */
export function newReceipt() {
  const letters = [...randomBytes(12)].map((octet) => LETTERS[octet & 31]).join("");
  return `HS-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** As it was written down: small letters, blanks, O for 0, I and L for 1. @param {unknown} text */
export function receiptOf(text) {
  if (typeof text !== "string" || text.length > 40) return undefined;
  const bare = text.toUpperCase().replace(/[\s-]/g, "").replace(/^HS/, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(bare)) return undefined;
  return `HS-${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`;
}
