import * as glue from "./glue/core.js";
import { WasmModule } from "./module.js";

/** The module that is loaded first: forms, filled in, validated, sealed. */
export const core = new WasmModule("core", glue, () => new URL("./core.wasm", import.meta.url));
