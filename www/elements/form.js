/** `cancuoc/widget/form`: importing it registers `<cancuoc-form>` alone; what scans comes when its page is opened. */
import { CanCuocForm } from "./cancuoc-form.js";
import { register } from "./register.js";

export { setAssetsBase } from "../assets.js";
export { CanCuocForm };

register("cancuoc-form", CanCuocForm);
