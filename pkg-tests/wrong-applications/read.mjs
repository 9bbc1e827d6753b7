// The list of 60 wrong applications: right ones, and what is wrong with each of the others.
//
// It was written from the printed forms and the laws, before it was held against the rules. `mark` says how well the
// law is known: `read` in its text; `copied`, `recalled`: a rule on it may warn only. What such a law alone forbids,
// whatever the form itself asks, stands apart, as `unread`: nobody can call it wrong before that law is read.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ form: string, on: string, answers: any }} Application */
/**
 * @typedef {{ area: string, form: string, on: string, why: string, law: string, mark: "read" | "copied" | "recalled",
 * at: string, right: any, answers: any }} Wrong
 */

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8")));

/** @type {Application[]} */
export const right = files.flatMap((file) => Object.values(file.right));

/** @type {Wrong[]} */
export const wrong = files.flatMap((file) => all(file, file.wrong));

/** Wrong by a law that is known from copies or memory only. @type {Wrong[]} */
export const unread = files.flatMap((file) => all(file, file.unread ?? []));

/** @param {any} file @param {any[]} list @returns {Wrong[]} */
function all(file, list) {
  return list.map((each) => {
    const { form, on, answers } = file.right[each.from];
    const changed = structuredClone(answers);
    for (const [path, value] of Object.entries(each.set ?? {}))
      place(changed, path, (holder, name) => {
        holder[name] = value;
      });
    for (const path of each.remove ?? [])
      place(changed, path, (holder, name) => {
        delete holder[name];
      });
    return {
      area: file.area,
      form,
      on,
      why: each.why,
      law: each.law,
      mark: each.mark,
      at: each.at,
      right: answers,
      answers: changed,
    };
  });
}

/** @param {any} answers @param {string} path @param {(holder: any, name: string | number) => void} act */
function place(answers, path, act) {
  const names = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  const last = /** @type {string | number} */ (names.pop());
  act(
    names.reduce((value, name) => value[name], answers),
    last,
  );
}
