// What goes wrong around a portal: the database away, a full disk, a thousand at once, a killed process, a stop under
// load. Every application that got a receipt is stored once; whoever got none can send again.

import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";

import { pglite } from "../../examples/portal/src/pglite.mjs";
import { ready } from "../../examples/portal/src/check.mjs";
import { rows, sealed, startPortal } from "./portal.mjs";
import { startPostgres } from "./postgres.mjs";
import { Visitor } from "./visitor.mjs";

const SERVER = join(import.meta.dirname, "..", "..", "examples", "portal", "server.mjs");
const CHILD = join(import.meta.dirname, "child.mjs");
const said = (/** @type {any} */ { status, body }) => [status, body.error?.code];

/** @type {Awaited<ReturnType<typeof startPostgres>>} */ let cluster;

before(async () => {
  [cluster] = await Promise.all([startPostgres(), ready()]);
});
after(() => cluster?.close());

test("a database that is away is told with a code and words; once it is back, the same sends again", async () => {
  const portal = await startPortal({ DATABASE_URL: await cluster.database("away") });
  try {
    const citizen = await portal.visitor("demo-mau");
    const [first, second] = [sealed(1), sealed(2)];
    const { receipt } = (await citizen.submit(first)).body;
    await cluster.stop();
    for (const application of [first, second]) {
      const answer = await citizen.submit(application);
      assert.deepEqual(said(answer), [503, "portal.database_away"]);
      assert.equal(
        answer.body.error.message,
        "Cổng tạm thời chưa lưu được. Hồ sơ còn nguyên trên máy của bạn; hãy bấm gửi lại sau ít phút.",
      );
      assert.equal(answer.headers.get("retry-after"), "30");
    }
    assert.deepEqual(said(await citizen.ask("GET", "/ready")), [503, "portal.database_away"]);
    assert.equal((await citizen.ask("GET", "/live")).status, 200);
    assert.equal((await citizen.ask("GET", "/")).status, 200);
    await cluster.start();
    assert.deepEqual((await citizen.submit(first)).body.receipt, receipt);
    assert.equal((await citizen.submit(second)).status, 201);
    assert.equal((await citizen.ask("GET", "/ready")).status, 200);
  } finally {
    await cluster.start().catch(() => {});
    await portal.close();
  }
});

test("a portal that starts while the database is away comes up with it", async () => {
  const url = await cluster.database("late");
  await cluster.stop();
  const portal = await startPortal({ DATABASE_URL: url });
  try {
    assert.deepEqual(said(await (await portal.visitor()).ask("GET", "/ready")), [503, "portal.database_away"]);
    await cluster.start();
    const citizen = await portal.visitor("demo-mau");
    assert.equal((await citizen.submit(sealed(1))).status, 201);
  } finally {
    await portal.close();
  }
});

test("a full disk is told, leaves nothing half, and the file can be sent again", async () => {
  let full = true;
  // The system's own device that is always full.
  const create = /** @type {typeof open} */ ((...given) => (full ? open("/dev/full", "w") : open(...given)));
  const portal = await startPortal({ DATABASE_URL: await cluster.database("full") }, { system: { create } });
  try {
    const citizen = await portal.visitor("demo-mau");
    const photo = new Uint8Array(Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(200_000, "1 0 obj\n")]));
    const answer = await citizen.attach(photo);
    assert.deepEqual(said(answer), [503, "portal.storage_full"]);
    assert.match(answer.body.error.message, /^Cổng tạm thời chưa lưu được tệp đính kèm/);
    const folder = join(portal.folder, "attachments");
    const files = readdirSync(folder, { recursive: true }).filter((name) => String(name).includes("/"));
    assert.deepEqual(files, []);
    assert.deepEqual(await rows(portal, "SELECT * FROM attachments"), []);

    full = false;
    const { sha256 } = (await citizen.attach(photo)).body;
    const taken = await citizen.submit(sealed(1), { attachments: [{ sha256, name: "anh.pdf" }] });
    assert.equal(taken.status, 201);
  } finally {
    await portal.close();
  }
});

/** The embedded database takes one after the other: fewer show the same. */
const MANY = /** @type {const} */ ([
  ["PGlite", 210, 90],
  ["PostgreSQL", 700, 300],
]);

for (const [name, first, twice] of MANY) {
  const all = first + twice;
  test(`${all} at once over ${name}: each application is stored once, each replay gets the first receipt`, async () => {
    const portal =
      name === "PGlite"
        ? await startPortal({}, { driver: pglite(undefined) })
        : await startPortal({ DATABASE_URL: await cluster.database("many") });
    try {
      const citizen = await portal.visitor("demo-mau");
      const applications = Array.from({ length: first }, (_, number) => sealed(number));
      // Some of them a second time, in between.
      const sent = [...applications, ...applications.slice(0, twice)].map((application, index) => ({
        application,
        place: (index * 617) % all,
      }));
      sent.sort((one, other) => one.place - other.place);
      const started = performance.now();
      const answers = await Promise.all(sent.map(({ application }) => withPatience(citizen, application)));
      const seconds = (performance.now() - started) / 1000;
      console.log(`      ${name}: ${all} submissions in ${seconds.toFixed(1)} s`);
      /** @type {Map<string, Set<string>>} */ const receipts = new Map();
      for (const [index, { body }] of answers.entries()) {
        const digest = sent[index]?.application.digest.value ?? "";
        receipts.set(digest, (receipts.get(digest) ?? new Set()).add(body.receipt));
      }
      assert.deepEqual(
        [...receipts.values()].filter(({ size }) => size !== 1),
        [],
      );
      assert.equal(answers.filter(({ status }) => status === 201).length, first);
      assert.equal(answers.filter(({ status }) => status === 200).length, twice);
      const stored = await rows(portal, "SELECT digest, receipt FROM applications");
      assert.equal(stored.length, first);
      for (const { digest, receipt } of stored) assert.deepEqual([...(receipts.get(digest) ?? [])], [receipt]);
      const steps = await rows(portal, "SELECT application FROM steps GROUP BY application HAVING count(*) <> 1");
      assert.deepEqual(steps, []);
      const audit = await rows(portal, "SELECT action, count(*)::int FROM audit GROUP BY action ORDER BY action");
      assert.deepEqual(audit.slice(0, 2), [
        { action: "received", count: first },
        { action: "replayed", count: twice },
      ]);
    } finally {
      await portal.close();
    }
  });
}

