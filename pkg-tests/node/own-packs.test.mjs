// A portal's own packs at run time: compiled by the tool, loaded as bytes, refused with a code when they are not that.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";

import init, { describeForm, listForms, loadPack, validate } from "cancuoc";

const on = "2026-11-21";
const pack = new Uint8Array(readFileSync(new URL("../../target/packs/tk06/2026-07-01.pack", import.meta.url)));
const HEAD = "cancuoc-pack".length;

/** @param {(bytes: Uint8Array) => void} change */
function changed(change) {
  const bytes = Uint8Array.from(pack);
  change(bytes);
  return bytes;
}

before(() => init());

test("a pack is read at once and takes the place of that form's", () => {
  const forms = listForms({ on }).length;
  const loaded = loadPack(pack);
  assert.deepEqual([loaded.id, loaded.effectiveFrom], ["tk06", "2026-07-01"]);
  assert.equal(listForms({ on }).length, forms);
  assert.equal(describeForm("tk06", { on }).id, "tk06");
  assert.equal(validate("tk06", {}, { on }).ok, false);
});

test("what is damaged, of another format or something else is an error with a code", () => {
  const damaged = changed((bytes) => (bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1));
  const newer = changed((bytes) => (bytes[HEAD] = 200));
  for (const [bytes, code] of /** @type {[any, string][]} */ ([
    [damaged, "pack.damaged"],
    [pack.slice(0, -1), "pack.damaged"],
    [pack.slice(0, HEAD), "pack.damaged"],
    [newer, "pack.version"],
    [new TextEncoder().encode("<!doctype html>"), "pack.foreign"],
    [new TextEncoder().encode('{ "id": "mine" }'), "pack.foreign"],
    [new Uint8Array(), "pack.foreign"],
    ["cancuoc-pack", "input.type"],
    [new Uint8Array(2 << 20), "limit.input"],
  ])) {
    assert.throws(() => loadPack(bytes), { code });
  }
});
