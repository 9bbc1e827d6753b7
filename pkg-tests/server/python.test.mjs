// server.wasm in Python's wasmtime: the package's own answers. `make runtimes` makes the environment.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { answersAsThePackage, root } from "./corpus.mjs";

test("Python's wasmtime answers every application of the corpus as the package does", async () => {
  const python = `${root}target/server-venv/bin/python`;
  assert.ok(existsSync(python), "make runtimes comes first");
  await answersAsThePackage(python, [fileURLToPath(new URL("answers.py", import.meta.url))]);
});
