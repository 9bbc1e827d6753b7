import { WasmModule } from "./module.js";

/** Tables of people, and what is taken for one: what no form needs. */
export const people = new WasmModule(
  "people",
  async () => {
    const [glue, table] = await Promise.all([import("./glue/people.js"), import("./table.js")]);
    return { ...glue, ...table };
  },
  () => new URL("./people.wasm", import.meta.url),
);
