import { localised } from "../format.js";
import { top } from "../paths.js";

/**
 * Other addresses of the form that are known, each once: to be taken over by a press.
 * @param {any} flow @param {string} path @returns {{ label: string, value: unknown }[]}
 */
export function addressesBut(flow, path) {
  const here = flow.value(path);
  const seen = new Set([here]);
  return flow.form.sections
    .flatMap((/** @type {any} */ section) => section.fields)
    .filter((/** @type {any} */ { id, type }) => type === "address" && id !== top(path) && flow.visible(id))
    .map((/** @type {any} */ { id, label }) => ({
      label: localised(label, flow.options.locale),
      value: flow.value(id),
    }))
    .filter(
      (/** @type {any} */ { value }) =>
        typeof value === "string" && value !== "" && !seen.has(value) && seen.add(value),
    )
    .slice(0, 2);
}
