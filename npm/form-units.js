import { CanCuocError } from "./error.js";

/** Without the units nothing is converted: the finding of the core, that the address names old units, stays. */
const WITHOUT_UNITS = ["init.missing", "units.not_loaded", "limit.input"];

/**
 * Residences that the card gave in units that are no more, in those of today. One answer and no doubt: it takes its
 * place, and the provenance keeps what the card says. Otherwise the card's text stays, and what to ask is a finding and
 * among `questions`.
 * @param {import("./form.js").Prefilled} filled
 * @param {typeof import("./address.js").convertAddress} convertAddress
 * @param {import("./index.js").Options} [options]
 * @returns {import("./form.js").Prefilled}
 */
export function inPresentUnits(filled, convertAddress, options) {
  const old = filled.findings.filter(({ code }) => code === "form.prefill_old_address").map(({ path }) => path);
  if (!old.length) return filled;
  /** @type {any} */ const changed = structuredClone(filled);
  for (const path of old) {
    const source = changed.provenance[path];
    const place = source?.field === "residence" && answerAt(changed.answers, path);
    // What stands there is the card's own text; an answer that was typed is the person's matter.
    if (!place || place.holder[place.name] !== source.value) continue;
    const converted = convert(source.value, convertAddress, options);
    if (!converted?.candidates.length) continue;
    const here = converted.findings
      .filter(({ code }) => code !== "address.already_current")
      .map((finding) => ({ ...finding, path }));
    changed.findings = [
      ...changed.findings.filter(
        (/** @type {any} */ one) => one.code !== "form.prefill_old_address" || one.path !== path,
      ),
      ...here,
    ];
    if (converted.exact && converted.address) {
      if (here.length === 0) continue;
      place.holder[place.name] = converted.address;
      const basis = here.find((finding) => finding.basis)?.basis;
      source.converted = { to: converted.address, code: converted.candidates[0]?.code, ...(basis ? { basis } : {}) };
    } else if (converted.question) {
      (changed.questions ??= []).push({
        path,
        question: converted.question,
        candidates: converted.candidates,
        original: converted.original,
      });
    }
  }
  return changed;
}

/**
 * Addresses that must be today's and name units that are no more: a warning each, with the converted address to take
 * over where there is one answer and no doubt. Without the lists the core sees districts and former cities by their
 * kind; with them also a commune that is gone.
 * @param {import("./form.js").Validation} result
 * @param {any} answers
 * @param {import("./form.js").FormDescription} form
 * @param {typeof import("./address.js").convertAddress} convertAddress
 * @param {import("./index.js").Options} [options]
 * @returns {import("./form.js").Validation}
 */
export function withPresentUnits(result, answers, form, convertAddress, options) {
  const today = addressesOfToday(form);
  /** @type {Map<string, import("./index.js").Finding[]>} */ const said = new Map();
  for (const path of result.visible) {
    if (!today.has(path.replace(/\[\d+\]/, ""))) continue;
    const place = answerAt(answers, path);
    const text = place?.holder[place.name];
    if (typeof text !== "string" || !text.trim()) continue;
    const seen = result.findings.find((one) => one.path === path && one.code === "plausibility.old_unit");
    const converted = convert(text, convertAddress, options);
    if (!converted?.candidates.length) continue;
    const offer = converted.exact && converted.address !== text ? converted.address : undefined;
    const changed = converted.findings.find(({ code }) => code === "address.converted" || code === "address.divided");
    if (!changed || converted.findings.some(({ code }) => code === "address.already_current")) continue;
    /** @type {import("./index.js").Finding} */
    const finding = { ...(seen ?? changed), path, severity: "warning", ...(offer ? { offer } : {}) };
    said.set(path, [finding]);
  }
  if (!said.size) return result;
  const others = result.findings.filter((one) => one.code !== "plausibility.old_unit" || !said.has(one.path));
  return { ...result, findings: [...others, ...[...said.values()].flat()] };
}

/** The address fields that are not told as they were, `members.address` for those of rows. */
function addressesOfToday(/** @type {import("./form.js").FormDescription} */ form) {
  const meanings = /** @type {{ past?: string[], group?: string }[]} */ (form.meanings ?? []);
  const past = new Set(
    meanings.flatMap(({ past, group }) => (past ?? []).map((name) => (group ? `${group}.${name}` : name))),
  );
  const fields = form.sections.flatMap((section) => section.fields);
  const all = fields.flatMap((field) =>
    field.type === "group"
      ? (field.fields ?? []).map((inner) => ({ type: inner.type, path: `${field.id}.${inner.id}` }))
      : [{ type: field.type, path: field.id }],
  );
  return new Set(all.filter(({ type, path }) => type === "address" && !past.has(path)).map(({ path }) => path));
}

/**
 * @param {string} text
 * @param {typeof import("./address.js").convertAddress} convertAddress
 * @param {import("./index.js").Options} [options]
 */
function convert(text, convertAddress, options) {
  try {
    return convertAddress(text, options && { on: options.on, locale: options.locale });
  } catch (error) {
    if (error instanceof CanCuocError && WITHOUT_UNITS.includes(error.code)) return undefined;
    throw error;
  }
}

/**
 * Where the answer of `a` or `a[0].b` stands.
 * @param {any} answers @param {string} path
 * @returns {{ holder: any, name: string } | undefined}
 */
function answerAt(answers, path) {
  const [, group, row, name] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const holder = group ? answers[group]?.[Number(row)] : answers;
  return holder && { holder, name: name ?? path };
}
