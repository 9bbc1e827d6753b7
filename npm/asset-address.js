/** Where the package's files lie, when not beside its scripts. @type {URL | undefined} */
let base;

/** @type {typeof import("./assets.js").setAssetsBase} */
export function setAssetsBase(url) {
  base = url === undefined || url === null ? undefined : absolute(String(url).replace(/\/?$/, "/"));
}

/**
 * The address of a file of the package.
 * @param {string} path in the package
 * @param {() => URL | string} beside what a bundler has made of `new URL("./…", import.meta.url)`
 * @returns {URL}
 */
export function assetAt(path, beside) {
  if (base) return new URL(path, base);
  let url;
  try {
    url = absolute(beside());
  } catch (cause) {
    const own = installed(path);
    if (!own) throw cause;
    return own;
  }
  return GATHERED.test(url.pathname)
    ? new URL(url.pathname.replace(GATHERED, `/node_modules/cancuoc/${path}`), url)
    : url;
}

/**
 * Vite's server for developers, up to its version 7, gathers the scripts of packages in a folder of its own and leaves
 * their other files behind.
 */
const GATHERED = /\/node_modules\/\.(?:vite|cache\/vite)\/.*$/;

/**
 * An address in full. webpack and Turbopack put an object in the place of a `URL` whose text is a path of the site: no
 * parser takes that by itself.
 * @param {URL | string} url
 * @returns {URL}
 */
export function absolute(url) {
  return new URL(String(url), site());
}

/** What relative addresses are relative to. A worker out of a blob has an address that nothing is relative to. */
function site() {
  const { document, location } = /** @type {any} */ (globalThis);
  return document?.baseURI ?? (/^blob:/.test(location?.href ?? "") ? location.origin : location?.href);
}

/**
 * On a server whose bundler (webpack's, in Next) has made an address of the site out of it: the file of the package as
 * it is installed.
 * @param {string} path
 */
function installed(path) {
  const { process } = /** @type {any} */ (globalThis);
  const node = (/** @type {string} */ name) => process?.getBuiltinModule?.(`node:${name}`);
  try {
    const { resolve } = node("module").createRequire(`${process.cwd()}/`);
    return /** @type {URL} */ (new URL(path, node("url").pathToFileURL(resolve("cancuoc/package.json"))));
  } catch {
    // No file system, or a package that was bundled and is not installed: the first cause tells more.
    return undefined;
  }
}
