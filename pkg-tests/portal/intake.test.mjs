// What the portal takes, refuses and answers: the same over the embedded database and over PostgreSQL.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { readChip } from "cancuoc/chip";

import { pglite } from "../../examples/portal/src/pglite.mjs";
import { PERSONAL, daysAgo, rows, sealed, startPortal } from "./portal.mjs";
import { startPostgres } from "./postgres.mjs";

/** The first bytes say that it is a PDF. */
const PDF = new Uint8Array(Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n"));
const sha256 = (/** @type {Uint8Array} */ bytes) => createHash("sha256").update(bytes).digest("hex");
const codes = (/** @type {any} */ { body }) => body.findings?.map((/** @type {any} */ { code }) => code);
const said = (/** @type {any} */ { status, body }) => [status, body.error?.code];

/** @type {Record<string, () => Promise<{ env?: Record<string, string>, parts?: any, close?: () => Promise<void> }>>} */
const DATABASES = {
  PGlite: async () => ({ parts: { driver: pglite(undefined) } }),
  PostgreSQL: async () => {
    const cluster = await startPostgres();
    return { env: { DATABASE_URL: await cluster.database("portal") }, close: cluster.close };
  },
};

for (const [name, open] of Object.entries(DATABASES)) {
  describe(`the portal over ${name}`, () => {
    /** @type {import("./portal.mjs").Started} */ let portal;
    /** @type {import("./visitor.mjs").Visitor} */ let citizen;
    /** @type {import("./visitor.mjs").Visitor} */ let officer;
    /** @type {undefined | (() => Promise<void>)} */ let closeDatabase;

    before(async () => {
      const { env, parts, close } = await open();
      closeDatabase = close;
      portal = await startPortal(env, parts);
      citizen = await portal.visitor("demo-mau");
      officer = await portal.visitor("demo-can-bo");
    });
    after(async () => {
      await portal?.close();
      await closeDatabase?.();
    });

    test("an application is taken once, and a replay is answered with the first receipt", async () => {
      const application = sealed(1);
      const first = await citizen.submit(application);
      assert.equal(first.status, 201);
      assert.match(first.body.receipt, /^HS(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      assert.equal(first.body.replay, false);
      assert.deepEqual(first.body.claims, { assurance: "unproved", provenance: "unproved" });
      const again = await citizen.submit(application);
      assert.equal(again.status, 200);
      assert.deepEqual(again.body, { ...first.body, replay: true });
      const stored = await rows(portal, "SELECT application, account FROM applications WHERE digest = $1", [
        application.digest.value,
      ]);
      assert.deepEqual(stored, [{ application: JSON.stringify(application), account: "demo-mau" }]);
    });

    test("a replay gets its receipt though its form is not taken any more", async () => {
      const application = sealed(2);
      const { body } = await citizen.submit(application);
      const { config } = portal.app.portal;
      const before = config.acceptedForms;
      Object.assign(config, { acceptedForms: ["dc02"] });
      try {
        assert.equal((await citizen.submit(application)).body.receipt, body.receipt);
        const refused = await citizen.submit(sealed(3));
        assert.deepEqual([refused.status, codes(refused)], [422, ["form.not_accepted"]]);
      } finally {
        Object.assign(config, { acceptedForms: before });
      }
    });

    test("another account that hands in the same learns no receipt", async () => {
      const application = sealed(4);
      await citizen.submit(application);
      const other = await portal.visitor("demo-thu");
      const answer = await other.submit(application);
      assert.deepEqual(said(answer), [409, "portal.taken"]);
      assert.equal(answer.body.receipt, undefined);
    });

    test("an altered application is refused with the findings, and nothing of it is stored", async () => {
      const altered = { ...sealed(5), assurance: "genuine" };
      const answer = await citizen.submit(altered);
      assert.deepEqual(said(answer), [422, "portal.refused"]);
      assert.deepEqual(codes(answer), ["form.digest_mismatch"]);
      assert.match(answer.body.findings[0].message, /^Hồ sơ đã bị thay đổi sau khi hoàn tất/);
      assert.match(answer.body.error.message, /^Hồ sơ chưa được nhận/);
      const english = await citizen.submit(altered, { headers: { "x-locale": "en" } });
      assert.match(english.body.findings[0].message, /changed after it was sealed/);
      const [{ count }] = await rows(portal, "SELECT count(*)::int FROM applications WHERE digest = $1", [
        altered.digest.value,
      ]);
      assert.equal(count, 0);
    });

    test("what breaks a rule is refused though its digest fits: rules run again here", async () => {
      const { digest: _, ...rest } = structuredClone(/** @type {any} */ (sealed(6)));
      rest.answers.birthDate = "2990-02-28";
      const answer = await citizen.submit(resealed(rest));
      assert.equal(answer.status, 422);
      assert.ok(answer.body.findings.some((/** @type {any} */ { path }) => path === "birthDate"));
    });

    test("an older version of the form, one sealed long ago, and one from before the first day are refused", async () => {
      const long = await citizen.submit(sealed(7, { on: daysAgo(8) }));
      assert.deepEqual([long.status, codes(long)], [422, ["form.sealed_long_ago"]]);
      const old = await citizen.submit(sealed(8, { on: "2026-01-21" }));
      assert.equal(old.status, 422);
      assert.deepEqual(codes(old), ["form.sealed_long_ago", "form.other_version"]);
      const { config } = portal.app.portal;
      Object.assign(config, { notBefore: daysAgo(0) });
      try {
        const early = await citizen.submit(sealed(9, { on: daysAgo(1) }));
        assert.deepEqual([early.status, codes(early)], [422, ["form.sealed_too_early"]]);
      } finally {
        Object.assign(config, { notBefore: undefined });
      }
    });

    test("without the page's token nothing is changed", async () => {
      const application = sealed(10);
      for (const headers of [{ "x-csrf-token": "" }, { "x-csrf-token": "forged" }]) {
        assert.deepEqual(said(await citizen.submit(application, { headers })), [403, "portal.csrf"]);
      }
      // A token of somebody else's page does not fit this session.
      const other = await portal.visitor("demo-thu");
      const headers = { "x-csrf-token": other.csrf };
      assert.deepEqual(said(await citizen.submit(application, { headers })), [403, "portal.csrf"]);
      assert.equal((await citizen.submit(application)).status, 201);
    });

    test("nobody hands in without an account, no citizen opens the office, no officer hands in", async () => {
      const stranger = await portal.visitor();
      assert.deepEqual(said(await stranger.submit(sealed(11))), [401, "portal.login"]);
      assert.deepEqual(said(await officer.submit(sealed(11))), [403, "portal.forbidden"]);
      assert.deepEqual(said(await stranger.ask("GET", "/api/officer/applications")), [401, "portal.login"]);
      assert.deepEqual(said(await citizen.ask("GET", "/api/officer/applications")), [403, "portal.forbidden"]);
      assert.deepEqual(said(await citizen.ask("GET", "/api/officer/applications/HS-0000-0000-0000")), [
        403,
        "portal.forbidden",
      ]);
      const forged = { headers: { cookie: `portal=demo-can-bo.${Date.now() + 60_000}.c2lnbmF0dXJl` } };
      assert.deepEqual(said(await stranger.ask("GET", "/api/officer/applications", forged)), [401, "portal.login"]);
    });

    test("what is too large, of another shape, or under another key is refused before it is checked", async () => {
      assert.deepEqual(said(await citizen.submit("x".repeat(3 << 20))), [413, "portal.too_large"]);
      assert.deepEqual(said(await citizen.submit("x".repeat((1 << 20) + 1))), [413, "portal.too_large"]);
      const ask = (/** @type {any} */ body, headers = { "idempotency-key": "0".repeat(64) }) =>
        citizen.ask("POST", "/api/applications", { body, headers });
      assert.deepEqual(said(await ask("{")), [400, "portal.request"]);
      assert.deepEqual(said(await ask({ application: sealed(12) })), [400, "portal.request"]);
      assert.deepEqual(said(await ask({ application: "{}", more: 1 })), [400, "portal.request"]);
      assert.deepEqual(said(await ask({ application: "{}" }, /** @type {any} */ ({}))), [400, "portal.request"]);
      const none = await ask({ application: "{}" });
      assert.deepEqual([none.status, [...new Set(codes(none))]], [422, ["form.not_sealed"]]);
      const headers = { "idempotency-key": "0".repeat(64) };
      assert.deepEqual(said(await citizen.submit(sealed(12), { headers })), [400, "portal.idempotency_key"]);
    });

    test("files lie on disk by their digest, and come along only whole and from the same account", async () => {
      const kept = await citizen.attach(PDF);
      assert.deepEqual(kept.body, { sha256: sha256(PDF), size: PDF.length, type: "application/pdf" });
      const path = portal.app.portal.attachments.path(sha256(PDF));
      assert.deepEqual(new Uint8Array(readFileSync(path)), PDF);
      assert.equal((await citizen.attach(PDF)).status, 200, "the same again");

      const name = "Giấy tờ (1).pdf";
      const attachments = [{ sha256: sha256(PDF), name }];
      const taken = await citizen.submit(sealed(13), { attachments });
      assert.deepEqual([taken.status, taken.body.attachments], [201, [sha256(PDF)]]);
      const other = await portal.visitor("demo-thu");
      assert.deepEqual(said(await other.submit(sealed(14), { attachments })), [422, "portal.file_missing"]);

      const text = new TextEncoder().encode("no picture");
      assert.deepEqual(said(await citizen.attach(text)), [415, "portal.file_type"]);
      const wrong = await citizen.ask("PUT", `/api/attachments/${"0".repeat(64)}`, { body: PDF });
      assert.deepEqual(said(wrong), [422, "portal.file_digest"]);
      assert.deepEqual(said(await citizen.attach(new Uint8Array(11 << 20))), [413, "portal.too_large"]);

      const { receipt } = taken.body;
      const seen = await officer.ask("GET", `/api/officer/applications/${receipt}/attachments/0`);
      assert.deepEqual(
        [seen.status, seen.body, seen.headers.get("content-type")],
        [200, Buffer.from(PDF).toString(), "application/pdf"],
      );
      assert.equal(
        seen.headers.get("content-disposition"),
        "attachment; filename*=UTF-8''Gi%E1%BA%A5y%20t%E1%BB%9D%20%281%29.pdf",
      );
      assert.equal(seen.headers.get("content-security-policy"), "default-src 'none'; sandbox");
    });

    test("files that nobody submitted are deleted after a day, those of applications stay", async () => {
      const orphan = new Uint8Array([...PDF, 10]);
      await citizen.attach(orphan);
      const { attachments } = portal.app.portal;
      assert.equal(await attachments.sweep(), 0);
      await rows(portal, "UPDATE attachments SET stored_at = now() - interval '25 hours'");
      assert.equal(await attachments.sweep(), 1);
      assert.equal(existsSync(attachments.path(sha256(orphan))), false);
      assert.equal(existsSync(attachments.path(sha256(PDF))), true);
    });

    test("the same answers, sealed anew, are another application that both sides are told of", async () => {
      const one = await citizen.submit(sealed(15));
      const other = await citizen.submit(sealed(15));
      assert.notEqual(other.body.receipt, one.body.receipt);
      assert.deepEqual(other.body.alike, [one.body.receipt]);
      const seen = await officer.ask("GET", `/api/officer/applications/${other.body.receipt}`);
      assert.deepEqual(seen.body.alike, [one.body.receipt]);
    });

    test("the officer opens, moves and answers; the citizen sees it, a stranger sees the status alone", async () => {
      const application = sealed(16);
      const { receipt } = (await citizen.submit(application)).body;
      const list = await officer.ask("GET", "/api/officer/applications?status=received");
      assert.equal(list.body.applications[0].receipt, receipt);
      assert.doesNotMatch(JSON.stringify(list.body), /Nguyễn|0010900/, "no names in the list");
      const seen = await officer.ask("GET", `/api/officer/applications/${receipt}`);
      assert.equal(seen.body.application, JSON.stringify(application));
      const note = "Bổ sung bản sao giấy tờ";
      const move = { body: { status: "more", note } };
      assert.equal((await officer.ask("POST", `/api/officer/applications/${receipt}/status`, move)).status, 200);

      const own = await citizen.ask("GET", "/api/applications");
      assert.deepEqual(
        own.body.applications.filter((/** @type {any} */ each) => each.receipt === receipt).map(pick("status", "note")),
        [{ status: "more", note }],
      );
      const stranger = await portal.visitor();
      const spelled = ` ${receipt.toLowerCase().replaceAll("-", " ")} `;
      const status = await stranger.ask("POST", "/api/status", { body: { receipt: spelled } });
      assert.deepEqual(status.body.steps.map(pick("status")), [{ status: "received" }, { status: "more" }]);
      assert.doesNotMatch(JSON.stringify(status.body), /Nguyễn|0010900|Bổ sung/);
      for (const wrong of ["HS-0000-0000-0000", "1", "' OR 1=1 --"])
        assert.deepEqual(said(await stranger.ask("POST", "/api/status", { body: { receipt: wrong } })), [
          404,
          "portal.not_found",
        ]);

      const audit = await rows(portal, "SELECT actor, action FROM audit WHERE receipt = $1 ORDER BY id", [receipt]);
      assert.deepEqual(
        audit.map(({ actor, action }) => `${actor} ${action}`),
        ["demo-mau received", "demo-can-bo opened", "demo-can-bo moved"],
      );
    });

    test("the audit log is only added to, and holds no answers", async () => {
      for (const sql of ["UPDATE audit SET actor = 'x'", "DELETE FROM audit", "TRUNCATE audit"])
        await assert.rejects(rows(portal, sql), /only added to/);
      const all = await rows(portal, "SELECT actor, action, detail FROM audit");
      assert.doesNotMatch(JSON.stringify(all), /Nguyễn|0010900|Công an/);
      assert.ok(all.some(({ action }) => action === "refused"));
    });

    test("every answer carries the policy, and a forged host of a page nothing", async () => {
      const page = await citizen.ask("GET", "/");
      assert.equal(page.status, 200);
      for (const { headers } of [page, await citizen.ask("GET", "/none"), await citizen.ask("GET", "/api/session")]) {
        assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'; script-src 'self' 'wasm-uns/);
        assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors 'none'; require-trusted-types/);
        assert.equal(headers.get("x-content-type-options"), "nosniff");
        assert.equal(headers.get("referrer-policy"), "no-referrer");
      }
      assert.equal((await citizen.ask("GET", "/api/session")).headers.get("cache-control"), "no-store");
      for (const path of ["/../package.json", "/..%2fserver.mjs", "/pkg/..%2f..%2fpackage.json", "/data/secret"])
        assert.deepEqual(said(await citizen.ask("GET", path)), [404, "portal.not_found"], path);
    });

    test("a challenge is drawn for one account, and used once", async () => {
      const { body } = await citizen.ask("POST", "/api/challenge");
      assert.equal(Buffer.from(body.challenge, "base64").length, 8);
      const evidence = { files: {}, challenge: body.id, response: "AAAA" };
      const other = await portal.visitor("demo-thu");
      assert.deepEqual(said(await other.submit(sealed(17), { evidence })), [409, "portal.challenge"]);
      const application = sealed(18);
      const taken = await citizen.submit(application, { evidence });
      assert.deepEqual([taken.status, taken.body.claims.assurance], [201, "unproved"]);
      assert.deepEqual(said(await citizen.submit(sealed(19), { evidence })), [409, "portal.challenge"]);
      assert.equal((await citizen.submit(application, { evidence })).status, 200);
    });

    test("the chip's files, by the server's own anchors, confirm what the application says of itself", async () => {
      const { files, anchor, application } = ofTheChip();
      const evidence = { files };
      const unknown = await citizen.submit(application(), { evidence });
      assert.deepEqual(unknown.body.claims, { assurance: "unproved", provenance: "unproved" });
      const { config } = portal.app.portal;
      Object.assign(config, { anchors: [anchor] });
      try {
        const { status, body } = await citizen.submit(application(), { evidence });
        assert.deepEqual([status, body.claims], [201, { assurance: "confirmed", provenance: "confirmed" }]);
        const seen = await officer.ask("GET", `/api/officer/applications/${body.receipt}`);
        assert.deepEqual(seen.body.claims, body.claims);
        const bare = await citizen.submit(application());
        assert.deepEqual(bare.body.claims, { assurance: "unproved", provenance: "unproved" });
        const others = await citizen.submit(sealed(20), { evidence });
        assert.deepEqual([others.status, codes(others)], [422, ["form.evidence_other_person"]]);
      } finally {
        Object.assign(config, { anchors: [] });
      }
    });

    test("the log of all this holds routes and codes, and nothing of a person", async () => {
      const all = portal.lines.filter((line) => !line.includes("Server listening")).join("");
      assert.doesNotMatch(all, PERSONAL);
      assert.doesNotMatch(all, /127\.0\.0\.1/);
      const parsed = portal.lines.map((line) => JSON.parse(line));
      assert.ok(parsed.some(({ route, status }) => route === "/api/applications" && status === 201));
      assert.ok(parsed.some(({ code }) => code === "portal.refused"));
      assert.deepEqual(
        parsed.filter(({ level }) => level >= 50),
        [],
      );
    });
  });
}

test("whoever sends too often is told to wait, by account", async () => {
  const portal = await startPortal(
    { LIMIT_SUBMIT: "3" },
    { driver: { transaction: async () => [{}], close: async () => {} } },
  );
  try {
    const citizen = await portal.visitor("demo-mau");
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(said(await citizen.submit("{}")));
    assert.deepEqual(answers, [...Array(3).fill([422, "portal.refused"]), [429, "portal.too_often"]]);
    const other = await portal.visitor("demo-thu");
    assert.deepEqual(said(await other.submit("{}")), [422, "portal.refused"]);
  } finally {
    await portal.close();
  }
});

/** @param {...string} names */
const pick =
  (...names) =>
  (/** @type {any} */ each) =>
    Object.fromEntries(names.map((name) => [name, each[name]]));

/**
 * With the digest that fits, as a forger would: RFC 8785 of plain texts is JSON with sorted members.
 * @param {any} rest
 */
function resealed(rest) {
  const canonical = (/** @type {any} */ value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, canonical(value[key])]),
        )
      : value;
  const value = sha256(new TextEncoder().encode(JSON.stringify(canonical(rest))));
  return { ...rest, digest: { algorithm: "SHA-256", value } };
}

/** The mint's card, as a page's reader hands it over, and applications of its holder. */
function ofTheChip() {
  const fixture = (/** @type {string} */ name) =>
    new Uint8Array(readFileSync(new URL(`../../tests/chip/fixtures/${name}`, import.meta.url)));
  const bytes = Object.fromEntries([
    ["EF.SOD", fixture("sod/authentic.bin")],
    ...["DG1", "DG2", "DG13"].map((name) => [name, fixture(`card/${name.toLowerCase()}.bin`)]),
  ]);
  const { person } = readChip(bytes);
  const { fullName, birthDate, sex, pin } = person;
  const provenance = { pin: { source: "chip", field: "pin", role: "applicant", value: pin } };
  return {
    files: Object.fromEntries(
      Object.entries(bytes).map(([name, file]) => [name, Buffer.from(file).toString("base64")]),
    ),
    anchor: fixture("pki/authentic-0.cer"),
    application: () =>
      sealed(21, { answers: { fullName, birthDate, sex, pin }, context: { provenance, assurance: "authentic" } }),
  };
}
