import { NOTHING, whole } from "./scan/back-found.js";
import { init, look } from "./scan/back-look.js";
import { readSizes, serve } from "./worker-port.js";

/** The thread that reads a card's back: `kind` is `warm`, `photo` or `pixels`. */
serve(init, ({ kind, blob, image, before, locale }, progress) => {
  if (kind === "photo") return readSizes(blob, progress, (each, had) => look(each, had, locale), whole);
  return kind === "pixels" ? look(image, before, locale) : NOTHING;
});
