import { WasmModule } from "./module.js";

/** Tables of people, and what is taken for one: what no form needs. */
export const people = new WasmModule(
  "people",
  async () => ({ ...(await import("./glue/people.js")), ...(await import("./table.js")) }),
  () => new URL("./people.wasm", import.meta.url),
);
