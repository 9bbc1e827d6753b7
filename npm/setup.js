/** What a developer reads when the package is not served whole; the page says how to put it right. */
const MANUAL = "docs/embed.md of the package";

/** @type {Set<string>} */
const said = new Set();

/**
 * Why an answer of the server is not the file that was asked for: most bundlers and servers answer a missing file with
 * the site's first page.
 * @param {Response} response
 * @returns {string | undefined}
 */
export function misplaced(response) {
  const { pathname } = new URL(response.url || "file:///");
  if (!response.ok) return `the server answered ${response.status} for ${pathname}`;
  return /^text\/html\b/i.test(response.headers.get("content-type") ?? "")
    ? `the server answered a page of HTML for ${pathname}`
    : undefined;
}

/**
 * A fault of the site's setup, once: the citizen can do nothing about it.
 * @param {string} words without anybody's data
 */
export function warnOnce(words) {
  if (said.has(words)) return;
  said.add(words);
  console.warn(`[cancuoc] ${words}. See ${MANUAL}.`);
}
