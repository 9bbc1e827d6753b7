// The portal's check where there is no file system: an edge runtime, which runs no text as code, compiles no
// WebAssembly of its own and brings modules along that were compiled when it was deployed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";

import { EdgeVM } from "@edge-runtime/vm";
import { build } from "esbuild";

import init, { prefill, seal } from "cancuoc";

const on = "2026-11-21";
const compiled = (/** @type {string} */ name) =>
  WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve(`cancuoc/${name}.wasm`)));

/** The edge function: gets its modules, then answers each application. */
const FUNCTION = `
  import init, { CanCuocError, checkSealed, convertAddress, exportAs } from "cancuoc";
  globalThis.start = (core, address, portal) => init({ core, address, portal });
  globalThis.check = (text) => JSON.stringify(checkSealed(text, { on: "${on}" }));
  globalThis.exported = (text) => JSON.stringify(exportAs(JSON.parse(text), "formio"));
  globalThis.without = () => {
    try { convertAddress("Hà Nội", { on: "${on}" }); }
    catch (error) { return error instanceof CanCuocError && error.code; }
  };`;

/** @type {EdgeVM<any>} */ let edge;
/** @type {any} */ let application;

before(async () => {
  await init();
  const card = {
    person: { pin: "001090000017", fullName: "Nguyễn Văn Mẫu", birthDate: "1990-02-28", sex: "male" },
    source: "qr",
    findings: [],
    assurance: "wellFormed",
  };
  const { answers, provenance } = prefill(
    "ct01",
    /** @type {any} */ (card),
    { to: "Công an phường Mẫu", procedure: "confirm", request: "Xác nhận" },
    { on },
  );
  application = seal(
    "ct01",
    answers,
    { provenance, assurance: "wellFormed", sealedAt: "2026-11-21T10:00:00+07:00" },
    { on },
  );

  const {
    outputFiles: [bundle],
  } = await build({
    stdin: { contents: FUNCTION, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    format: "iife",
    platform: "neutral",
    write: false,
    logLevel: "error",
    define: { "import.meta.url": '"https://edge.invalid/"' },
  });
  edge = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
  edge.evaluate(bundle?.text ?? "");
  const [core, address, portal] = await Promise.all(["core", "address", "portal"].map(compiled));
  // Modules of the host are those of the runtime: as on the platforms, where they are deployed beside the function.
  edge.context.WebAssembly = {
    ...Object.fromEntries(
      ["Module", "Instance", "Memory", "Table", "RuntimeError", "CompileError", "LinkError"].map((name) => [
        name,
        /** @type {any} */ (WebAssembly)[name],
      ]),
    ),
    instantiate: (/** @type {unknown} */ module, /** @type {any} */ imports) => {
      assert.ok(module instanceof WebAssembly.Module, "nothing is compiled here");
      return WebAssembly.instantiate(module, imports);
    },
  };
  await edge.context.start(core, address, portal);
});

test("there is no file system, no process, and text is no code", () => {
  assert.equal(edge.evaluate("typeof process + typeof require"), "undefinedundefined");
  assert.throws(() => edge.evaluate("new Function('return 1')"), /Code generation/);
});

test("the check and the export run there", () => {
  assert.deepEqual(JSON.parse(edge.context.check(JSON.stringify(application))), {
    ok: true,
    digest: "match",
    findings: [],
    claims: { assurance: "unproved", provenance: "unproved" },
  });
  const changed = { ...application, answers: { ...application.answers, pin: "001090000018" } };
  assert.deepEqual(JSON.parse(edge.context.check(JSON.stringify(changed))).digest, "mismatch");
  assert.equal(JSON.parse(edge.context.exported(JSON.stringify(application))).data.pin, "001090000017");
});

test("what was not brought along is missed by name", () => {
  assert.equal(edge.context.without(), "units.not_loaded");
});
