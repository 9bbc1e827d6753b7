/** A key as RFC 7517 writes it. */
export type Jwk = { readonly kty: string; readonly kid?: string; readonly [member: string]: unknown };

/**
 * A sealed application as a file that only the portal opens: a compact JWE (RFC 7516), `typ` "cancuoc+jwe", content A256GCM, key by
 * ECDH-ES+A256KW (EC, X25519) or RSA-OAEP-256. Needs the peer dependency `jose`. @throws `handover.key`
 */
export function encryptFor(portalKey: Jwk, application: unknown): Promise<string>;

/** What the portal does; then `checkSealed`. Other algorithms than the above are refused. @throws `handover.key`, `handover.unreadable` */
export function decryptWith(privateKey: Jwk, file: string): Promise<unknown>;
