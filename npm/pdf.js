import { addPacksTo, loadAllPacks, loadFormOfPackage } from "./packs.js";
import { pdf } from "./pdf-module.js";
import { freeze, plainToReturn } from "./plain.js";

addPacksTo(pdf);

/** @type {typeof import("./pdf.js").default} */
export default async function init(source) {
  await Promise.all([pdf.init(source), loadAllPacks()]);
}

/** @type {typeof import("./pdf.js").initForm} */
export async function initForm(form, source) {
  await Promise.all([pdf.init(source), loadFormOfPackage(form)]);
}

/** @type {typeof import("./pdf.js").layoutPages} */
export function layoutPages(application) {
  const given = plainToReturn(application, "application");
  return freeze(pdf.call((glue) => glue.layoutPages(given)));
}

/** @type {typeof import("./pdf.js").pageFonts} */
export function pageFonts() {
  return freeze(pdf.call((glue) => glue.pageFonts()));
}

/** @type {typeof import("./pdf.js").renderPdf} */
export function renderPdf(application) {
  const given = plainToReturn(application, "application");
  return pdf.call((glue) => glue.renderPdf(given));
}
