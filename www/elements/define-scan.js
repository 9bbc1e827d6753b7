import { CanCuocScan } from "./cancuoc-scan.js";
import { register } from "./register.js";
import { en } from "./messages.en.js";
import { addEnglish } from "./messages.js";

addEnglish(en);

/** Registers `<cancuoc-scan>`: a form loads this file when it first needs it. */
export function defineScan() {
  register("cancuoc-scan", CanCuocScan);
}
