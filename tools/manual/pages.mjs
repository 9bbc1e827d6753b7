// The manual's pages: where each text is kept, where it stands on the site, and under which words the navigation has
// it. A text is written once, in the repository; what is not kept there is generated from the package.

import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");
/** What is built on the way. */
export const WORK = join(ROOT, "target", "manual");
/** The texts as the generator takes them. */
export const SOURCES = join(WORK, "pages");
/** The site, beside the pages of the demo. */
export const SITE = join(ROOT, "www", "manual");
export const BASE = "/manual/";

/** The demo's own pages, which stand beside the manual: VitePress puts its base before a link. */
const DEMO = { playground: "/../playground.html", gallery: "/../gallery.html" };

/**
 * @typedef {object} Page
 * @property {string} to its place on the site, without the ending
 * @property {string} [from] the file of the repository; without one it is generated
 * @property {string} words in the navigation
 */

/** @type {{ words: string, pages: Page[] }[]} */
export const ENGLISH = [
  {
    words: "Begin",
    pages: [
      { to: "start", from: "docs/start.md", words: "Start in ten minutes" },
      { to: "overview", from: "README.md", words: "What it is, and what not" },
      { to: "officers", from: "docs/officers.md", words: "For officers" },
    ],
  },
  {
    words: "In a page",
    pages: [
      { to: "embed", from: "docs/embed.md", words: "Embed it" },
      { to: "elements", words: "Elements" },
      { to: "portal", from: "docs/portal.md", words: "What a portal must not believe" },
      { to: "portal-example", from: "examples/portal/README.md", words: "A portal to start from" },
    ],
  },
  { words: "Functions", pages: [] },
  {
    words: "Forms and rules",
    pages: [
      { to: "packs", from: "docs/packs.md", words: "Packs" },
      { to: "rules", from: "docs/rules.md", words: "The rule language" },
      { to: "findings", from: "docs/findings.md", words: "Findings" },
      { to: "pdf", from: "docs/pdf.md", words: "The form as a PDF" },
      { to: "addresses", from: "docs/addresses.md", words: "Addresses" },
      { to: "people", from: "docs/people.md", words: "Lists of people" },
      { to: "text", from: "docs/text.md", words: "Misread text" },
    ],
  },
  {
    words: "Servers",
    pages: [{ to: "server", from: "docs/server.md", words: "Node, Python, Java, Go, …" }],
  },
  {
    words: "Cards",
    pages: [
      { to: "scan", from: "docs/scan.md", words: "The scanner" },
      { to: "chip", from: "docs/chip.md", words: "What a chip proves" },
      { to: "reader", from: "docs/reader.md", words: "Reading a chip" },
      { to: "android", from: "examples/android/README.md", words: "An app for Android" },
      { to: "ios", from: "examples/ios/README.md", words: "An app for iOS" },
    ],
  },
  {
    words: "Security",
    pages: [
      { to: "security", from: "docs/security.md", words: "Who attacks, what holds" },
      { to: "privacy", from: "docs/privacy.md", words: "Personal data" },
      { to: "limits", from: "docs/limits.md", words: "Limits" },
      { to: "report", from: "SECURITY.md", words: "Report a fault" },
    ],
  },
  {
    words: "The project",
    pages: [
      { to: "measured", from: "docs/measured.md", words: "Measured" },
      { to: "reports", from: "docs/reports.md", words: "What public reports showed" },
      { to: "map", from: "ARCHITECTURE.md", words: "The map" },
      { to: "site", from: "www/README.md", words: "The pages of the demo" },
      { to: "scripts", from: "npm/README.md", words: "The package's scripts" },
      { to: "contribute", from: "CONTRIBUTING.md", words: "Contribute" },
      { to: "changes", from: "CHANGELOG.md", words: "What changed" },
    ],
  },
];

/** @type {{ words: string, pages: Page[] }[]} */
export const VIETNAMESE = [
  {
    words: "Bắt đầu",
    pages: [
      { to: "vi/start", from: "docs/start.vi.md", words: "Bắt đầu trong mười phút" },
      { to: "vi/overview", from: "README.vi.md", words: "Làm được gì, không làm được gì" },
      { to: "vi/officers", from: "docs/officers.vi.md", words: "Dành cho cán bộ" },
    ],
  },
];

/** The first pages of both languages. @type {Page[]} */
export const FIRST = [
  { to: "index", from: "docs/index.md", words: "The manual" },
  { to: "vi/index", from: "docs/index.vi.md", words: "Tài liệu" },
];

/** The entries of the package, each with a page of its functions and types: from the declaration's file. */
export const FUNCTIONS = [
  { to: "functions/index", name: "cancuoc", file: "index.d.ts" },
  { to: "functions/scan", name: "cancuoc/scan", file: "scan.d.ts" },
  { to: "functions/scan-mrz", name: "cancuoc/scan-mrz", file: "scan-mrz.d.ts" },
  { to: "functions/chip", name: "cancuoc/chip", file: "chip.d.ts" },
  { to: "functions/chip-files", name: "cancuoc/chip-files", file: "chip-files.d.ts" },
  { to: "functions/reader", name: "cancuoc/reader", file: "reader.d.ts" },
  { to: "functions/jp2", name: "cancuoc/jp2", file: "jp2.d.ts" },
  { to: "functions/sheet", name: "cancuoc/sheet", file: "sheet.d.ts" },
  { to: "functions/list", name: "cancuoc/list", file: "list.d.ts" },
  { to: "functions/pdf", name: "cancuoc/pdf", file: "pdf.d.ts" },
  { to: "functions/handover", name: "cancuoc/handover", file: "handover.d.ts" },
  { to: "functions/widget", name: "cancuoc/widget", file: "widget.d.ts" },
  { to: "functions/react", name: "cancuoc/react", file: "react.d.ts" },
  { to: "functions/assets", name: "cancuoc/assets", file: "assets.d.ts" },
];

/** Every page with a text of the repository. @type {Page[]} */
export const KEPT = [
  ...FIRST,
  ...ENGLISH.flatMap(({ pages }) => pages),
  ...VIETNAMESE.flatMap(({ pages }) => pages),
].filter(({ from }) => from);

/** The navigation beside the pages, as VitePress takes it. */
export function sidebars() {
  const english = ENGLISH.map(({ words, pages }) => ({
    text: words,
    items:
      words === "Functions"
        ? FUNCTIONS.map(({ to, name }) => ({ text: name, link: `/${to.replace(/index$/, "")}` }))
        : pages.map((page) => ({ text: page.words, link: `/${page.to}` })),
  }));
  const vietnamese = VIETNAMESE.map(({ words, pages }) => ({
    text: words,
    items: pages.map((page) => ({ text: page.words, link: `/${page.to}` })),
  }));
  return {
    "/vi/": [
      ...vietnamese,
      tryIt("Thử ngay", "Thử và lấy mã", "Mọi phần tử, mọi trạng thái"),
      { text: "Chi tiết (tiếng Anh)", items: english.flatMap(({ items }) => items) },
    ],
    "/": [...english.slice(0, 1), tryIt("Try it", "Playground", "Gallery"), ...english.slice(1)],
  };
}

/** @param {string} words @param {string} playground @param {string} gallery */
const tryIt = (words, playground, gallery) => ({
  text: words,
  items: [
    { text: playground, link: DEMO.playground, target: "_self", rel: "" },
    { text: gallery, link: DEMO.gallery, target: "_self", rel: "" },
  ],
});
