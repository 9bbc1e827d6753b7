/** `<cancuoc-view>` alone: importing it registers the element. */
import { CanCuocView } from "./cancuoc-view.js";
import { register } from "./register.js";

export { CanCuocView };

register("cancuoc-view", CanCuocView);
