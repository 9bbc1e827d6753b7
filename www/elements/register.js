/**
 * A page may hold two copies of the package: the first one registers.
 * @param {string} name @param {CustomElementConstructor} element
 */
export function register(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
