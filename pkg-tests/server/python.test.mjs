// server.wasm in Python's wasmtime: the package's own answers. `make runtimes` makes the environment.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { calls, comparable } from "./calls.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const python = `${root}target/server-venv/bin/python`;

test("Python's wasmtime answers every application of the corpus as the package does", async () => {
  assert.ok(existsSync(python), "make runtimes comes first");
  const all = await calls();
  mkdirSync(`${root}target/server`, { recursive: true });
  const file = `${root}target/server/requests.jsonl`;
  writeFileSync(file, all.map(({ request }) => `${JSON.stringify(request)}\n`).join(""));
  const wasm = fileURLToPath(import.meta.resolve("cancuoc/server.wasm"));
  const script = fileURLToPath(new URL("answers.py", import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [script, wasm, file], { maxBuffer: 1 << 28, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const answers = stdout.trimEnd().split("\n");
  assert.equal(answers.length, all.length);
  all.forEach(({ request, expect }, at) =>
    assert.deepEqual(comparable(JSON.parse(answers[at] ?? "")), expect, JSON.stringify(request).slice(0, 300)),
  );
});
