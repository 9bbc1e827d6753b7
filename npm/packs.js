import { core } from "./core.js";
import { CanCuocError } from "./error.js";
import { more } from "./more.js";

/**
 * A file of `packs/`: the versions of forms, each with its id, its first day and its text, and the catalogue's text.
 * @typedef {{ versions: readonly (readonly [form: string, from: string, text: string])[], services?: string }} Packs
 */

/** Every pack that was loaded: a module that starts, or starts again after a trap, gets all of them. @type {Packs[]} */
const loaded = [];

core.onStart(() => loaded.forEach((packs) => supply(core, packs)));
more.onStart(() => loaded.forEach((packs) => supply(more, packs)));

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
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(form)) throw new CanCuocError("form.unknown", "the form is not among the packs");
  let packs;
  try {
    packs = (await import(`./packs/${form}.js`)).default;
  } catch (cause) {
    throw new CanCuocError("form.unknown", "the form is not among the packs, or its pack could not be loaded", { cause });
  }
  add(packs);
}

/** @param {Packs} packs */
function add(packs) {
  if (loaded.includes(packs)) return;
  loaded.push(packs);
  if (core.ready) supply(core, packs);
  if (more.ready) supply(more, packs);
}

/**
 * @param {{ call: (use: (glue: any) => void) => void }} target
 * @param {Packs} packs
 */
function supply(target, { versions, services }) {
  target.call((glue) => {
    for (const [form, from, text] of versions) glue.supplyPack(form, from, text);
    if (services) glue.supplyServices(services);
  });
}
