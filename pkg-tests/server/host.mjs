import { readFile } from "node:fs/promises";

/** server.wasm in this process. */
export class CanCuoc {
  #wasm;

  /** @param {any} wasm what the module exports */
  constructor(wasm) {
    this.#wasm = wasm;
  }

  /** @param {string | URL} file */
  static async load(file) {
    const { instance } = await WebAssembly.instantiate(await readFile(file), {});
    return new CanCuoc(instance.exports);
  }

  /** @param {string} name @param {any[]} args */
  call(name, ...args) {
    const { memory, cancuoc_alloc, cancuoc_call, cancuoc_free } = this.#wasm;
    const request = new TextEncoder().encode(JSON.stringify({ call: name, args }));
    const at = cancuoc_alloc(request.length);
    if (at === 0) throw new Error("limit.input");
    new Uint8Array(memory.buffer, at, request.length).set(request);
    const answer = BigInt.asUintN(64, cancuoc_call(at, request.length));
    const [start, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
    const text = new TextDecoder().decode(new Uint8Array(memory.buffer, start, length));
    cancuoc_free(at, request.length);
    cancuoc_free(start, length);
    const { ok, error } = JSON.parse(text);
    if (error) throw Object.assign(new Error(error.detail), { code: error.code });
    return ok;
  }
}
