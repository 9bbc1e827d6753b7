/**
 * The only strings that become scripts are the addresses of our own worker and service worker. Under
 * `require-trusted-types-for 'script'` they pass through the policy `cancuoc`, which refuses every other origin.
 * @param {URL} url
 * @returns {any} a `TrustedScriptURL` where the browser has them, else the address
 */
export function trustedScriptUrl(url) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return url;
  policy ??= types.createPolicy("cancuoc", {
    createScriptURL(/** @type {string} */ address) {
      if (new URL(address).origin !== location.origin) throw new TypeError("a script of another origin");
      return address;
    },
  });
  return policy.createScriptURL(url.href);
}

/** @type {any} */
let policy;
