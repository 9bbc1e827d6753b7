// What a page would print: the rules for paper hold on the screen for a moment, in any engine.

/** Where the tree of an element is, open shadow trees included. In the page. */
function install() {
  const found = /** @type {any} */ (window);
  found.printed = [];
  /** @param {Document | ShadowRoot} root @returns {(Document | ShadowRoot)[]} */
  const rootsOf = (root) => [
    root,
    ...[...root.querySelectorAll("*")].flatMap((each) => (each.shadowRoot ? rootsOf(each.shadowRoot) : [])),
  ];
  /** @param {any} rules @param {any[]} changed */
  const forPaper = (rules, changed) => {
    for (const rule of rules) {
      if (rule.media?.mediaText.includes("print")) {
        changed.push([rule.media, rule.media.mediaText]);
        rule.media.mediaText = "all";
      } else if (rule.cssRules) forPaper(rule.cssRules, changed);
    }
  };
  /** @param {Node} node @returns {string} */
  const seen = (node) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || !node.getClientRects().length) return "";
    const children = node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : [...node.childNodes];
    const all = children.flatMap((child) => (child instanceof ShadowRoot ? [...child.childNodes] : [child]));
    return all.map(seen).join(node instanceof SVGElement ? " " : "\n");
  };
  window.print = () => {
    const sheets = new Set(rootsOf(document).flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets]));
    /** @type {any[]} */ const changed = [];
    for (const sheet of sheets) forPaper(sheet.cssRules, changed);
    const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    found.printed.push({
      text: seen(document.body).replace(/\s+/g, " ").trim(),
      pages: rootsOf(document)
        .flatMap((root) => [...root.querySelectorAll("svg.page")])
        .filter((page) => page.getClientRects().length).length,
      paper: rules.map((rule) => rule.cssText).find((text) => text.startsWith("@page")) ?? "",
    });
    for (const [media, before] of changed) media.mediaText = before;
    dispatchEvent(new Event("afterprint"));
  };
}

/**
 * From now on what is printed stands in `printed`: what can be read on it, how many pages of a form, the paper.
 * @param {import("./harness.mjs").Page} page
 */
export const keepPrints = (page) => page.evaluate(`(${install})()`);

/** What was printed last, once it was. @param {import("./harness.mjs").Page} page @param {number} count */
export async function print(page, count) {
  await page.waitFor(`printed.length === ${count}`, `print ${count}`);
  return page.evaluate(`printed.at(-1)`);
}
