/**
 * What is known by path, without a row of a group: entries of the rows after it move up.
 * @param {Record<string, any>} entries @param {string} group @param {number} index
 */
export function withoutRow(entries, group, index) {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([path, entry]) => {
      const [, at, rest] = path.startsWith(`${group}[`) ? (/\[(\d+)\](.*)$/.exec(path) ?? []) : [];
      if (at === undefined || Number(at) < index) return [[path, entry]];
      return Number(at) === index ? [] : [[`${group}[${Number(at) - 1}]${rest}`, entry]];
    }),
  );
}