const MOMENTS = /** @type {const} */ ([
  ["between check and store", false],
  ["before the transaction ends", false],
  ["before the answer", true],
]);

for (const [name, moments] of /** @type {const} */ ([
  // The one at which something is written already.
  ["PGlite", [MOMENTS[1]]],
  ["PostgreSQL", MOMENTS],
])) {
  describe(`a process that is killed, over ${name}`, () => {
    /** @type {string} */ let folder;
    /** @type {Record<string, string>} */ let env;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "cancuoc-killed-"));
      env = environment(folder, name === "PGlite" ? undefined : await cluster.database("killed"));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const [index, [moment, there]] of moments.entries()) {
      test(`${moment}: sent again, the application is stored once`, async () => {
        const number = index + 1;
        const application = sealed(number);
        const child = fork(CHILD, { env: { ...env, STOP_AT: moment }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
        const [{ port }] = await once(child, "message");
        const citizen = await new Visitor(`http://127.0.0.1:${port}`).signIn("demo-mau");
        const lost = citizen.submit(application).catch((error) => error.message);
        const [{ at }] = await once(child, "message");
        assert.equal(at, moment);
        child.kill("SIGKILL");
        await once(child, "exit");
        assert.equal(await lost, "fetch failed");

        const server = await startServer(env);
        try {
          const again = await new Visitor(server.origin).signIn("demo-mau");
          const before = await again.ask("GET", "/api/applications");
          assert.equal(before.body.applications.length, number - 1 + Number(there));
          const answer = await again.submit(application);
          assert.deepEqual([answer.status, answer.body.replay], there ? [200, true] : [201, false]);
          const own = await again.ask("GET", "/api/applications");
          assert.equal(own.body.applications.length, number);
          assert.equal(own.body.applications[0].receipt, answer.body.receipt);
        } finally {
          assert.equal(await server.stop(), 0);
        }
      });
    }
  });
}

test("a stop under load: each receipt that was given is stored, the rest is told to send again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cancuoc-stopped-"));
  const env = environment(folder, await cluster.database("stopped"));
  try {
    const server = await startServer(env);
    const citizen = await new Visitor(server.origin).signIn("demo-mau");
    const applications = Array.from({ length: 400 }, (_, number) => sealed(number));
    /** @type {Map<string, string>} */ const receipts = new Map();
    /** @type {Promise<number | null> | undefined} */ let stopped;
    const refused = new Set();
    await Promise.all(
      applications.map(async (application) => {
        const answer = await citizen.submit(application).catch(() => undefined);
        if (answer?.status === 201) receipts.set(application.digest.value, answer.body.receipt);
        else refused.add(answer ? said(answer).join(" ") : "no answer");
        if (receipts.size === 50) stopped ??= server.stop();
      }),
    );
    assert.equal(await stopped, 0);
    assert.ok(receipts.size >= 50);
    console.log(`      ${receipts.size} of 400 had receipts when it stopped; the others: ${[...refused].join(", ")}`);
    // On a busy machine some have waited too long for the database before.
    for (const each of refused) assert.match(String(each), /^(503 portal\.(stopping|database_away)|no answer)$/);

    const again = await startServer(env);
    try {
      const back = await new Visitor(again.origin).signIn("demo-mau");
      const answers = await Promise.all(applications.map((application) => withPatience(back, application)));
      for (const [index, { body }] of answers.entries()) {
        const before = receipts.get(applications[index]?.digest.value ?? "");
        if (before) assert.deepEqual([body.receipt, body.replay], [before, true]);
      }
      assert.equal(new Set(answers.map(({ body }) => body.receipt)).size, 400);
    } finally {
      assert.equal(await again.stop(), 0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** As the page does: what is told to wait is sent again. @param {Visitor} visitor @param {any} application */
async function withPatience(visitor, application) {
  for (let tries = 0; ; tries += 1) {
    const answer = await visitor.submit(application);
    if (answer.status < 300 || tries === 5) return answer;
    assert.equal(answer.status, 503);
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** @param {string} folder @param {string | undefined} url @returns {Record<string, string>} */
function environment(folder, url) {
  return {
    PATH: process.env.PATH ?? "",
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: folder,
    PORTAL_LOGIN: "demo",
    LIMIT_API: "1000000",
    LIMIT_SUBMIT: "1000000",
    ...(url ? { DATABASE_URL: url } : {}),
  };
}

/** The portal as it is started in earnest. @param {Record<string, string>} env */
async function startServer(env) {
  const child = spawn(process.execPath, [SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  /** @type {string} */
  const origin = await new Promise((done, failed) => {
    lines.on("line", (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(line) ?? [];
      if (found) done(found);
    });
    child.once("exit", () => failed(new Error("the portal did not start")));
  });
  return {
    origin,
    /** As an operator stops it. @returns {Promise<number | null>} the exit code */
    async stop() {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      return (await exit)[0];
    },
  };
}
