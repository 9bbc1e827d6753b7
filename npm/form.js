import { address, lists } from "./address-module.js";
import { convertAddress } from "./address.js";
import { core } from "./core-module.js";
import { CanCuocError } from "./error.js";
import { judged } from "./evidence.js";
import { inPresentUnits, withOldUnits } from "./form-units.js";
import { oldUnit } from "./old-unit.js";
import { changes } from "./packs.js";
import { OF_ONE, asText, freeze, guarded, plain, plainToReturn, withDay } from "./plain.js";

/** @type {typeof import("./form.js").listServices} */
export function listServices(options) {
  return freeze(core.call((glue) => glue.listServices(withDay(options))));
}

/** @type {typeof import("./form.js").listForms} */
export function listForms(options) {
  return freeze(core.call((glue) => glue.listForms(withDay(options))));
}

/** @type {typeof import("./form.js").describeForm} */
export function describeForm(form, options) {
  return freeze(core.call((glue) => glue.describeForm(id(form), withDay(options))));
}

/** @type {typeof import("./form.js").prefill} */
export function prefill(form, identity, answers = {}, options) {
  const card = guarded("identity", () => plain(known(identity), "identity", OF_ONE));
  const given = plainToReturn(answers, "answers");
  const filled = core.call((glue) => glue.prefill(id(form), card, given, withDay(options)));
  return freeze(address.ready ? inPresentUnits(filled, convertAddress, options) : filled);
}

/**
 * What is filled in from: of a reading its person and document, of an identity also where each value came from.
 * @param {any} identity
 */
function known(identity) {
  if (typeof identity !== "object" || identity === null) return identity;
  const { source, kind, person, document, fields } = identity;
  return source === undefined ? { person, fields } : { source, kind, person, ...(document ? { document } : {}) };
}

/** @type {typeof import("./form.js").validate} */
export function validate(form, answers, options) {
  const given = plain(answers, "answers", OF_ONE);
  const day = withDay(options);
  const result = core.call((glue) => glue.validate(id(form), given, day));
  const look = oldUnit(day);
  if (!look) return freeze(result);
  const visible = new Set(result.visible);
  return freeze(withOldUnits(result, given, described(id(form), day), look, (path) => visible.has(path)));
}

/**
 * The last form that was validated: a page asks for one again and again.
 * @type {{ key: string, form: any } | undefined}
 */
let last;

/** @param {string} form @param {any} day */
function described(form, day) {
  const key = `${form} ${day.on} ${day.locale} ${changes}`;
  if (last?.key !== key) last = { key, form: core.call((glue) => glue.describeForm(form, day)) };
  return last.form;
}

/** @type {typeof import("./form.js").seal} */
export function seal(form, answers, context, options) {
  const [given, within] = [plainToReturn(answers, "answers"), plainToReturn(context, "context")];
  return freeze(core.call((glue) => glue.seal(id(form), given, within, withDay(options))));
}

/** @type {typeof import("./form.js").checkSealed} */
export function checkSealed(application, options) {
  const { evidence, ...rest } = guarded("options", () => ({ ...asObject(options) }));
  const asked = withDay(rest);
  const chip = evidence === undefined ? undefined : judged(evidence, /** @type {any} */ (asked));
  if (typeof application === "string") {
    // What is longer is not even copied into the core.
    if (application.length > OF_ONE.length)
      throw new CanCuocError("limit.input", `application, characters: at most ${OF_ONE.length}`);
    const check = core.call((glue) => glue.checkSealedText(application, asked, chip));
    return freeze(withUnitsOf(check, () => JSON.parse(application), asked));
  }
  const given = plain(application, "application", OF_ONE);
  return freeze(
    withUnitsOf(
      core.call((glue) => glue.checkSealed(given, asked, chip)),
      () => given,
      asked,
    ),
  );
}

/** Of what is no application of a known form no addresses are known. */
const UNUSABLE = ["form.not_sealed", "form.unknown_form"];

/**
 * The check, with what the lists of units say of the application's addresses as of the day of its seal.
 * @param {import("./form.js").SealCheck} check @param {() => any} application @param {any} asked
 */
function withUnitsOf(check, application, asked) {
  if (!lists.loaded || check.findings.some(({ code }) => UNUSABLE.includes(code))) return check;
  const { form, on, answers } = application();
  const day = { ...asked, on };
  const look = oldUnit(day);
  return look ? withOldUnits(check, answers, described(form, day), look) : check;
}

/** @param {any} options */
function asObject(options) {
  if (options !== undefined && (typeof options !== "object" || options === null))
    throw new CanCuocError("input.type", "options is not an object");
  return options;
}

/** @type {typeof import("./form.js").attach} */
export function attach(name, bytes) {
  if (!(bytes instanceof Uint8Array)) throw new CanCuocError("input.type", "bytes is not a Uint8Array");
  if (bytes.length > LARGEST_FILE) throw new CanCuocError("limit.input", `bytes: at most ${LARGEST_FILE}`);
  return freeze(core.call((glue) => glue.attach(String(name), bytes)));
}

/** A scanned paper is a few megabytes; what is longer is not even copied into the core. */
const LARGEST_FILE = 32 << 20;

/** @param {unknown} form */
function id(form) {
  return asText(form, "form").slice(0, 100);
}
