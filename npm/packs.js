import { core } from "./core-module.js";
import { CanCuocError } from "./error.js";
import { FORMS } from "./packs/forms.js";
import { freeze } from "./plain.js";
import { warnOnce } from "./setup.js";

/**
 * A file of `packs/`: the versions of forms, each with its id, its first day and its compiled pack (a character for
 * each byte), and the catalogue of services.
 * @typedef {readonly [form: string, from: string, compiled: string]} Version
 * @typedef {{ versions: readonly Version[], services?: object, own?: Uint8Array }} Packs `own`: one of a portal's
 */

/**
 * @template {import("./module.js").Glue} G
 * @typedef {import("./module.js").WasmModule<G>} WasmModule
 */

/** Every pack that was loaded: a module that starts, or starts again after a trap, gets all of them. @type {Packs[]} */
const loaded = [];

/** The modules that need packs. @type {WasmModule<any>[]} */
const takers = [];

addPacksTo(core);

/** From now on this module has every pack that is loaded. @param {WasmModule<any>} module */
export function addPacksTo(module) {
  takers.push(module);
  module.onStart(() => loaded.forEach((packs) => supply(module, packs)));
}

/**
 * Loads only what one form needs for its first field: the core and the packs of that form. `init()` may follow.
 * @param {string} form
 * @param {import("./module.js").WasmSource} [source]
 * @returns {Promise<void>}
 */
export async function initForm(form, source) {
  await Promise.all([core.init(source), loadFormOfPackage(form)]);
}

/** Loads the packs of all forms and the catalogue. @returns {Promise<void>} */
export async function loadAllPacks() {
  add(/** @type {any} */ (await import("./packs/all.js")).default);
}

/** How many packs of a portal came so far: what is kept of a form's description is of no use afterwards. */
export let changes = 0;

/** @type {typeof import("./index.js").loadPack} */
export function loadPack(compiled) {
  if (!(compiled instanceof Uint8Array)) throw new CanCuocError("input.type", "the pack is not a Uint8Array");
  if (compiled.length > LARGEST_PACK) throw new CanCuocError("limit.input", `pack, bytes: at most ${LARGEST_PACK}`);
  const own = Uint8Array.from(compiled);
  /** @type {import("./form.js").FormSummary} */
  const summary = core.call((glue) => glue.loadPack(own));
  for (const module of takers) if (module !== core && module.ready) module.call((glue) => glue.loadPack(own));
  loaded.push({ versions: [], own });
  ownForms.add(summary.id);
  changes += 1;
  return freeze(summary);
}

/** Forms of a portal. @type {Set<string>} */
const ownForms = new Set();

/** Ten times the largest of the package. */
const LARGEST_PACK = 1 << 20;

/** Loads the packs of one form. @param {string} form @returns {Promise<void>} */
export async function loadFormOfPackage(form) {
  const load = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
  if (!load && ownForms.has(form)) return;
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
  for (const module of takers) if (module.ready) supply(module, packs);
}

/**
 * @param {{ call: (use: (glue: any) => void) => void }} target
 * @param {Packs} packs
 */
function supply(target, { versions, services, own }) {
  target.call((glue) => {
    for (const [form, from, compiled] of versions) glue.supplyPack(form, from, toBytes(compiled));
    if (own) glue.loadPack(own);
    if (services) glue.supplyServices(services);
  });
}

/**
 * As `tools/packed-text.mjs` writes them: UTF-8 is text, a byte that is no part of it is U+E000 and its number.
 * @param {string} text
 */
export function toBytes(text) {
  const bytes = new TextEncoder().encode(text);
  let end = 0;
  for (let at = 0; at < bytes.length; end++) {
    const byte = bytes[at++];
    bytes[end] = byte === FIRST_OF_U_E000 ? (bytes[at++] << 6) | (bytes[at++] & 63) : byte;
  }
  return bytes.subarray(0, end);
}

const FIRST_OF_U_E000 = 0xee;
