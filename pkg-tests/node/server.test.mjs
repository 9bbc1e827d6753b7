// server.wasm in Node without any script of the package: no imports, and the package's own answers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";

import * as core from "cancuoc";
import * as chip from "cancuoc/chip";

import { calls, comparable } from "../server/calls.mjs";
import { CanCuoc } from "../server/host.mjs";

const on = "2026-11-21";
const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("cancuoc/server.wasm"))));

/** @type {(request: any) => any} */ let ask;
before(async () => {
  ask = await server();
});

/** A new instance, and how it is asked. @returns {Promise<(request: any) => any>} */
async function server() {
  const { exports } = await WebAssembly.instantiate(module, {});
  const own = /** @type {any} */ (exports);
  const put = (/** @type {Uint8Array} */ bytes) => {
    const at = own.cancuoc_alloc(bytes.length);
    new Uint8Array(own.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  return Object.assign(
    (/** @type {any} */ request) => {
      const bytes =
        request instanceof Uint8Array
          ? request
          : new TextEncoder().encode(typeof request === "string" ? request : JSON.stringify(request));
      const at = put(bytes);
      const answer = BigInt.asUintN(64, own.cancuoc_call(at, bytes.length));
      own.cancuoc_free(at, bytes.length);
      const [start, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
      const text = new TextDecoder().decode(new Uint8Array(own.memory.buffer, start, length));
      own.cancuoc_free(start, length);
      return JSON.parse(text);
    },
    { exports: own },
  );
}

describe("server.wasm", () => {
  test("imports nothing and exports its memory and three functions", () => {
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    assert.deepEqual(names.filter((name) => !name.startsWith("__")).sort(), [
      "cancuoc_alloc",
      "cancuoc_call",
      "cancuoc_free",
      "memory",
    ]);
  });

  test("answers every function, and every application of the corpus, as the package does", async () => {
    const all = await calls();
    assert.ok(all.length > 900, String(all.length));
    for (const { request, expect } of all) {
      const answer = ask(request);
      assert.deepEqual(comparable(answer), expect, JSON.stringify(request).slice(0, 300));
    }
    // Every function that answers at once; units and packs stand inside.
    const asked = new Set(all.map(({ request }) => request.call));
    const others = ["CanCuocError", "default", "fetchUnits", "initForm", "initReading", "loadPack", "loadUnits"];
    const names = [...Object.keys(core), ...Object.keys(chip)].filter((name) => !others.includes(name));
    assert.deepEqual([...asked].sort(), [...new Set(names)].sort());
  });

  test("is called as the manual shows it", async () => {
    const server = await CanCuoc.load(new URL(import.meta.resolve("cancuoc/server.wasm")));
    assert.deepEqual(server.call("checkPin", "015099000001", { on }), core.checkPin("015099000001", { on }));
    assert.throws(() => server.call("checkPin", 5, { on }), { code: "input.type" });
  });

  test("has no clock: a function that judges as of a day wants one", () => {
    assert.equal(ask({ call: "checkPin", args: ["015099000001"] }).error.code, "options.on");
    assert.equal(ask({ call: "listForms" }).error.code, "options.on");
    assert.equal(ask({ call: "repairText", args: ["a"] }).ok.text, "a");
  });

  test("answers what is no request with a code", () => {
    for (const [request, code] of [
      ["", "call.request"],
      ["{", "call.request"],
      ["[]", "call.request"],
      ['{ "call": 5 }', "call.request"],
      ['{ "call": "checkPin", "arguments": [] }', "call.request"],
      ['{ "call": "checkPin", "call": "checkPin" }', "call.request"],
      ['{ "call": "loadUnits", "args": [""] }', "call.unknown"],
      ['{ "call": "checkPin" }', "input.type"],
      ['{ "call": "checkPin", "args": ["1", {}, {}] }', "call.arguments"],
      ['{ "call": "validate", "args": ["ct01", { "a": 1, "a": 2 }] }', "json.duplicate"],
      [`{ "call": "validate", "args": ["ct01", ${"[".repeat(500)}${"]".repeat(500)}] }`, "limit.input"],
      [`{ "call": "validate", "args": ["ct01", ${"[".repeat(1_000_000)}`, "call.request"],
      ['{ "call": "attach", "args": ["a", "no base64"] }', "input.type"],
      [new Uint8Array([0x22, 0xff, 0x22]), "call.utf8"],
    ])
      assert.equal(ask(request).error?.code, code, String(request).slice(0, 80));
  });

  test("takes no more than fits, and forgets nothing of its memory", () => {
    const { exports } = /** @type {any} */ (ask);
    assert.equal(exports.cancuoc_alloc((64 << 20) + 1), 0);
    const answer = BigInt.asUintN(64, exports.cancuoc_call(16, 5));
    const [start, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
    const text = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, start, length));
    assert.equal(JSON.parse(text).error.code, "call.memory");
    exports.cancuoc_free(start, length);
    exports.cancuoc_free(start, length);
    const pin = { call: "checkPin", args: ["015099000001", { on }] };
    ask(pin);
    const { byteLength } = exports.memory.buffer;
    for (let i = 0; i < 20_000; i++) ask(pin);
    assert.equal(exports.memory.buffer.byteLength, byteLength);
  });

  test("refuses every call after one that was stopped, until there is a new instance", async () => {
    const stopped = await server();
    const { exports } = /** @type {any} */ (stopped);
    const bytes = new TextEncoder().encode('{ "call": "listForms", "args": [{ "on": "2026-11-21" }] }');
    const at = exports.cancuoc_alloc(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    // The host's stack ends within the call; further up there is room again, and the answer is a refusal.
    const deeper = () => {
      try {
        deeper();
      } catch {
        exports.cancuoc_call(at, bytes.length);
      }
    };
    deeper();
    assert.equal(stopped({ call: "listForms", args: [{ on }] }).error.code, "internal.trap");
    assert.ok((await server())({ call: "listForms", args: [{ on }] }).ok.length > 0);
  });
});

test("the manual shows the code that runs here", async () => {
  const page = readFileSync(new URL("../../docs/server.md", import.meta.url), "utf8");
  for (const [file, language] of [
    ["pkg-tests/server/host.mjs", "js"],
    ["pkg-tests/server/host.py", "python"],
    ["pkg-tests/server/wasmi/src/host.rs", "rust"],
  ])
    assert.ok(
      page.includes(`\`\`\`${language}\n${readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")}\`\`\`\n`),
      file,
    );
});
