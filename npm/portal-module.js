import { WasmModule } from "./module.js";
import { addPacksTo } from "./packs.js";

/** Sealed applications, checked, and the shapes of other systems: what only whoever takes applications in needs. */
export const portal = new WasmModule(
  "portal",
  () => import("./glue/portal.js"),
  () => new URL("./portal.wasm", import.meta.url),
);

addPacksTo(portal);
