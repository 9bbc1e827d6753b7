// The corpus as a file of requests, one a line, for a runtime that is another program; its answers held against the
// package's.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { calls, comparable } from "./calls.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} program @param {string[]} arguments_ before the module and the file of requests */
export async function answersAsThePackage(program, arguments_ = []) {
  const all = await calls();
  mkdirSync(`${root}target/server`, { recursive: true });
  const file = `${root}target/server/requests.jsonl`;
  writeFileSync(file, all.map(({ request }) => `${JSON.stringify(request)}\n`).join(""));
  const wasm = fileURLToPath(import.meta.resolve("cancuoc/server.wasm"));
  const { stdout, stderr, status } = spawnSync(program, [...arguments_, wasm, file], {
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  const answers = stdout.trimEnd().split("\n");
  assert.equal(answers.length, all.length);
  all.forEach(({ request, expect }, at) =>
    assert.deepEqual(comparable(JSON.parse(answers[at] ?? "")), expect, JSON.stringify(request).slice(0, 300)),
  );
}
