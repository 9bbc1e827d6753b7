// The texts of the repository as pages of the site: links lead to pages, or say in words what no page shows.

import { dirname, join, relative } from "node:path/posix";

import { KEPT } from "./pages.mjs";

const PLACES = new Map(KEPT.map(({ from, to }) => [from, to]));
const WORDS = new Map(KEPT.map(({ to, words }) => [to, words]));

/** What a link to a file of the repository that is no page, but is shown by one, leads to. */
const SHOWN = new Map([
  ["npm/index.d.ts", "functions/index"],
  ["npm/custom-elements.json", "elements"],
  ["www/elements/styles/tokens.css.js", "elements#tokens"],
]);

/**
 * @param {string} text @param {string} from the file @param {string} to its place on the site
 */
export function asPage(text, from, to) {
  return outsideCode(text, (part) =>
    withoutComments(part).replace(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (all, picture, words, target) => {
      if (/^(https?:|mailto:|#)/.test(target)) return all;
      const [path, anchor] = target.split("#");
      // The demo's pages, which stand beside the manual.
      if (/^(\.\.\/)*www\/\w+\.html$/.test(path)) return `[${words}](${demo(path)}){target="_self"}`;
      const file = join(dirname(from), path);
      const place = PLACES.get(file) ?? PLACES.get(join(file, "README.md")) ?? SHOWN.get(file);
      if (place === undefined || picture) return words;
      const [page, part = anchor] = place.split("#");
      const link = relative(dirname(to), page);
      // A reader of the site knows the pages by their words, not by their files.
      const said = /^[\w/-]+\.md$/.test(words) ? (WORDS.get(page) ?? words) : words;
      return `[${said}](${link.startsWith(".") ? link : `./${link}`}.md${part ? `#${part}` : ""})`;
    }),
  );
}

/** @param {string} path */
const demo = (path) => path.replace(/^.*www\//, "/../");

/** @param {string} text */
const withoutComments = (text) => text.replace(/<!--[^]*?-->\n*/g, "");

/**
 * What is no code, changed. Code stays as it is: between fences, and between backticks of a line.
 * @param {string} text @param {(part: string) => string} change
 */
export function outsideCode(text, change) {
  const parts = text.split(/(^```[^]*?^```$)/m);
  return parts.map((part, index) => (index % 2 ? part : change(part))).join("");
}
