/**
 * Everything works offline after one visit: the site's files are kept in a cache under their SHA-256 and checked
 * against it when they are fetched (Workbox's precache, with `integrity`). A new version is loaded beside the old one
 * and waits until the page says `take over`. `www/tools/assets.mjs` bundles this into `www/sw.js` and puts the list of
 * files in.
 *
 * Nothing that a person types comes here: only the site's own files are kept.
 */
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";

/** Fetched at once: one file after the other, as Workbox does, waits for the line's delay each time. */
const AT_ONCE = 6;

const controller = new PrecacheController({
  cacheName: "cancuoc-assets",
  plugins: [
    // A kept file that the browser lost is asked for with its hash; when the site has another by now, better that one
    // than none.
    { handlerDidError: ({ request, event }) => (event.type === "fetch" ? fetch(request) : undefined) },
  ],
});
controller.addToCacheList(self.__WB_MANIFEST);

// `/?lang=vi` and `/form.html?form=ct01` are files whatever their query; a folder is its `index.html`.
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/^/], cleanURLs: false }));

self.addEventListener("install", (event) => event.waitUntil(install(event)));
self.addEventListener("activate", (event) => {
  // Deletes what this version does not need.
  event.waitUntil(controller.activate(event).then(() => self.clients.claim()));
});
self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});

/**
 * Fetches what is not kept yet; what has not changed since the last version is not fetched again. `no-cache` and not
 * Workbox's `reload`: what the page has just loaded is only confirmed by the server (304), not sent a second time.
 * @param {ExtendableEvent} event
 */
async function install(event) {
  const files = [...controller.getURLsToCacheKeys()];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    await Promise.all(files.slice(at, at + AT_ONCE).map(([url, cacheKey]) => keep(event, url, cacheKey)));
  }
}

/** @param {ExtendableEvent} event @param {string} url @param {string} cacheKey */
async function keep(event, url, cacheKey) {
  const integrity = controller.getIntegrityForCacheKey(cacheKey);
  const request = new Request(url, { integrity, cache: "no-cache", credentials: "same-origin" });
  await Promise.all(controller.strategy.handleAll({ event, request, params: { cacheKey } }));
}
