import { CanCuocError } from "./error.js";

/** Content encryption, and key management by the type of the portal's key (RFC 7518 §4.1, §5.1). */
const CONTENT = "A256GCM";
const MANAGEMENT = { EC: "ECDH-ES+A256KW", OKP: "ECDH-ES+A256KW", RSA: "RSA-OAEP-256" };
const TYPE = "cancuoc+jwe";

/** @type {typeof import("./handover.js").encryptFor} */
export async function encryptFor(application, portalKey, jose) {
  const alg = managementOf(portalKey);
  const header = {
    alg,
    enc: CONTENT,
    typ: TYPE,
    cty: "application/json",
    ...(portalKey.kid ? { kid: portalKey.kid } : {}),
  };
  // A key that opens is not for the sender's page; so whoever mixes the two up hears of it at the first file.
  if ("d" in portalKey)
    throw new CanCuocError("handover.key", "the portal's public key is needed, this one is private");
  const key = await importKey(portalKey, alg, jose);
  const text = new TextEncoder().encode(JSON.stringify(application));
  try {
    return await new jose.CompactEncrypt(text).setProtectedHeader(header).encrypt(key);
  } catch {
    // A key that is too short (RFC 7518 §4.3: RSA from 2048 bits), or for something else.
    throw new CanCuocError("handover.key", "the JWK cannot be used for encryption: RSA has 2048 bits or more");
  }
}

/** @type {typeof import("./handover.js").decryptWith} */
export async function decryptWith(file, privateKey, jose) {
  const alg = managementOf(privateKey);
  const key = await importKey(privateKey, alg, jose);
  let opened;
  try {
    opened = await jose.compactDecrypt(file, key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [CONTENT],
    });
  } catch {
    throw new CanCuocError("handover.unreadable", "the file is damaged, or was encrypted to another key");
  }
  // What somebody encrypted to the portal's key for another purpose is no application.
  const { typ, zip } = opened.protectedHeader;
  if (typ !== TYPE || zip !== undefined)
    throw new CanCuocError("handover.unreadable", `the file is not of the type ${TYPE}`);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(opened.plaintext));
  } catch {
    // The message of the parser would quote what was decrypted.
    throw new CanCuocError("handover.unreadable", "the file holds no JSON");
  }
}

/** @param {any} key */
function managementOf(key) {
  const alg = MANAGEMENT[/** @type {keyof typeof MANAGEMENT} */ (key?.kty)];
  if (!alg) throw new CanCuocError("handover.key", "a JWK of kty EC, OKP or RSA is needed");
  return alg;
}

/** @param {any} key @param {string} alg @param {import("./handover.js").Jose} jose */
async function importKey(key, alg, jose) {
  try {
    return await jose.importJWK(key, alg);
  } catch {
    throw new CanCuocError("handover.key", "the JWK cannot be used");
  }
}
