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
  const text = new TextEncoder().encode(JSON.stringify(application));
  return new jose.CompactEncrypt(text).setProtectedHeader(header).encrypt(await importKey(portalKey, alg, jose));
}

/** @type {typeof import("./handover.js").decryptWith} */
export async function decryptWith(file, privateKey, jose) {
  const alg = managementOf(privateKey);
  const key = await importKey(privateKey, alg, jose);
  try {
    const { plaintext } = await jose.compactDecrypt(file, key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [CONTENT],
    });
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext));
  } catch (cause) {
    throw new CanCuocError("handover.unreadable", "the file is damaged, or was encrypted to another key", { cause });
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
  } catch (cause) {
    throw new CanCuocError("handover.key", "the JWK cannot be used", { cause });
  }
}
