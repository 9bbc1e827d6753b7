// server.wasm in Python's wasmtime: the package's own answers. `tools/setup.sh tests` makes the environment.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { calls, comparable } from "../server/calls.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const python = `${root}target/server-venv/bin/python`;

test("Python's wasmtime answers every application of the corpus as the package does", async () => {
  assert.ok(existsSync(python), "tools/setup.sh tests comes first");
  const all = await calls();
  mkdirSync(`${root}target/server`, { recursive: true });
  const file = `${root}target/server/requests.jsonl`;
  writeFileSync(file, all.map(({ request }) => `${JSON.stringify(request)}\n`).join(""));
  const wasm = fileURLToPath(import.meta.resolve("cancuoc/server.wasm"));
  const script = fileURLToPath(new URL("../server/answers.py", import.meta.url));
  const { stdout, stderr, status } = spawnSync(python, [script, wasm, file], { maxBuffer: 1 << 28, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const answers = stdout.trimEnd().split("\n");
  assert.equal(answers.length, all.length);
  all.forEach(({ request, expect }, at) =>
    assert.deepEqual(comparable(JSON.parse(answers[at] ?? "")), expect, JSON.stringify(request).slice(0, 300)),
  );
});

test("the manual shows the code that runs here", async () => {
  const page = readFileSync(new URL("../../docs/server.md", import.meta.url), "utf8");
  for (const [file, language] of [
    ["pkg-tests/server/host.mjs", "js"],
    ["pkg-tests/server/host.py", "python"],
    ["crates/cancuoc-server/tests/host/mod.rs", "rust"],
  ])
    assert.ok(page.includes(`\`\`\`${language}\n${readFileSync(`${root}${file}`, "utf8")}\`\`\`\n`), file);
});
