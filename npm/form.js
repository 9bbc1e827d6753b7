import { core } from "./core-module.js";
import { CanCuocError } from "./error.js";
import { misreadAmong } from "./misread.js";
import { OF_ONE, asText, freeze, guarded, plain, plainToReturn, withDay } from "./plain.js";
import { today } from "./today.js";

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
  return freeze(today.knows ? today.knows.ofCard(filled, options) : filled);
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
  const misread = misreadAmong(given);
  const result = core.call((glue) => glue.validate(id(form), given, day, misread));
  if (!today.knows) return freeze(result);
  const visible = new Set(result.visible);
  return freeze(today.knows.ofAnswers(result, given, id(form), day, (path) => visible.has(path)));
}

/** @type {typeof import("./form.js").seal} */
export function seal(form, answers, context, options) {
  const [given, within] = [plainToReturn(answers, "answers"), plainToReturn(context, "context")];
  const misread = misreadAmong(given);
  return freeze(core.call((glue) => glue.seal(id(form), given, within, withDay(options), misread)));
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
