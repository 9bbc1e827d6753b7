import { WasmModule } from "./module.js";

/** Addresses: what a form does not need for its first field. */
export const address = new WasmModule(
  "address",
  () => import("./glue/address.js"),
  () => new URL("./address.wasm", import.meta.url),
);

/** Whether the lists of units were loaded, by `loadUnits`. */
export const lists = { loaded: false };
