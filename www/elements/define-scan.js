import { CanCuocScan } from "./cancuoc-scan.js";
import { register } from "./register.js";
import "./words.en.js";

/** Registers `<cancuoc-scan>`: a form loads this file when it first needs it. */
export function defineScan() {
  register("cancuoc-scan", CanCuocScan);
}
