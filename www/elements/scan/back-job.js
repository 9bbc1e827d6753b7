import { backWorker } from "../back-worker-address.js";
import { NOTHING, whole } from "./back-found.js";

/** What a `Scanner` needs to read a card's back. @type {import("../scanner.js").Job} */
export const BACK = {
  start: backWorker,
  whole,
  async inPage({ kind, image, before, locale }) {
    const { init, look } = await import("./back-look.js");
    await init();
    // The page opens the photo, and comes again with its pixels.
    if (kind === "photo") throw Object.assign(new Error(kind), { code: "picture" });
    return kind === "warm" ? NOTHING : look(image, before, locale);
  },
};
