import * as glue from "./glue/more.js";
import { WasmModule } from "./module.js";

/** Addresses and the shapes of other systems: what a form does not need for its first field. */
export const more = new WasmModule("more", glue, () => new URL("./more.wasm", import.meta.url));
