// Packs cross the network as text: what is written by the build is read by the package.

import assert from "node:assert/strict";
import { test } from "node:test";

import { toBytes } from "../../pkg/packs.js";
import { packedText } from "../../tools/packed-text.mjs";

/** @param {Uint8Array} bytes @returns {string} the text that a browser has of it */
const run = (bytes) => new Function(`return ${packedText(bytes)}`)();

test("any bytes come back as they were", () => {
  let state = 1;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  for (let round = 0; round < 2000; round++) {
    // Half of them of the bytes that make up UTF-8 of Vietnamese.
    const one = round % 2 ? () => random(256) : () => [0x41, 0xc3, 0xa1, 0xe1, 0xbb, 0x87, 0xee, 0x80][random(8)] ?? 0;
    const bytes = Uint8Array.from({ length: random(60) }, one);
    assert.deepEqual(toBytes(run(bytes)), bytes);
  }
});

test("words are words in the file, and signs of the private use area come back too", () => {
  const words = "Tờ khai đăng ký 'tạm trú'\\\n\r\0\u2028\u2029\ue000\uefff\ufeff𠀀";
  const bytes = new TextEncoder().encode(words);
  assert.match(packedText(bytes), /^'Tờ khai đăng ký /);
  assert.deepEqual(toBytes(run(bytes)), bytes);
});

test("what begins as a sign and ends too early is taken byte by byte", () => {
  for (const bytes of [
    [0xe1, 0xbb],
    [0xc3],
    [0xf0, 0x9f, 0x98],
    [0xe1, 0x41, 0xbb],
    [0xed, 0xa0, 0x80],
    [0xff, 0x80],
  ]) {
    assert.deepEqual([...toBytes(run(Uint8Array.from(bytes)))], bytes);
  }
});
