import { WasmModule } from "./module.js";

/** Tables of people: what no form needs. */
export const people = new WasmModule(
  "people",
  () => import("./glue/people.js"),
  () => new URL("./people.wasm", import.meta.url),
);
