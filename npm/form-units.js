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
 * What the lists of units say of addresses that must be today's, among what the core found: a warning each, with the
 * address of today to take over where there is one and no doubt. Without the lists the core sees districts and former
 * cities by their kind; with them also a commune that is gone. As `src/form/addresses.rs`.
 * @template {{ readonly findings: readonly import("./index.js").Finding[] }} R
 * @param {R} result
 * @param {any} answers
 * @param {import("./form.js").FormDescription} form
 * @param {(text: string, path: string, label: string) => import("./index.js").Finding | null | undefined} oldUnit
 * @param {(path: string) => boolean} [isShown]
 * @returns {R}
 */
export function withOldUnits(result, answers, form, oldUnit, isShown = () => true) {
  const findings = [...result.findings];
  let found = 0;
  for (const { path, label, text } of addressesOfToday(form, answers)) {
    if (!isShown(path) || result.findings.some((one) => one.path === path && one.severity === "error")) continue;
    const finding = oldUnit(text, path, label);
    if (!finding) continue;
    const seen = findings.findIndex((one) => one.path === path && one.code === "plausibility.old_unit");
    findings.splice(seen < 0 ? findings.length : seen, seen < 0 ? 0 : 1, finding);
    found++;
  }
  return found ? { ...result, findings } : result;
}

/**
 * The addresses that somebody wrote and that are not told as they were, in the order of the form.
 * @param {import("./form.js").FormDescription} form
 * @param {any} answers
 */
function addressesOfToday(form, answers) {
  const meanings = /** @type {{ past?: string[], group?: string }[]} */ (form.meanings ?? []);
  const past = new Set(
    meanings.flatMap(({ past, group }) => (past ?? []).map((name) => (group ? `${group}.${name}` : name))),
  );
  /** @param {import("./form.js").FormField} field @param {any} holder @param {string} before @param {string} name */
  const one = ({ id, type, value, label }, holder, before, name) => {
    const text = holder?.[id];
    const asked = type === "address" && value === undefined && !past.has(name);
    return asked && typeof text === "string" && text.trim() ? [{ path: `${before}${id}`, label, text }] : [];
  };
  return form.sections
    .flatMap((section) => section.fields)
    .flatMap((field) => {
      if (field.type !== "group") return one(field, answers, "", field.id);
      const rows = /** @type {unknown} */ (answers?.[field.id]);
      if (!Array.isArray(rows)) return [];
      return rows.flatMap((row, number) =>
        (field.fields ?? []).flatMap((inner) => one(inner, row, `${field.id}[${number}].`, `${field.id}.${inner.id}`)),
      );
    });
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
