import { core } from "./core-module.js";
import { CanCuocError } from "./error.js";
import { exporter } from "./export-module.js";
import { FORMS } from "./packs/forms.js";
import { warnOnce } from "./setup.js";

/**
 * A file of `packs/`: the versions of forms, each with its id, its first day and its compiled pack (a character for
 * each byte), and the catalogue of services.
 * @typedef {readonly [form: string, from: string, compiled: string]} Version
 * @typedef {{ versions: readonly Version[], services?: object }} Packs
 */

/** Every pack that was loaded: a module that starts, or starts again after a trap, gets all of them. @type {Packs[]} */
const loaded = [];

core.onStart(() => loaded.forEach((packs) => supply(core, packs)));
exporter.onStart(() => loaded.forEach((packs) => supply(exporter, packs)));

/**
 * Loads only what one form needs for its first field: the core and the packs of that form. `init()` may follow.
 * @param {string} form
 * @param {import("./module.js").WasmSource} [source]
 * @returns {Promise<void>}
 */
export async function initForm(form, source) {
  await Promise.all([core.init(source), loadPack(form)]);
}

/** Loads the packs of all forms and the catalogue. @returns {Promise<void>} */
export async function loadAllPacks() {
  add(/** @type {any} */ (await import("./packs/all.js")).default);
}

/** @param {string} form @returns {Promise<void>} */
async function loadPack(form) {
  const load = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
  if (!load) throw new CanCuocError("form.unknown", "the form is not among the packs");
  try {
    add((await load()).default);
  } catch (cause) {
    throw await notLoaded(form, cause);
  }
}

/**
 * Browsers do not say why a script did not come. Where the core did, it is not the network: the pack is not where the
 * bundler or the server should have it.
 * @param {string} form @param {unknown} cause
 */
async function notLoaded(form, cause) {
  const online = /** @type {any} */ (globalThis).navigator?.onLine !== false;
  const isThere = await core.init().then(
    () => online,
    () => false,
  );
  if (!isThere) return new CanCuocError("init.source", `the pack of ${form} could not be loaded`, { cause });
  const error = new CanCuocError("init.not_found", `the pack of ${form} is not beside the scripts`, { cause });
  warnOnce(error.message);
  return error;
}

/** @param {Packs} packs */
function add(packs) {
  if (loaded.includes(packs)) return;
  loaded.push(packs);
  if (core.ready) supply(core, packs);
  if (exporter.ready) supply(exporter, packs);
}

/**
 * @param {{ call: (use: (glue: any) => void) => void }} target
 * @param {Packs} packs
 */
function supply(target, { versions, services }) {
  target.call((glue) => {
    for (const [form, from, compiled] of versions) glue.supplyPack(form, from, toBytes(compiled));
    if (services) glue.supplyServices(services);
  });
}

/** @param {string} text a character for each byte */
function toBytes(text) {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
