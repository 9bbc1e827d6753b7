import { WasmModule } from "./module.js";

/** QR codes, zones, identities, misread text: what a form does not need for its first field. */
export const reading = new WasmModule(
  "reading",
  () => import("./glue/reading.js"),
  () => new URL("./reading.wasm", import.meta.url),
);
