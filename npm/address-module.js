import { WasmModule } from "./module.js";

/** Addresses, and how lists of them cross: what a form does not need for its first field. */
export const address = new WasmModule(
  "address",
  async () => {
    const [glue, list] = await Promise.all([import("./glue/address.js"), import("./address-list.js")]);
    return { ...glue, ...list };
  },
  () => new URL("./address.wasm", import.meta.url),
);
