/**
 * An element; what is `null` is left out, what begins with `on` listens.
 * @param {string} name @param {Record<string, any>} [attributes] @param {...(Node | string | null)} children
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  put(element, ...children);
  return element;
}

/** Nothing else stands in it. @param {Element} element @param {...(Node | string | null)} children */
export function put(element, ...children) {
  element.replaceChildren(.../** @type {(Node | string)[]} */ (children.filter((child) => child !== null)));
}

/** The place of this id in the page. @param {string} id */
export const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
