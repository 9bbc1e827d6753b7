import { CanCuocAddress } from "./cancuoc-address.js";
import { CanCuocForm } from "./cancuoc-form.js";
import { CanCuocScan } from "./cancuoc-scan.js";

/** @type {[string, CustomElementConstructor][]} */
const ELEMENTS = [["cancuoc-address", CanCuocAddress], ["cancuoc-scan", CanCuocScan], ["cancuoc-form", CanCuocForm]];

/** Registers the elements. A page may hold two copies of the package: the first one registers. */
export function define() {
  for (const [name, element] of ELEMENTS) if (!customElements.get(name)) customElements.define(name, element);
}
