/**
 * The other side of a `Job`, in its thread.
 * @param {Record<string, (values: any, progress: (done: number, all: number) => void) => any>} calls
 * @param {(code: string) => string | undefined} [explain] words for an error
 */
export function answer(calls, explain) {
  const port = /** @type {any} */ (self);
  port.onmessage = async (/** @type {{ data: any }} */ { data: { id, name, values } }) => {
    try {
      const result = await calls[name]?.(values, (done, all) => port.postMessage({ id, progress: [done, all] }));
      port.postMessage({ id, result }, result instanceof Uint8Array ? [result.buffer] : []);
    } catch (error) {
      const { code: own, name: kind } = /** @type {any} */ (error ?? {});
      // Errors of the browser have a name; their code is a number.
      const code = typeof own === "string" ? own : String(kind ?? "internal");
      const failed = { code, words: wordsOf(code, explain) };
      port.postMessage({ id, failed });
    }
  };
}

/**
 * @template {{ readonly bytes: Uint8Array }} T
 * @typedef {Omit<T, "bytes"> & { readonly bytes: Blob }} Kept a table that the browser keeps for this page
 */

/**
 * Tables as they pass from thread to thread by the page. Their own memory is given back at once, where the browser can
 * (it is copied into the blob): a thread that waits collects nothing.
 * @template {{ readonly bytes: Uint8Array }} T
 * @param {readonly T[]} tables
 * @returns {Kept<T>[]}
 */
export function kept(tables) {
  return tables.map(({ bytes, ...table }) => {
    const blob = new Blob([/** @type {BlobPart} */ (bytes)]);
    giveBack(bytes);
    return { ...table, bytes: blob };
  });
}

/** The memory of bytes that nobody reads again. @param {Uint8Array} bytes */
export function giveBack({ buffer }) {
  /** @type {any} */ (buffer).transfer?.(0);
}

/** @param {string} code @param {((code: string) => string | undefined) | undefined} explain */
function wordsOf(code, explain) {
  try {
    return explain?.(code);
  } catch {
    return undefined;
  }
}
