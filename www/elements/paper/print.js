/** The element and all that holds it carry this while it is printed. */
const MARK = "data-cancuoc-print";

/**
 * The page around is left out, whatever it looks like: only what holds the form is kept, without its own shape. The
 * pages of the form have their margins themselves, and the browser's lines above and below do not fit a form.
 */
const RULES = `@page { size: A4; margin: 0; }
@media print {
  [${MARK}] > :not([${MARK}]) { display: none !important; }
  [${MARK}] { display: block !important; position: static !important; block-size: auto !important;
    max-block-size: none !important; inline-size: auto !important; max-inline-size: none !important;
    min-block-size: 0 !important; margin: 0 !important; padding: 0 !important;
    border: 0 !important; overflow: visible !important; background: none !important; transform: none !important; }
}`;

/** Prints the form alone, without the portal's page around it. @param {HTMLElement} element */
export function printAlone(element) {
  const sheet = sheetOf(RULES);
  /** @type {Element[]} */ const marked = [];
  /** @type {Set<Document | ShadowRoot>} */ const roots = new Set();
  for (let at = /** @type {Element | null} */ (element); at; at = holderOf(at)) {
    marked.push(at);
    at.setAttribute(MARK, "");
    roots.add(/** @type {Document | ShadowRoot} */ (at.getRootNode()));
  }
  if (sheet) for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const restore = () => {
    for (const each of marked) each.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}

/** @param {Element} element @returns {Element | null} */
function holderOf(element) {
  return element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host ?? null;
}

/** Under a strict policy a sheet can only be made so; a browser that cannot prints the page with all that is on it. */
function sheetOf(/** @type {string} */ rules) {
  if (typeof CSSStyleSheet === "undefined" || !("replaceSync" in CSSStyleSheet.prototype)) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
