import { h } from "../dom.js";
import { words } from "../paper/words.js";

/**
 * The form as it is printed. Its answers stand below as text, for who cannot see the picture and where it cannot be
 * had.
 * @param {import("../paper/sheet.js").Sheet} sheet @param {"vi" | "en"} locale
 */
export function paperOf(sheet, locale) {
  const place = h("section", { class: "paper", "aria-labelledby": "view-paper", hidden: true });
  sheet.load().then(
    (pages) => {
      place.replaceChildren(
        h("h3", { id: "view-paper" }, words(locale, "shown")),
        ...pages.map((page) => page.cloneNode(true)),
      );
      place.hidden = false;
    },
    () => {},
  );
  return place;
}
