import { get } from "../paths.js";

/**
 * Findings that came from elsewhere, such as the portal's server: each counts until the answer that it is about has
 * changed. One that is about no field of the form is said once, in the summary, and hinders nobody.
 * @param {any} flow @param {readonly any[]} findings
 */
export function takeFindings(flow, findings) {
  flow.outside = findings
    .filter(({ path }) => flow.field(path))
    .map((finding) => ({ finding, of: valueAt(flow, finding.path) }));
  flow.changed();
}

/** Those that still count. @param {any} flow @param {readonly any[]} ours what the rules say here */
export function stillTrue(flow, ours) {
  return flow.outside
    .filter((/** @type {any} */ { finding, of }) => valueAt(flow, finding.path) === of)
    .map((/** @type {any} */ { finding }) => finding)
    .filter((/** @type {any} */ { code, path }) => !ours.some((each) => each.code === code && each.path === path));
}

/** @param {any} flow @param {string} path */
function valueAt(flow, path) {
  return JSON.stringify(get(flow.state.answers, path));
}
