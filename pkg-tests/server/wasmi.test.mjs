// server.wasm in Rust's wasmi, an interpreter: the package's own answers. `make runtimes` builds the program.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";

import { answersAsThePackage, root } from "./corpus.mjs";

test("Rust's wasmi answers every application of the corpus as the package does", async () => {
  const program = `${root}target/wasmi/release/cancuoc-wasmi`;
  assert.ok(existsSync(program), "make runtimes comes first");
  await answersAsThePackage(program);
});
