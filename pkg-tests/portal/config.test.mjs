// What the portal's settings refuse: a slip of the pen stops the start and switches no check off.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { configOf } from "../../examples/portal/src/config.mjs";

/** @type {string} */ let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "cancuoc-config-"))));
after(() => rmSync(folder, { recursive: true, force: true }));

const config = (/** @type {Record<string, string>} */ env) => configOf({ DATA_DIR: folder, ...env });

test("without settings one form is taken, for a week, and nobody signs in", () => {
  const { acceptedForms, maxAgeDays, demoLogin, https, anchors } = config({});
  assert.deepEqual(
    { acceptedForms, maxAgeDays, demoLogin, https, anchors },
    { acceptedForms: ["ct01"], maxAgeDays: 7, demoLogin: false, https: false, anchors: [] },
  );
});

test("accounts without a password, and cookies without TLS, are not for production", () => {
  assert.throws(() => config({ NODE_ENV: "production", PORTAL_HTTPS: "1", PORTAL_LOGIN: "demo" }), /PORTAL_LOGIN=demo/);
  assert.throws(() => config({ NODE_ENV: "production" }), /PORTAL_HTTPS=1/);
  assert.equal(config({ NODE_ENV: "production", PORTAL_HTTPS: "1" }).https, true);
});

test("what is not understood stops the start", () => {
  for (const [name, value] of [
    ["PORT", "80x"],
    ["MAX_AGE_DAYS", "-1"],
    ["MAX_AGE_DAYS", "7.5"],
    ["PORTAL_HTTPS", "yes"],
    ["PORTAL_LOGIN", "vneid"],
    ["ACCEPTED_FORMS", "ct01,CT99"],
    ["ACCEPTED_FORMS", ","],
    ["NOT_BEFORE", "01/07/2026"],
    ["ANCHORS", "/nowhere"],
  ])
    assert.throws(
      () => config({ [name]: value }),
      name === "ANCHORS" ? /ENOENT/ : new RegExp(name),
      `${name}=${value}`,
    );
});

test("the key of sessions is drawn once, for its owner's eyes", () => {
  assert.deepEqual(config({}).secret, config({}).secret);
  assert.equal(statSync(join(folder, "secret")).mode & 0o777, 0o600);
});
