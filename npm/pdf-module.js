import { WasmModule } from "./module.js";

/** The writer of the official form, with its fonts. */
export const pdf = new WasmModule(
  "pdf",
  () => import("./glue/pdf.js"),
  () => new URL("./pdf.wasm", import.meta.url),
);
