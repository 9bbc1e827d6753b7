/**
 * A page may hold two copies of the package: the first one registers. Where there is no document (a server that renders
 * the page) nobody does.
 * @param {string} name @param {CustomElementConstructor} element
 */
export function register(name, element) {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}
