// From a photo of a card to a sealed application, in Node. The README shows these lines.

import init, { checkSealed, prefill, readQr, reconcile, seal, validate } from "cancuoc";
import initScan, { scan } from "cancuoc/scan";

import { decodePicture } from "../picture.mjs";

/**
 * @param {string | URL} photo
 * @param {Record<string, unknown>} typed what the citizen fills in
 * @param {{ on: string }} options
 */
export async function mainJob(photo, typed, options) {
  await Promise.all([init(), initScan()]);
  const [symbol] = scan(decodePicture(photo), { effort: "photo" });
  const reading = readQr(symbol.bytes, options);
  const identity = reconcile([reading], options);
  const { answers, provenance } = prefill("ct01", identity, typed, options);
  const { ok, findings } = validate("ct01", answers, options);
  if (!ok) return { reading, findings };
  const context = { provenance, assurance: identity.assurance, sealedAt: `${options.on}T08:00:00+07:00` };
  const application = seal("ct01", answers, context, options);
  return { reading, findings, application, checked: checkSealed(application, options) };
}
