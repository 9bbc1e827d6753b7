/**
 * What one call costs this process, whatever else the machine does, and what came of it.
 * @param {() => unknown} act
 * @returns {Promise<{ ms: number, said: string }>}
 */
export async function cost(act) {
  const before = process.cpuUsage();
  let said;
  try {
    said = saidBy(await act());
  } catch (error) {
    said = /** @type {any} */ (error)?.code ?? String(error);
  }
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, said };
}

/** @param {any} answer */
function saidBy(answer) {
  const limit = answer?.findings?.find?.((/** @type {any} */ { code }) => /limit|more_like/.test(code));
  if (limit) return `answered, ${limit.code}`;
  return answer?.limit ? "answered, limit" : "answered";
}
