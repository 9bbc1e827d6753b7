/** `cancuoc/widget`: importing it registers the elements. The classes alone are in their own files. */
import "./define.js";

export { CanCuocForm } from "./cancuoc-form.js";
export { CanCuocScan } from "./cancuoc-scan.js";
