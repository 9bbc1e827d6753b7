import { WasmModule } from "./module.js";

/** The shapes of other systems: what only a portal needs. */
export const exporter = new WasmModule(
  "export",
  () => import("./glue/export.js"),
  () => new URL("./export.wasm", import.meta.url),
);
