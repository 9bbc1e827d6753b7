import { CanCuocScan } from "./cancuoc-scan.js";
import { register } from "./register.js";
import { en } from "./words.en.js";
import { addEnglish } from "./words.js";

addEnglish(en);

/** Registers `<cancuoc-scan>`: a form loads this file when it first needs it. */
export function defineScan() {
  register("cancuoc-scan", CanCuocScan);
}
