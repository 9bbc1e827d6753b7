import { WasmModule } from "./module.js";

/** Addresses, and how lists of them cross: what a form does not need for its first field. */
export const address = new WasmModule(
  "address",
  async () => ({ ...(await import("./glue/address.js")), ...(await import("./address-list.js")) }),
  () => new URL("./address.wasm", import.meta.url),
);

/** Whether the lists of units were loaded, by `loadUnits`. */
export const lists = { loaded: false };
