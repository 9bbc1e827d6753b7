/** A key as RFC 7517 writes it. */
export type Jwk = { readonly kty: string; readonly kid?: string; readonly [member: string]: unknown };

/** The maintained library `jose` (6 or later), as the caller imported it: `import * as jose from "jose"`. The package itself depends on nothing. */
export type Jose = {
  readonly CompactEncrypt: new (plaintext: Uint8Array) => any;
  readonly compactDecrypt: (
    jwe: string,
    key: any,
    options?: any,
  ) => Promise<{ plaintext: Uint8Array; protectedHeader: any }>;
  readonly importJWK: (jwk: any, alg?: string) => Promise<any>;
};

/**
 * A sealed application as a file that only the portal opens: a compact JWE (RFC 7516), `typ` "cancuoc+jwe", content A256GCM, key by
 * ECDH-ES+A256KW (EC, X25519) or RSA-OAEP-256 (RFC 7518). @throws `handover.key`: no key, a private one, or RSA below 2048 bits
 */
export function encryptFor(application: unknown, portalKey: Jwk, jose: Jose): Promise<string>;

/**
 * What the portal does; then `checkSealed`. Other algorithms and types than the above are refused. Who encrypted is not known: anybody
 * has the portal's public key. Errors carry nothing of what was decrypted. @throws `handover.key`, `handover.unreadable`
 */
export function decryptWith(file: string, privateKey: Jwk, jose: Jose): Promise<unknown>;
