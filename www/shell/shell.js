import { h, svg } from "./dom.js";
import { locale, onLocale, restoreLocale, setLocale, t } from "./locale.js";
import { restoreTextSize, textSizeButton } from "./text-size.js";

/** The pages of the site, in the order of the navigation. */
const PAGES = [
  { file: "index.html", vi: "Thủ tục", en: "Services" },
  { file: "check.html", vi: "Kiểm tra giấy tờ", en: "Check a document" },
  { file: "chip.html", vi: "Chip", en: "Chip" },
  { file: "address.html", vi: "Địa chỉ", en: "Addresses" },
  { file: "lists.html", vi: "Danh sách", en: "Lists" },
  { file: "desk.html", vi: "Bàn hỗ trợ", en: "Help desk" },
  { file: "officer.html", vi: "Cán bộ", en: "Officer" },
];

/**
 * Puts header, navigation, language switch and footer around the page's `<main>`.
 * Safe to call once a page; call it first.
 * @param {Promise<unknown>} [first] what the page must have done before it is kept for use without a network
 */
export function mountShell(first = Promise.resolve()) {
  restoreLocale();
  restoreTextSize();
  const main = document.querySelector("main");
  if (!main) return;
  // Of a page that is left meanwhile, or of a broken line: the next page does it.
  first.then(settle, settle).catch(() => {});
  main.id ||= "main";
  main.tabIndex = -1;
  document.body.prepend(skipLink(main), header());
  document.body.append(footer());
  onLocale(() =>
    document
      .querySelectorAll(".languages button")
      .forEach((button) => button.setAttribute("aria-pressed", String(button.getAttribute("lang") === locale()))),
  );
}

/** What nobody waits for: the site among the apps of the device, and without a network. */
async function settle() {
  document.head.append(
    h("link", { rel: "manifest", href: "./manifest.webmanifest" }),
    h("link", { rel: "apple-touch-icon", href: "./icons/icon-180.png" }),
  );
  const { keepOffline } = await import("./offline.js");
  keepOffline();
}

/** @param {HTMLElement} main */
function skipLink(main) {
  const link = h("a", { class: "skip button", href: `#${main.id}` });
  onLocale(() => (link.textContent = t("Đến nội dung chính", "Skip to the content")));
  return link;
}

function header() {
  const brand = h("a", { class: "brand", href: "./index.html" }, logo(), "cancuoc");
  const list = h("ul");
  const nav = h("nav", { class: "site-nav", id: "site-nav" }, list);
  const here = location.pathname.split("/").pop() || "index.html";
  const menu = menuButton(nav);
  onLocale(() => {
    nav.setAttribute("aria-label", t("Các trang", "Pages"));
    list.replaceChildren(
      ...PAGES.map((page) =>
        h(
          "li",
          {},
          h("a", { href: `./${page.file}`, "aria-current": page.file === here ? "page" : null }, t(page.vi, page.en)),
        ),
      ),
    );
  });
  const languages = h(
    "div",
    { class: "languages", role: "group", "aria-label": "Ngôn ngữ / Language" },
    language("vi", "VI", "Tiếng Việt"),
    language("en", "EN", "English"),
  );
  const settings = h("div", { class: "settings" }, textSizeButton(), languages, menu);
  return h("header", { class: "site-head" }, h("div", { class: "wrap" }, brand, nav, settings));
}

/** @param {"vi" | "en"} code @param {string} short @param {string} name */
function language(code, short, name) {
  return h(
    "button",
    { type: "button", lang: code, title: name, onclick: () => setLocale(code) },
    short,
    h("span", { class: "hidden-visually" }, ` ${name}`),
  );
}

/** On a narrow screen the pages are behind a button: the form has the room. @param {HTMLElement} nav */
function menuButton(nav) {
  const button = h("button", {
    type: "button",
    class: "menu",
    "aria-expanded": "false",
    "aria-controls": nav.id,
    onclick: () => button.setAttribute("aria-expanded", String(nav.classList.toggle("open"))),
  });
  onLocale(() => (button.textContent = t("Menu", "Menu")));
  return button;
}

function footer() {
  const words = h("div", { class: "wrap" });
  onLocale(() =>
    words.replaceChildren(
      h(
        "p",
        {},
        t(
          "Mọi việc đọc và kiểm tra diễn ra ngay trên máy này. Không có dữ liệu nào được gửi đi.",
          "Everything is read and checked on this device. Nothing is sent anywhere.",
        ),
      ),
      h(
        "p",
        {},
        t(
          "Biểu mẫu dựng thử, chưa được cơ quan ban hành xác nhận.",
          "The forms are a trial, not endorsed by the authorities that issue them.",
        ),
      ),
    ),
  );
  return h("footer", { class: "site-foot" }, words);
}

/** The card with its chip, as the mark of the site. */
function logo() {
  return svg(
    "svg",
    {
      viewBox: "0 0 36 24",
      "aria-hidden": "true",
      focusable: "false",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2,
    },
    svg("rect", { x: 1, y: 1, width: 34, height: 22, rx: 3.5 }),
    svg("rect", { x: 6, y: 7, width: 8, height: 7, rx: 1.5, fill: "currentColor", stroke: "none" }),
    svg("path", { d: "M19 8h11M19 12h11M6 18h24", "stroke-linecap": "round" }),
  );
}
