import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import init, { decodeJp2 } from "cancuoc/jp2";

const portrait = new Uint8Array(readFileSync(new URL("../../tools/mint/portrait.jp2", import.meta.url)));
const thrown = (call) => {
  try {
    call();
  } catch (error) {
    return error.code;
  }
  return undefined;
};

test("before init there is a clear error", () => {
  assert.equal(
    thrown(() => decodeJp2(portrait)),
    "init.missing",
  );
});

test("a JPEG 2000 portrait becomes what a canvas takes", async () => {
  await init();
  const { width, height, data } = decodeJp2(portrait);
  assert.deepEqual([width, height, data.length], [120, 160, 4 * 120 * 160]);
  assert.ok(data instanceof Uint8ClampedArray);
  assert.ok(Math.abs(data[0] - 0xdb) <= 8 && data[3] === 255);
});

test("what is no such picture is an error with a code, and the module lives on", async () => {
  await init();
  assert.equal(
    thrown(() => decodeJp2(new Uint8Array([0xff, 0xd8, 0xff]))),
    "jp2.broken",
  );
  assert.equal(
    thrown(() => decodeJp2("portrait")),
    "input.type",
  );
  for (let cut = 0; cut < portrait.length; cut += 97) thrown(() => decodeJp2(portrait.subarray(0, cut)));
  await init();
  assert.equal(decodeJp2(portrait).width, 120);
});
