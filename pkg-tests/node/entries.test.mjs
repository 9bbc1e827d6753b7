// The package as bundlers and servers meet it: every entry without a document, the manifest of its elements, and what a
// developer reads when its files are not where they should be.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";

const PKG = join(import.meta.dirname, "..", "..", "pkg");
const { exports: entries, customElements: manifest } = JSON.parse(readFileSync(join(PKG, "package.json"), "utf8"));
const PAGE = "See docs/embed.md of the package.";
const scripts = Object.entries(entries)
  .filter(([, to]) => typeof to.default === "string")
  .map(([name, to]) => /** @type {const} */ ([name, to.default]));

test("every entry can be imported where there is no document", async () => {
  assert.ok(scripts.length >= 12);
  for (const [name, file] of scripts) {
    if (name === "./react") continue; // needs React, which is the host's: pkg-tests/consumers/more/next
    const module = await import(join(PKG, file));
    assert.ok(Object.keys(module).length > 0, name);
  }
});

test("the manifest names the elements with the attributes that their types document", () => {
  const declared = readFileSync(join(PKG, "widget.d.ts"), "utf8");
  const { modules } = JSON.parse(readFileSync(join(PKG, manifest), "utf8"));
  const elements = modules.flatMap((/** @type {any} */ { declarations }) => declarations);
  assert.deepEqual(
    elements.map((/** @type {any} */ { tagName }) => tagName),
    ["cancuoc-form", "cancuoc-scan", "cancuoc-address", "cancuoc-view"],
  );
  for (const { name, members } of elements) {
    const type = declared.slice(declared.indexOf(`export class ${name} `));
    const body = type.slice(0, type.indexOf("\n}"));
    for (const member of members) assert.match(body, new RegExp(`\\b${member.name}[(:]`), `${name}.${member.name}`);
  }
});

test("a missing file is told apart from a network that is away, and only the first is said to the developer", async () => {
  const answers = {
    "/html/": { status: 200, type: "text/html; charset=utf-8", body: "<!doctype html>" },
    "/none/": { status: 404, type: "text/plain", body: "" },
  };
  const http = createServer((request, response) => {
    const { status, type, body } = request.url?.startsWith("/html/") ? answers["/html/"] : answers["/none/"];
    response.writeHead(status, { "Content-Type": type }).end(body);
  });
  await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
  const origin = `http://localhost:${/** @type {any} */ (http.address()).port}`;
  const { setAssetsBase } = await import(join(PKG, "assets.js"));
  const { initForm } = await import(join(PKG, "index.js"));
  /** @type {string[]} */ const said = [];
  const { warn } = console;
  console.warn = (/** @type {string} */ words) => void said.push(words);
  try {
    const code = async (/** @type {string} */ base) => {
      setAssetsBase(base);
      return initForm("ct01").then(
        () => "loaded",
        (/** @type {any} */ error) => error.code,
      );
    };
    assert.equal(await code(`${origin}/html`), "init.not_found");
    assert.equal(await code(`${origin}/none`), "init.not_found");
    http.closeAllConnections();
    await new Promise((done) => http.close(done));
    assert.equal(await code(`${origin}/none`), "init.source");
    setAssetsBase();
    await assert.rejects(initForm("khong-co"), { code: "form.unknown" });
    await initForm("ct01");
  } finally {
    console.warn = warn;
  }
  assert.deepEqual(said, [
    `[cancuoc] init.not_found: core.wasm: the server answered a page of HTML for /html/core.wasm. ${PAGE}`,
    `[cancuoc] init.not_found: core.wasm: the server answered 404 for /none/core.wasm. ${PAGE}`,
  ]);
});
