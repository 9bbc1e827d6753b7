// The server's side: the example that a portal copies, a worker thread, and the file that only the portal opens.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Worker } from "node:worker_threads";

import * as jose from "jose";

import init, { checkSealed, seal } from "cancuoc";
import { decryptWith, encryptFor } from "cancuoc/handover";

const examples = JSON.parse(readFileSync(new URL("../../packs/ct01/examples.json", import.meta.url), "utf8"));
const minor = examples.accept.find((/** @type {any} */ each) => each.answers.guardianName && each.on === "2026-11-21");

/** Sealed today, by the rules of today. @type {any} */
let application;

before(async () => {
  await init();
  const today = new Date().toISOString();
  application = seal("ct01", minor.answers, { assurance: "none", sealedAt: today });
});

test("the example accepts what is right and answers the rest with findings", async () => {
  process.env.PORT = "0";
  const { default: server } = await import("../examples/server.mjs");
  if (!server.listening) await once(server, "listening");
  const url = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}/`;
  const post = async (/** @type {string} */ body) => {
    const response = await fetch(url, { method: "POST", body });
    return { status: response.status, ...(response.status === 413 ? {} : await response.json()) };
  };
  try {
    assert.deepEqual(await post(JSON.stringify(application)), { status: 202, ok: true, findings: [] });
    const changed = structuredClone(application);
    changed.answers.pin = "001210000018";
    const answer = await post(JSON.stringify(changed));
    assert.deepEqual([answer.status, answer.findings[0].code], [422, "form.digest_mismatch"]);
    assert.equal((await post("no JSON")).findings[0].code, "form.not_sealed");
    assert.equal((await post("x".repeat(2 << 20)).catch(() => ({ status: 413 }))).status, 413);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("the check runs in a worker, from a module that was compiled elsewhere", async () => {
  const code = `
    import { parentPort, workerData } from "node:worker_threads";
    import init, { checkSealed } from "cancuoc";
    await init(workerData.module);
    parentPort.postMessage(checkSealed(workerData.application));`;
  const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("cancuoc/core.wasm"))));
  const resolved = code.replace('"cancuoc"', JSON.stringify(import.meta.resolve("cancuoc")));
  const url = new URL(`data:text/javascript,${encodeURIComponent(resolved)}`);
  const worker = new Worker(url, { workerData: { module, application } });
  const [message] = await once(worker, "message");
  const claims = { assurance: "unproved", provenance: "unproved" };
  assert.deepEqual(message, { ok: true, digest: "match", findings: [], claims });
});

for (const [alg, options] of /** @type {const} */ ([
  ["ECDH-ES+A256KW", { crv: "P-256" }],
  ["ECDH-ES+A256KW", { crv: "X25519" }],
  ["RSA-OAEP-256", { modulusLength: 2048 }],
])) {
  test(`a file for the portal's key opens with it alone: ${alg} ${JSON.stringify(options)}`, async () => {
    const [portal, other] = await Promise.all(
      [0, 1].map(() => jose.generateKeyPair(alg, { ...options, extractable: true })),
    );
    const jwk = { ...(await jose.exportJWK(portal.publicKey)), kid: "portal-1" };
    const file = await encryptFor(application, /** @type {any} */ (jwk), jose);
    const header = JSON.parse(Buffer.from(file.split(".")[0], "base64url").toString());
    assert.deepEqual([header.alg, header.enc, header.typ, header.kid], [alg, "A256GCM", "cancuoc+jwe", "portal-1"]);
    const opened = await decryptWith(file, /** @type {any} */ (await jose.exportJWK(portal.privateKey)), jose);
    assert.deepEqual(opened, application);
    assert.equal(checkSealed(opened).ok, true);
    await assert.rejects(decryptWith(file, /** @type {any} */ (await jose.exportJWK(other.privateKey)), jose), {
      code: "handover.unreadable",
    });
    await assert.rejects(
      decryptWith(`${file.slice(0, -4)}AAAA`, /** @type {any} */ (await jose.exportJWK(portal.privateKey)), jose),
      { code: "handover.unreadable" },
    );
  });
}

test("a file of another type, or that holds no JSON, is refused, and the error holds nothing of it", async () => {
  const pair = await jose.generateKeyPair("ECDH-ES+A256KW", { extractable: true });
  const [jwk, own] = await Promise.all([jose.exportJWK(pair.publicKey), jose.exportJWK(pair.privateKey)]);
  const key = await jose.importJWK(jwk, "ECDH-ES+A256KW");
  const encrypted = (/** @type {string} */ text, /** @type {any} */ header) =>
    new jose.CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM", ...header })
      .encrypt(key);
  const secret = "Nguyễn Văn Mẫu";
  for (const file of [
    await encrypted(JSON.stringify(application), {}),
    await encrypted(JSON.stringify(application), { typ: "JWT" }),
    await encrypted(`{"fullName": ${secret}`, { typ: "cancuoc+jwe" }),
  ]) {
    await assert.rejects(decryptWith(file, /** @type {any} */ (own), jose), (error) => {
      assert.equal(/** @type {any} */ (error).code, "handover.unreadable");
      assert.ok(!`${error.stack} ${error.cause?.stack ?? ""}`.includes("Nguyễn"), error.stack);
      return true;
    });
  }
});

test("a private key, and one that is too short, are keys of another kind", async () => {
  const pair = await jose.generateKeyPair("ECDH-ES+A256KW", { extractable: true });
  const { generateKeyPairSync } = await import("node:crypto");
  const short = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ format: "jwk" });
  for (const key of [await jose.exportJWK(pair.privateKey), short]) {
    await assert.rejects(encryptFor(application, /** @type {any} */ (key), jose), {
      name: "CanCuocError",
      code: "handover.key",
    });
  }
});

test("what is no key is refused with a code", async () => {
  for (const key of [undefined, {}, { kty: "oct", k: "AAAA" }, { kty: "EC", crv: "P-256", x: "AA", y: "AA" }]) {
    await assert.rejects(encryptFor(application, /** @type {any} */ (key), jose), { code: "handover.key" });
  }
});
