import { createHash } from "node:crypto";

import init, { checkSealed, listForms } from "cancuoc";
import initChip from "cancuoc/chip";

import { Refusal } from "./refusal.mjs";

/** Characters of a sealed application: the longest of the tests has 4,000. */
const LONGEST = 1 << 20;

/** Once, before the first check. */
export const ready = () => Promise.all([init(), initChip()]);

/**
 * That the options are what the package takes, and the forms are in force today.
 * @param {import("./config.mjs").Config} config
 * @throws what `checkSealed` would throw at the first citizen
 */
export function tryOptions({ acceptedForms, maxAgeDays, notBefore }) {
  checkSealed("{}", { acceptedForms, maxAgeDays, ...(notBefore ? { notBefore } : {}) });
  const forms = listForms().map(({ id }) => id);
  const unknown = acceptedForms.filter((form) => !forms.includes(form));
  if (unknown.length)
    throw new Error(`ACCEPTED_FORMS: ${unknown.join(", ")} is no form in force; there are ${forms.join(", ")}`);
}

/**
 * @typedef {object} Checked
 * @property {string} digest
 * @property {boolean} ok
 * @property {readonly import("cancuoc").Finding[]} findings
 * @property {import("cancuoc").SealCheck["claims"]} claims
 * @property {any} application
 * @property {string} answersDigest
 */

/**
 * The same rules as in the browser, over the text as it came: nothing the browser said is believed.
 *
 * @param {string} text
 * @param {import("./config.mjs").Config} config
 * @param {import("./refusal.mjs").Locale} locale
 * @param {import("./evidence.mjs").Evidence} [evidence]
 * @returns {Checked}
 * @throws {Refusal} `portal.too_large`; `portal.refused` for what is not whole: it has no digest to know it by
 */
export function check(text, config, locale, evidence) {
  if (text.length > LONGEST) throw new Refusal("portal.too_large");
  const { acceptedForms, maxAgeDays, notBefore, anchors } = config;
  const { ok, digest, findings, claims } = checkSealed(text, {
    locale,
    acceptedForms,
    maxAgeDays,
    ...(notBefore ? { notBefore } : {}),
    ...(evidence ? { evidence: { files: evidence.files, trust: { anchors: [...anchors], ...evidence.trust } } } : {}),
  });
  if (digest !== "match") throw new Refusal("portal.refused", { findings });
  const application = JSON.parse(text);
  const answersDigest = createHash("sha256").update(JSON.stringify(application.answers)).digest("hex");
  return { digest: application.digest.value, ok, findings, claims, application, answersDigest };
}
