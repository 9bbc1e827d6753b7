/**
 * Light, unless the page around says that it is dark or goes with the system (`color-scheme`): the element has no
 * ground of its own, and a page that knows only light stays light on a dark phone. The attribute `theme` (`light`,
 * `dark`, `auto`) decides instead. It is told to the sheet by an attribute of ours: a host may set `theme` later.
 * @param {HTMLElement} element
 */
export function followPage(element) {
  const root = /** @type {ShadowRoot} */ (element.getRootNode());
  const around = element.parentElement ?? root.host ?? document.documentElement;
  const scheme = getComputedStyle(around).colorScheme ?? "";
  const dark = scheme.includes("dark");
  const follows = dark && (scheme.includes("light") ? "auto" : "dark");
  if (follows) element.dataset.ccScheme = follows;
  else delete element.dataset.ccScheme;
  dress(element);
}

/** A look of another name comes with its own sheet. @param {HTMLElement} element */
function dress(element) {
  if (/^(light|dark|auto)?$/.test(element.getAttribute("theme") ?? "")) return;
  import("./themes/themes.js").then(
    ({ wear }) => wear(element),
    () => {},
  );
}

/** @param {HTMLElement} element */
export function watchTheme(element) {
  new MutationObserver(() => dress(element)).observe(element, { attributeFilter: ["theme"] });
}
