/** How long the page before this one may take to end, when it is loaded anew. Milliseconds. */
const END = 1_500;

/**
 * Whether this is the only desk of this browser; it stays so until the page ends. Two would write over each other's
 * citizen.
 * @returns {Promise<boolean>}
 */
export function alone() {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((done) => {
    navigator.locks
      .request("cancuoc.desk", { signal: AbortSignal.timeout(END) }, () => {
        done(true);
        return new Promise(() => {});
      })
      .catch(() => done(false));
  });
}
