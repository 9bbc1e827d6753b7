/** `cancuoc/widget`: importing it registers the elements. The classes alone are in their own files. */
import { define } from "./define.js";

export { setAssetsBase } from "../assets.js";
export { bindForm } from "./bind-form.js";
export { CanCuocAddress } from "./cancuoc-address.js";
export { CanCuocForm } from "./cancuoc-form.js";
export { CanCuocScan } from "./cancuoc-scan.js";
export { CanCuocView } from "./cancuoc-view.js";

// Called here and not in `define.js`: bundlers drop what another file does when it is only imported.
define();
