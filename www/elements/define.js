import { CanCuocAddress } from "./cancuoc-address.js";
import { CanCuocForm } from "./cancuoc-form.js";
import { CanCuocView } from "./cancuoc-view.js";
import { defineScan } from "./define-scan.js";
import { register } from "./register.js";

/** Registers the elements. */
export function define() {
  register("cancuoc-address", CanCuocAddress);
  defineScan();
  register("cancuoc-form", CanCuocForm);
  register("cancuoc-view", CanCuocView);
}
