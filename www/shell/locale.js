/** @typedef {"vi" | "en"} Locale */

const KEY = "cancuoc.locale";

/** @returns {Locale} The page's language now. */
export function locale() {
  return document.documentElement.lang === "en" ? "en" : "vi";
}

/**
 * The words of the page's language.
 * @param {string} vi @param {string} en
 */
export function t(vi, en) {
  return locale() === "en" ? en : vi;
}

/**
 * Calls back now and whenever the language changes; returns the way to stop.
 * @param {(locale: Locale) => void} callback
 */
export function onLocale(callback) {
  const listener = () => callback(locale());
  document.addEventListener("localechange", listener);
  listener();
  return () => document.removeEventListener("localechange", listener);
}

/** @param {Locale} next */
export function setLocale(next) {
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is forbidden (private mode): the choice lasts for this page.
  }
  translate(document);
  document.dispatchEvent(new Event("localechange"));
}

/** The language chosen before, else `vi`. `?lang=en` wins. */
export function restoreLocale() {
  let wanted = new URLSearchParams(location.search).get("lang");
  try {
    wanted ??= localStorage.getItem(KEY);
  } catch {
    // As above.
  }
  setLocale(wanted === "en" ? "en" : "vi");
}

/** @type {WeakMap<Element, Map<string, string>>} */
const originals = new WeakMap();

/**
 * Puts every element with `data-en` (its text) or `data-en-NAME` (its attribute NAME) into the page's language.
 * @param {ParentNode} root
 */
export function translate(root) {
  const wanted = locale();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (
    let element = /** @type {Element | null} */ (walker.nextNode());
    element;
    element = /** @type {Element | null} */ (walker.nextNode())
  ) {
    for (const { name, value } of [...element.attributes]) {
      if (name === "data-en") put(element, "", value, wanted);
      else if (name.startsWith("data-en-")) put(element, name.slice(8), value, wanted);
    }
  }
}

/** @param {Element} element @param {string} attribute @param {string} english @param {Locale} wanted */
function put(element, attribute, english, wanted) {
  const kept = originals.get(element) ?? new Map();
  originals.set(element, kept);
  if (!kept.has(attribute))
    kept.set(attribute, attribute ? (element.getAttribute(attribute) ?? "") : (element.textContent ?? ""));
  const words = wanted === "en" ? english : kept.get(attribute);
  if (attribute) element.setAttribute(attribute, words);
  else element.textContent = words;
}
