import { top } from "../paths.js";

/** Whether it is a yes or no on which other questions hang. @param {any} flow @param {string} path */
export function decides(flow, path) {
  if (flow.field(path)?.type !== "boolean") return false;
  const word = new RegExp(`\\b${top(path)}\\b`);
  return flow.form.sections.some((/** @type {any} */ section) =>
    section.fields.some((/** @type {any} */ { visible }) => typeof visible === "string" && word.test(visible)),
  );
}
