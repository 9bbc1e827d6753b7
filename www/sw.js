/**
 * Everything works offline after one visit: the files of `assets.js` are kept under their hashes, and each is checked against its hash
 * when it is fetched. A new version is loaded beside the old one and waits until the page says `take over`.
 *
 * Nothing that a person types comes here: only the site's own files are kept.
 */
/* global ASSETS */

const CACHE = "cancuoc-assets";

// `importScripts` takes trusted addresses only, under the site's policy.
const policy = self.trustedTypes?.createPolicy("cancuoc", { createScriptURL: (address) => (address === "./assets.js" ? address : "") });
importScripts(policy ? policy.createScriptURL("./assets.js") : "./assets.js");

/** Hash by address. @type {Map<string, string>} */
const hashes = new Map(Object.entries(ASSETS.files).map(([path, hash]) => [new URL(path, self.location.href).href, hash]));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(clean().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = known(request.url);
  if (address) event.respondWith(answer(address, request));
});

/** Fetches what is not kept yet; what has not changed since the last version is not fetched again. */
async function install() {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = [...hashes].filter(([address, hash]) => !kept.has(key(address, hash)));
  // A few at a time: a village's line is narrow.
  for (let at = 0; at < missing.length; at += 6) {
    await Promise.all(
      missing.slice(at, at + 6).map(async ([address, hash]) => {
        const response = await fetch(address, { integrity: hash, cache: "no-cache", credentials: "same-origin" });
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        await cache.put(key(address, hash), response);
      }),
    );
  }
}

async function clean() {
  const cache = await caches.open(CACHE);
  const wanted = new Set([...hashes].map(([address, hash]) => key(address, hash)));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key(address, /** @type {string} */ (hashes.get(address))));
  return kept ?? fetch(request);
}

/** The file of an address, without its query; a folder is its `index.html`. @param {string} url */
function known(url) {
  const address = new URL(url);
  address.search = "";
  address.hash = "";
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  return hashes.has(address.href) ? address.href : undefined;
}

/** @param {string} address @param {string} hash */
function key(address, hash) {
  return `${address}?${encodeURIComponent(hash)}`;
}
