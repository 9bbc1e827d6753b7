import { core } from "./core.js";
import { CanCuocError } from "./error.js";
import { more } from "./more.js";
import { fromJson, optionsJson, toJson } from "./plain.js";

/** @type {typeof import("./form.js").listServices} */
export function listServices(options) {
  return fromJson(core.call((glue) => glue.listServices(optionsJson(options))));
}

/** @type {typeof import("./form.js").listForms} */
export function listForms(options) {
  return fromJson(core.call((glue) => glue.listForms(optionsJson(options))));
}

/** @type {typeof import("./form.js").describeForm} */
export function describeForm(form, options) {
  return fromJson(core.call((glue) => glue.describeForm(id(form), optionsJson(options))));
}

/** @type {typeof import("./form.js").prefill} */
export function prefill(form, identity, answers = {}, options) {
  const [card, given] = [toJson(identity, "identity"), toJson(answers, "answers")];
  const filled = fromJson(core.call((glue) => glue.prefill(id(form), card, given, optionsJson(options))));
  return more.ready ? more.call((glue) => glue.inPresentUnits(filled, options)) : filled;
}

/** @type {typeof import("./form.js").validate} */
export function validate(form, answers, options) {
  const given = toJson(answers, "answers");
  return fromJson(core.call((glue) => glue.validate(id(form), given, optionsJson(options))));
}

/** @type {typeof import("./form.js").seal} */
export function seal(form, answers, context, options) {
  const [given, more] = [toJson(answers, "answers"), toJson(context, "context")];
  return fromJson(core.call((glue) => glue.seal(id(form), given, more, optionsJson(options))));
}

/** @type {typeof import("./form.js").checkSealed} */
export function checkSealed(application, options) {
  const text = typeof application === "string" ? application : toJson(application, "application");
  return fromJson(core.call((glue) => glue.checkSealed(text, optionsJson(options))));
}

/** @type {typeof import("./form.js").exportAs} */
export function exportAs(application, format, options) {
  const what = toJson(application, "application");
  return fromJson(more.call((glue) => glue.exportAs(what, String(format), optionsJson(options))));
}

/** @type {typeof import("./form.js").importFrom} */
export function importFrom(form, submission, options) {
  const given = toJson(submission, "submission");
  return fromJson(more.call((glue) => glue.importFrom(id(form), given, optionsJson(options))));
}

/** @type {typeof import("./form.js").attach} */
export function attach(name, bytes) {
  if (!(bytes instanceof Uint8Array)) throw new CanCuocError("input.type", "bytes is not a Uint8Array");
  if (bytes.length > LARGEST_FILE) throw new CanCuocError("limit.input", `bytes: at most ${LARGEST_FILE}`);
  return fromJson(core.call((glue) => glue.attach(String(name), bytes)));
}

/** A scanned paper is a few megabytes; what is longer is not even copied into the core. */
const LARGEST_FILE = 64 << 20;

/** @param {unknown} form */
function id(form) {
  if (typeof form !== "string") throw new CanCuocError("input.type", "form is not a string");
  return form.length > 100 ? form.slice(0, 100) : form;
}
