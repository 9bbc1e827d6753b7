import * as glue from "./glue/chip.js";
import { WasmModule } from "./module.js";

/** The module that reads chips and judges what they said. */
export const chip = new WasmModule("chip", glue, () => new URL("./chip.wasm", import.meta.url));
