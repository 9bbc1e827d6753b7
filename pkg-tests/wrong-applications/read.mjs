// The list of wrong applications: right ones, and what a person did wrong in each of the others.
//
// It was written from the printed forms, the laws and what people complain of, before it was held against the rules.
// The first 60 are older than the rules; who wrote the later ones had read the packs, so their share says less.
// `at` is the item where it has to be shown. `mark` says how well the law is known: `read` in its text; `copied`,
// `recalled`: a rule on it may warn only. What such a law alone forbids, whatever the form itself asks, stands apart as
// `unread`: nobody can call it wrong before that law is read. `logic.json` is a set of its own: what contradicts itself
// or says nothing, for the rules that all forms share. `blind.json` and `blind-2.json` are sets of their own, too: each
// by somebody who had seen neither rules nor findings, only the names and types of the fields; `at` there lists all
// items where it may be shown.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ form: string, on: string, answers: any, why?: string }} Application */
/**
 * @typedef {{ set: string, area: string, form: string, on: string, why: string, law: string,
 * mark: "read" | "copied" | "recalled", at: string, right: any, answers: any }} Wrong
 */

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json") && !name.startsWith("blind"))
  .sort()
  .map((name) => ({ set: name, ...JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8")) }));

/** Each once, though several sets begin with it. @type {Application[]} */
export const right = distinct(
  files.flatMap((file) => [...Object.values(file.right), ...(file.alsoRight ?? []).map(changed(file))]),
);

/** @type {Wrong[]} */
const all = files.flatMap((file) => file.wrong.map(wrongOf(file)));
export const wrong = all.filter(({ set }) => set !== "logic.json");
export const logic = all.filter(({ set }) => set === "logic.json");

/** Wrong by a law that is known from copies or memory only. @type {Wrong[]} */
export const unread = files.flatMap((file) => (file.unread ?? []).map(wrongOf(file)));

/**
 * What was written blind. `mistaken`: entries whose author misunderstood the form or the data; each says what.
 * @typedef {Application & { at: string[], source: string, why: string }} Unseen
 * @typedef {Application & { fault: string }} Mistaken
 * @typedef {{ name: string, right: Application[], wrong: Unseen[], mistaken: Mistaken[] }} Blind
 * @type {Blind[]}
 */
export const blind = ["blind.json", "blind-2.json"].map((name) => {
  const unseen = JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
  return {
    name,
    right: [...Object.values(unseen.right), ...unseen.alsoRight.map(changed(unseen))],
    wrong: unseen.wrong.map((/** @type {any} */ each) => ({
      ...changed(unseen)(each),
      at: each.at,
      source: each.source,
    })),
    mistaken: unseen.mistaken.map((/** @type {any} */ each) => ({ ...changed(unseen)(each), fault: each.fault })),
  };
});

/** @param {any} file @returns {(each: any) => Wrong} */
function wrongOf(file) {
  return (each) => {
    const { why, law, mark, at } = each;
    const right = file.right[each.from].answers;
    return { set: file.set, area: file.area, law, mark, at, right, ...changed(file)(each), why };
  };
}

/** @param {any} file @returns {(each: any) => Application} */
function changed(file) {
  return (each) => {
    const { form, on, answers } = structuredClone(file.right[each.from]);
    for (const [path, value] of Object.entries(each.set ?? {}))
      place(answers, path, (holder, name) => {
        holder[name] = value;
      });
    for (const path of each.remove ?? [])
      place(answers, path, (holder, name) => {
        delete holder[name];
      });
    return { form, on, answers, why: each.why };
  };
}

/** @param {Application[]} list */
function distinct(list) {
  return [...new Map(list.map((each) => [JSON.stringify([each.form, each.answers]), each])).values()];
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
