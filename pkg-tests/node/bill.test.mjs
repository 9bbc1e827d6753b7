// What others wrote and the package ships is named, allowed and licensed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { chosen } from "../../tools/bill.mjs";

const at = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const sbom = JSON.parse(at("pkg/sbom.cdx.json"));
const notices = at("pkg/NOTICES.txt");
const names = sbom.components.map((/** @type {any} */ part) => part.name);

test("the bill of materials names what is linked and copied, not what only builds or tests", () => {
  assert.equal(`${sbom.bomFormat} ${sbom.specVersion}`, "CycloneDX 1.6");
  for (const name of ["wasm-bindgen", "serde", "sha2", "calamine", "encoding_rs", "fflate", "idb", "uqr"])
    assert.ok(names.includes(name), name);
  for (const name of ["serde_derive", "syn", "proptest", "rsa", "cel", "esbuild", "cancuoc"])
    assert.ok(!names.includes(name), name);
});

test("each part stands once, with the hash of its lock file", () => {
  assert.equal(new Set(sbom.components.map((/** @type {any} */ part) => part.purl)).size, names.length);
  const sha2 = sbom.components.find((/** @type {any} */ part) => part.name === "sha2");
  const block = at("Cargo.lock")
    .split("[[package]]")
    .find((own) => own.includes(`name = "sha2"\nversion = "${sha2.version}"`));
  assert.ok(block?.includes(`checksum = "${sha2.hashes[0].content}"`));
});

test("each part that something uses is itself in the bill", () => {
  const known = new Set(sbom.components.map((/** @type {any} */ part) => part.purl));
  for (const { dependsOn } of sbom.dependencies) for (const purl of dependsOn) assert.ok(known.has(purl), purl);
});

test("each part is named over the text of its licence, and no text tells of this machine", () => {
  for (const { name, version, licenses } of sbom.components)
    assert.ok(notices.includes(`\n${name} ${version} (${licenses[0].expression})\n`), name);
  assert.doesNotMatch(notices + JSON.stringify(sbom), /\/(home|root|work|tmp)\//);
});

for (const [expression, taken] of /** @type {const} */ ([
  ["Unlicense OR MIT", ["MIT"]],
  ["CC0-1.0 OR MIT-0 OR Apache-2.0", ["MIT-0"]],
  ["(Apache-2.0 OR MIT) AND BSD-3-Clause", ["MIT", "BSD-3-Clause"]],
  ["GPL-3.0-only", undefined],
  ["MIT AND AGPL-3.0-only", undefined],
  ["GPL-2.0-only OR (MIT AND Zlib)", ["MIT", "Zlib"]],
])) {
  test(`of ${expression} ${taken?.join(" and ") ?? "nothing"} is kept to`, () => {
    assert.deepEqual(chosen(expression), taken);
  });
}
