import { WasmModule } from "./module.js";

/** Addresses and the shapes of other systems: what a form does not need for its first field. */
export const more = new WasmModule("more", () => import("./with-more.js"), () => new URL("./more.wasm", import.meta.url));
