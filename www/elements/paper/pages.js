import { drawPage, FAMILY } from "./drawing.js";
import { words } from "./words.js";

/** What was laid out already, by the sealed application. @type {WeakMap<object, import("../../pdf.js").FormPages>} */
const laid = new WeakMap();

/**
 * The pages of the official form as they stand in the PDF, drawn for this document.
 * @param {any} sealed @param {"vi" | "en"} locale @returns {Promise<SVGElement[]>}
 */
export async function formPages(sealed, locale) {
  const form = laid.get(sealed) ?? (await layOut(sealed));
  const all = form.pages.length;
  return form.pages.map((marks, index) => drawPage(form, marks, words(locale, "page", { n: index + 1, all })));
}

/** @param {any} sealed */
async function layOut(sealed) {
  const { initForm, layoutPages, pageFonts } = await import("../../pdf.js");
  await initForm(sealed.form);
  const form = layoutPages(sealed);
  await addFonts(pageFonts());
  laid.set(sealed, form);
  return form;
}

/** Once in a document. A browser that takes none draws the pages with a font of the same widths. */
let added = false;

/** @param {ReturnType<typeof import("../../pdf.js").pageFonts>} fonts */
async function addFonts(fonts) {
  if (added || typeof FontFace === "undefined") return;
  added = true;
  await Promise.allSettled(
    fonts.map(async ({ face, bytes }) => {
      const style = { weight: face === "bold" ? "700" : "400", style: face === "italic" ? "italic" : "normal" };
      document.fonts.add(await new FontFace(FAMILY, bytes, style).load());
    }),
  );
}
