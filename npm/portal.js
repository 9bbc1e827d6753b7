import { CanCuocError } from "./error.js";
import { judged } from "./evidence.js";
import { OF_ONE, asText, freeze, guarded, plain, plainToReturn, withDay } from "./plain.js";
import { portal } from "./portal-module.js";
import { today } from "./today.js";

/** @type {typeof import("./form.js").checkSealed} */
export function checkSealed(application, options) {
  const { evidence, ...rest } = guarded("options", () => ({ ...asObject(options) }));
  const asked = withDay(rest);
  const chip = evidence === undefined ? undefined : judged(evidence, /** @type {any} */ (asked));
  if (typeof application === "string") {
    // What is longer is not even copied.
    if (application.length > OF_ONE.length)
      throw new CanCuocError("limit.input", `application, characters: at most ${OF_ONE.length}`);
    const check = portal.call((glue) => glue.checkSealedText(application, asked, chip));
    return freeze(withUnitsOf(check, () => JSON.parse(application), asked));
  }
  const given = plain(application, "application", OF_ONE);
  const check = portal.call((glue) => glue.checkSealed(given, asked, chip));
  return freeze(withUnitsOf(check, () => given, asked));
}

/** Of what is no application of a known form no addresses are known. */
const UNUSABLE = ["form.not_sealed", "form.unknown_form"];

/**
 * The check, with what the lists of units say of the application's addresses as of the day of its seal.
 * @param {import("./form.js").SealCheck} check @param {() => any} application @param {any} asked
 * @returns {import("./form.js").SealCheck}
 */
function withUnitsOf(check, application, asked) {
  if (!today.knows || check.findings.some(({ code }) => UNUSABLE.includes(code))) return check;
  const { form, on, answers } = application();
  return today.knows.ofAnswers(check, answers, form, { ...asked, on });
}

/** @type {typeof import("./form.js").exportAs} */
export function exportAs(application, format, options) {
  const given = plainToReturn(application, "application");
  return freeze(portal.call((glue) => glue.exportAs(given, String(format), withDay(options))));
}

/** @type {typeof import("./form.js").importFrom} */
export function importFrom(form, submission, options) {
  const given = plainToReturn(submission, "submission");
  const id = asText(form, "form").slice(0, 100);
  return /** @type {any} */ (freeze(portal.call((glue) => glue.importFrom(id, given, withDay(options)))));
}

/** @param {any} options */
function asObject(options) {
  if (options !== undefined && (typeof options !== "object" || options === null))
    throw new CanCuocError("input.type", "options is not an object");
  return options;
}
