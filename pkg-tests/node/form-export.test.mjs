// Forms in the shapes of other systems: JSON Schema against ajv, Form.io there and back, XLSForm's sheets.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, describe, test } from "node:test";

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

import init, { attach, exportAs, importFrom, listForms, seal, validate } from "cancuoc";

const packs = new URL("../../packs/", import.meta.url);
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, packs), "utf8"));
const folders = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const context = { assurance: /** @type {const} */ ("none"), sealedAt: "2026-11-21T09:00:00+07:00" };

/** @param {object} schema */
function compile(schema) {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
  /** @type {any} */ (formats).default?.(ajv) ?? /** @type {any} */ (formats)(ajv);
  return ajv.compile(schema);
}

before(() => init());

test("every pack is of the packs' own schema", () => {
  const check = compile(read("pack.schema.json"));
  for (const folder of folders) {
    for (const file of readdirSync(new URL(`${folder}/`, packs))) {
      if (file === "examples.json") continue;
      assert.ok(check(read(`${folder}/${file}`)), `${folder}/${file}: ${JSON.stringify(check.errors?.slice(0, 3))}`);
    }
  }
});

for (const folder of folders) {
  describe(folder, () => {
    /** @type {any} */ const examples = read(`${folder}/examples.json`);

    test("JSON Schema is of the dialect, accepts what we accept, and refuses nothing that we take", () => {
      for (const { name, on, answers } of examples.accept) {
        const check = compile(/** @type {any} */ (exportAs(folder, "jsonSchema", { on })));
        const instance = exportAs(seal(folder, answers, context, { on }), "jsonSchema", { on });
        assert.ok(check(instance), `${name}: ${JSON.stringify(check.errors)}`);
      }
    });

    test("a Form.io submission goes out and comes back", () => {
      for (const { on, answers } of examples.accept) {
        const application = seal(folder, answers, context, { on });
        const submission = /** @type {any} */ (exportAs(application, "formio", { on }));
        assert.equal(submission.metadata.cancuoc.digest.value, application.digest.value);
        const back = importFrom(folder, submission, { on });
        assert.deepEqual(back, { answers: application.answers, findings: [] });
        assert.equal(seal(folder, back.answers, context, { on }).digest.value, application.digest.value);
      }
    });

    test("every field is a component and a question, in both languages", () => {
      const { on } = examples.accept[0];
      const keys = (/** @type {any} */ component) => [component.key, ...(component.components ?? []).flatMap(keys)];
      const form = /** @type {any} */ (exportAs(folder, "formio", { on }));
      const sheets = /** @type {any} */ (exportAs(folder, "xlsform", { on }));
      const names = sheets.survey.map((/** @type {any} */ row) => row.name).filter(Boolean);
      for (const path of validate(folder, {}, { on }).visible) {
        assert.ok(form.components.flatMap(keys).includes(path), path);
        assert.ok(names.includes(path), path);
      }
      assert.equal(
        new Set(names.filter((/** @type {string} */ name) => !name.startsWith("row_"))).size,
        names.filter((/** @type {string} */ name) => !name.startsWith("row_")).length,
      );
      const lists = new Set(sheets.choices.map((/** @type {any} */ row) => row.list_name));
      for (const { type } of sheets.survey) {
        const list = /^select_\w+ (\S+)/.exec(type)?.[1];
        if (list) assert.ok(lists.has(list), list);
      }
    });
  });
}

test("XLSForm: a relation of one's own is the choice `other` with a text beside it", () => {
  const on = "2026-11-21";
  const { survey, choices } = /** @type {any} */ (exportAs("ct01", "xlsform", { on }));
  assert.ok(choices.some((/** @type {any} */ row) => row.list_name === "list_relationToHead" && row.name === "other"));
  assert.equal(
    survey.find((/** @type {any} */ row) => row.name === "relationToHead_other").relevant,
    "${relationToHead} = 'other'",
  );
  const { accept } = read("ct01/examples.json");
  const application = seal("ct01", { ...accept[0].answers, relationToHead: "em họ" }, context, { on });
  const instance = /** @type {any} */ (exportAs(application, "xlsform"));
  assert.deepEqual(
    [instance.relationToHead, instance.relationToHead_other, instance.members[0].row_relation],
    ["other", "em họ", "cohabitant"],
  );
});

test("a portal's own keys", () => {
  const names = { pin: "identityNumber", fullName: "fullname" };
  const { answers, on } = read("ct01/examples.json").accept[0];
  const submission = /** @type {any} */ (exportAs(seal("ct01", answers, context, { on }), "formio", { on, names }));
  assert.equal(submission.data.identityNumber, answers.pin);
  assert.equal(importFrom("ct01", submission, { on, names }).answers.pin, answers.pin);
  assert.deepEqual(
    importFrom("ct01", { data: { isOwnerDossier: true, submit: true } }, { on }).findings.map(({ path }) => path),
    ["isOwnerDossier"],
  );
  assert.equal(
    importFrom("ct01", { data: { birthDate: "1990-02-28T00:00:00+07:00" } }, { on }).answers.birthDate,
    "1990-02-28",
  );
});

test("a format or a form that does not exist is a CanCuocError", () => {
  assert.throws(() => exportAs("ct01", /** @type {any} */ ("pdf")), { code: "export.format" });
  assert.throws(() => exportAs("ct99", "formio"), { code: "form.unknown" });
  assert.throws(() => exportAs(/** @type {any} */ ({}), "formio"), { code: "form.unknown" });
  assert.ok(listForms().length > 0);
});

test("a file becomes an answer by its content", () => {
  const file = attach("C:\\Ảnh\\thẻ.pdf", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
  assert.deepEqual(
    { ...file, sha256: file.sha256.length },
    { name: "thẻ.pdf", size: 4, type: "image/jpeg", sha256: 64 },
  );
  assert.throws(() => attach("x", /** @type {any} */ ([1])), { code: "input.type" });
});
