// A page of a portal around the form's element: a page of the demo that was emptied.

import { HOW, at } from "./form-page.mjs";

/** The element, as an expression in the page. */
export const ELEMENT = `document.querySelector("cancuoc-form")`;

/**
 * Opens it. What the host does to the element stands before its script is asked for.
 * @param {{ page: import("./harness.mjs").Page, origin: string }} context
 * @param {string} setup statements about `form`, which stands in the page
 * @param {{ first?: string | RegExp, scheme?: string }} [options] the heading to wait for; the page's colour scheme
 */
export async function hostPage({ page, origin }, setup, { first = HOW, scheme = "normal" } = {}) {
  await page.goto(`${origin}/receive.html?lang=vi`);
  await page.evaluate(`(async () => {
    document.body.replaceChildren();
    document.documentElement.style.colorScheme = "${scheme}";
    const form = document.createElement("cancuoc-form");
    for (const [name, value] of [["form", "ct01"], ["locale", "vi"], ["on", "2026-11-21"], ["draft", "off"]])
      form.setAttribute(name, value);
    document.body.append(form);
    ${setup};
    await import("/pkg/widget/form.js");
    await form.loaded;
  })()`);
  await at(page, first);
  page.problems.length = 0;
  return page;
}
