/**
 * No third party, nothing inline, no string that becomes a script (but the workers' addresses, by the policy
 * `cancuoc`).
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types cancuoc",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Two years, as browsers' lists ask for. */
const HSTS = "max-age=63072000; includeSubDomains";

/** @param {import("fastify").FastifyInstance} app @param {{ https: boolean }} config */
export function secureHeaders(app, { https }) {
  const headers = https ? { ...HEADERS, "Strict-Transport-Security": HSTS } : HEADERS;
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    // Answers are about a person; files of the site are asked for again and found unchanged.
    if (request.url.startsWith("/api/")) reply.header("Cache-Control", "no-store");
  });
}

/** Of a file that a citizen has sent: it is saved, never shown as a page of this site. */
export const DOWNLOAD_POLICY = "default-src 'none'; sandbox";
