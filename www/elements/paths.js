/** Answers by their paths: `pin`, `members[0].pin`. Values are copied on the way, never changed in place. */

/** @param {string} path @returns {(string | number)[]} */
export function segments(path) {
  return [...path.matchAll(/([A-Za-z_$][\w$]*)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? name : Number(index),
  );
}

/** @param {any} root @param {string} path @returns {any} */
export function get(root, path) {
  let value = root;
  for (const part of segments(path)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

/**
 * A copy with this value; `undefined` takes the member away.
 * @template T
 * @param {T} root @param {string} path @param {unknown} value @returns {T}
 */
export function put(root, path, value) {
  return step(root, segments(path), value);
}

/** @param {any} node @param {(string | number)[]} rest @param {unknown} value @returns {any} */
function step(node, [first, ...rest], value) {
  const copy = Array.isArray(node) ? [...node] : typeof first === "number" && !node ? [] : { ...node };
  const next = rest.length ? step(copy[first], rest, value) : value;
  if (next === undefined && !Array.isArray(copy)) delete copy[first];
  else copy[first] = next;
  return copy;
}

/** The field of the form that a path begins with. @param {string} path */
export function top(path) {
  return /^[A-Za-z_$][\w$]*/.exec(path)?.[0] ?? "";
}

/** The place of one field in the document. @param {string} path */
export function idOf(path) {
  return `f-${path}`;
}
