// `cancuoc serve`: the package's own answers over HTTP. The program is the one that Cargo's tests have built, or
// CANCUOC_COMMAND.

import assert from "node:assert/strict";
import { test } from "node:test";

import { calls, comparable } from "./calls.mjs";
import { serve } from "./serve.mjs";

test("the command answers every application of the corpus as the package does", async () => {
  const program = process.env.CANCUOC_COMMAND ?? "target/debug/cancuoc";
  const { url, stop } = await serve([program, "serve", "--listen", "127.0.0.1:0"]);
  try {
    const all = await calls();
    for (const { request, expect } of all) {
      const body = JSON.stringify(request);
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${url}/v1/call`, { method: "POST", headers, body });
      assert.deepEqual(comparable(await response.json()), expect, body.slice(0, 300));
      assert.equal(response.ok, "ok" in expect, body.slice(0, 300));
    }
  } finally {
    assert.equal(await stop(), 0);
  }
});
