import { CanCuocAddress } from "./cancuoc-address.js";
import { CanCuocForm } from "./cancuoc-form.js";
import { CanCuocScan } from "./cancuoc-scan.js";

/** A page may hold two copies of the package: the first one registers. */
for (const [name, element] of /** @type {[string, CustomElementConstructor][]} */ ([["cancuoc-address", CanCuocAddress], ["cancuoc-scan", CanCuocScan], ["cancuoc-form", CanCuocForm]])) {
  if (!customElements.get(name)) customElements.define(name, element);
}
