import { core } from "./core-module.js";
import { changes } from "./packs.js";

/**
 * The last form that was described: a page validates the same one again and again.
 * @type {{ key: string, form: any } | undefined}
 */
let last;

/** @param {string} form @param {any} day */
export function described(form, day) {
  const key = `${form} ${day.on} ${day.locale} ${changes}`;
  if (last?.key !== key) last = { key, form: core.call((glue) => glue.describeForm(form, day)) };
  return last.form;
}
