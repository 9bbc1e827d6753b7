// The manual's site. It keeps the policy of the demo: no inline script, no inline style, nothing from elsewhere.

import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { transformerStyleToClass } from "@shikijs/transformers";
import { defineConfig } from "vitepress";

import { BASE, SITE, SOURCES, WORK, sidebars } from "../pages.mjs";

const here = join(import.meta.dirname, "..");

/** The colours of code, as classes: the policy allows no `style=""`. */
const colours = transformerStyleToClass({ classPrefix: "code-" });

/** In which the code of the pages is written. */
const LANGUAGES = /** @type {any[]} */ (
  "bash csharp css go html java js json jsx kotlin php python rust svelte swift ts tsx vue xml".split(" ")
);

/** What VitePress writes into each page, from a file instead. */
const EARLY = `(() => {
  const wanted = localStorage.getItem("vitepress-theme-appearance") || "auto";
  const dark = wanted === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : wanted === "dark";
  document.documentElement.classList.toggle("dark", dark);
  document.documentElement.classList.toggle("mac", /Mac|iPhone|iPad/.test(navigator.platform));
})();
`;

export default defineConfig({
  title: "cancuoc",
  base: BASE,
  srcDir: relative(here, SOURCES),
  outDir: relative(here, SITE),
  cacheDir: relative(here, join(WORK, "cache")),
  // Nothing is said of when a file was changed: a copy of the project without its history builds the same.
  lastUpdated: false,
  metaChunk: true,
  // Firefox takes fetching ahead for something that the policy has no word for.
  router: { prefetchLinks: false },
  // VueUse would stop transitions by a style of its own, which the policy forbids.
  appearance: /** @type {any} */ ({ disableTransition: false }),
  head: [
    ["link", { rel: "icon", href: "/icons/icon.svg", type: "image/svg+xml" }],
    ["link", { rel: "stylesheet", href: `${BASE}code.css` }],
    ["script", { src: `${BASE}early.js` }],
  ],
  locales: {
    root: { label: "English", lang: "en", description: "Vietnamese ID cards and forms in a page" },
    vi: {
      label: "Tiếng Việt",
      lang: "vi",
      description: "Thẻ căn cước và tờ khai trong trang của bạn",
      themeConfig: {
        nav: [
          { text: "Bắt đầu", link: "/vi/start" },
          { text: "Dành cho cán bộ", link: "/vi/officers" },
          { text: "Trang thử", link: "/../index.html", target: "_self", rel: "" },
        ],
        outline: { label: "Trong trang này", level: [2, 3] },
        docFooter: { prev: "Trang trước", next: "Trang sau" },
        darkModeSwitchLabel: "Nền tối",
        lightModeSwitchTitle: "Chuyển sang nền sáng",
        darkModeSwitchTitle: "Chuyển sang nền tối",
        sidebarMenuLabel: "Các trang",
        returnToTopLabel: "Lên đầu trang",
        langMenuLabel: "Ngôn ngữ",
        skipToContentLabel: "Đến nội dung chính",
      },
    },
  },
  themeConfig: {
    logo: { src: "/logo.svg", alt: "" },
    i18nRouting: false,
    nav: [
      { text: "Start", link: "/start" },
      { text: "Elements", link: "/elements" },
      { text: "Functions", link: "/functions/" },
      { text: "The demo", link: "/../index.html", target: "_self", rel: "" },
    ],
    outline: { level: [2, 3] },
    sidebar: sidebars(),
    search: {
      provider: "local",
      options: {
        locales: {
          vi: {
            translations: {
              button: { buttonText: "Tìm", buttonAriaLabel: "Tìm trong tài liệu" },
              modal: {
                displayDetails: "Hiện chi tiết",
                resetButtonTitle: "Xoá",
                backButtonTitle: "Đóng",
                noResultsText: "Không thấy",
                footer: { selectText: "mở", navigateText: "chuyển", closeText: "đóng" },
              },
            },
          },
        },
      },
    },
  },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    codeTransformers: [colours],
    config: (md) => {
      // A heading of a column with nothing in it is none.
      for (const [rule, beside] of /** @type {const} */ ([
        ["th_open", 1],
        ["th_close", -1],
      ])) {
        md.renderer.rules[rule] = (tokens, at, options, _env, self) => {
          if (!tokens[at + beside].content) tokens[at].tag = "td";
          return self.renderToken(tokens, at, options);
        };
      }
    },
    // Without a list every grammar that there is is loaded.
    languages: LANGUAGES,
  },
  vite: {
    build: { chunkSizeWarningLimit: 2000 },
    publicDir: join(here, "public"),
  },
  transformHtml: (html) =>
    html.replace(/<script id="check-[^>]*>[^]*?<\/script>\s*/g, "").replace(/(<[^>]*?) style="[^"]*"/g, "$1"),
  buildEnd: () => {
    writeFileSync(join(SITE, "code.css"), colours.getCSS());
    writeFileSync(join(SITE, "early.js"), EARLY);
  },
});
