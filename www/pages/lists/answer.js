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
      port.postMessage({ id, result }, buffersOf(result));
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
 * The memory of tables, which is handed over and not copied: this thread has no use for it any more.
 * @param {any} result @returns {ArrayBuffer[]}
 */
export function buffersOf(result) {
  const parts = [result, ...[result, result?.sheets, result?.tables].filter(Array.isArray).flat()];
  const bytes = parts.map((part) => (part instanceof Uint8Array ? part : part?.bytes));
  const buffers = bytes.flatMap((own) => (own instanceof Uint8Array ? [own.buffer] : []));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** @param {string} code @param {((code: string) => string | undefined) | undefined} explain */
function wordsOf(code, explain) {
  try {
    return explain?.(code);
  } catch {
    return undefined;
  }
}
