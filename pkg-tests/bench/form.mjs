// Forms beside their peers, in one run: ajv (compiled), SurveyJS core, Form.io's validator, each with the same form as
// far as its own language can say it (our exports, and the conditions and patterns of XLSForm for SurveyJS). How many
// each refuses of the wrong applications that were written from the printed forms, the laws and what people complain of
// (pkg-tests/wrong-applications, without the set of logic), and of the right ones; how often it names the right field;
// µs per full validation of the largest pack; bytes shipped (ours with that form's pack, theirs without any form). A
// rule on a law that was not read in its own text only warns; that is counted apart. Bytes of every pack stand in the
// results. Figures of this machine: compare ratios, not numbers.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { buildSync } from "esbuild";
import { Model } from "survey-core";
import { ProcessTargets, processSync } from "@formio/core/process";

import init, { describeForm, exportAs, validate } from "cancuoc";

import { right, wrong } from "../wrong-applications/read.mjs";
import { intoReadme, median, short } from "./readme.mjs";

const here = import.meta.dirname;
const packs = join(here, "..", "..", "packs");
await init();

const PEERS = { cancuoc: ours, "ajv, compiled": ajv, "SurveyJS core": survey, "Form.io core": formio };
const rows = Object.entries(PEERS).map(([name, peer]) => {
  const checks = new Map();
  const check = (/** @type {{ form: string, on: string }} */ { form, on }) => {
    const key = `${form} ${on}`;
    if (!checks.has(key)) checks.set(key, peer(form, on));
    return checks.get(key);
  };
  // Who refuses an application that is right has not understood the form.
  const wronglyRefused = right.filter((each) => !check(each)(each.answers).ok).map(({ form }) => form);
  let [refused, rightField, warned] = [0, 0, 0];
  const missed = [];
  for (const each of wrong) {
    const { ok, fields, doubtful } = check(each)(each.answers);
    if (!ok) refused++;
    if (!ok && fields.includes(field(each.at))) rightField++;
    if (ok && doubtful?.includes(field(each.at))) warned++;
    if (ok) missed.push(`${each.form}: ${each.why}`);
  }
  return { name, refused, rightField, warned, wronglyRefused, missed };
});

const largest = largestForm();
const timed = Object.entries(PEERS).map(([name, peer]) => {
  const check = peer(largest.form, largest.on);
  const times = microseconds(() => check(largest.answers));
  return { name, median: median(times), p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] };
});
const bytes = {
  cancuoc:
    shipped(["../../pkg/core.wasm", `../../pkg/packs/${largest.form}.js`]) +
    bundled(`export { initForm, validate } from "cancuoc"`),
  "ajv, compiled": bundled(`export { Ajv2020 } from "ajv/dist/2020.js"; export { default } from "ajv-formats"`),
  "SurveyJS core": bundled(`export { Model } from "survey-core"`),
  "Form.io core": bundled(`export { processSync, ProcessTargets } from "@formio/core/process"`),
};

// What a page loads for one form, beside the engine.
const packBytes = Object.fromEntries(
  readdirSync(join(here, "..", "..", "pkg", "packs"))
    .filter((name) => name !== "all.js")
    .map((name) => [name.replace(/\.js$/, ""), shipped([`../../pkg/packs/${name}`])]),
);

mkdirSync(join(here, "results"), { recursive: true });
const results = {
  wrong: wrong.length,
  right: right.length,
  largest: largest.form,
  rows,
  timed,
  bytes,
  packBytes,
  load: loadavg()[0],
  node: process.version,
};
writeFileSync(join(here, "results", "forms.json"), `${JSON.stringify(results, null, 1)}\n`);
intoReadme("forms", [
  [
    "validator",
    `refused of ${wrong.length} wrong`,
    "at the right field",
    "warned of at the right field",
    `refused of ${right.length} right`,
    `µs per validation (${largest.form})`,
    "p99 µs",
    "bytes, brotli",
  ],
  ...rows.map(({ name, refused, rightField, warned, wronglyRefused }, index) => [
    name,
    ...[refused, rightField, warned, wronglyRefused.length].map(String),
    short(timed[index].median),
    short(timed[index].p99),
    bytes[/** @type {keyof typeof bytes} */ (name)].toLocaleString("en"),
  ]),
]);

/** `members[0].pin` as `members.pin`: peers count rows in other ways. @param {string} path */
function field(path) {
  return path
    .replaceAll(/[[/.]\d+\]?/g, "")
    .replaceAll("/", ".")
    .replace(/^\./, "");
}

/** @typedef {(answers: any) => { ok: boolean, fields: string[], doubtful?: string[] }} Check */

/** @param {string} form @param {string} on @returns {Check} */
function ours(form, on) {
  return (answers) => {
    const { ok, findings } = validate(form, answers, { on });
    const at = (/** @type {string} */ wanted) =>
      findings.filter(({ severity }) => severity === wanted).map(({ path }) => field(path));
    return { ok, fields: at("error"), doubtful: at("warning") };
  };
}

/** @param {string} form @param {string} on @returns {Check} */
function ajv(form, on) {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  /** @type {any} */ (formats)(ajv);
  const check = ajv.compile(/** @type {any} */ (exportAs(form, "jsonSchema", { on })));
  return (answers) => {
    const ok = check(answers);
    const fields = (check.errors ?? []).map(({ instancePath, params }) => {
      const below = [params.missingProperty, params.additionalProperty].filter(Boolean);
      return field([instancePath, ...below].join("/"));
    });
    return { ok: Boolean(ok), fields };
  };
}

/** @param {string} form @param {string} on @returns {Check} */
function formio(form, on) {
  const { components } = structuredClone(/** @type {any} */ (exportAs(form, "formio", { on })));
  const ids = new Map(
    describeForm(form, { on })
      .sections.flatMap(({ fields }) => fields)
      .map((each) => [each.id, each]),
  );
  return (answers) => {
    const data = structuredClone(answers);
    for (const [id, value] of Object.entries(data)) {
      const type = ids.get(id)?.type;
      if (type === "address" && typeof value === "string") data[id] = { text: value };
      if (type === "multiChoice" && Array.isArray(value))
        data[id] = Object.fromEntries(
          (ids.get(id)?.choices ?? []).map((choice) => [choice.value, value.includes(choice.value)]),
        );
    }
    // A grid without rows is sent as an empty list.
    for (const { id, type } of ids.values()) if (type === "group") data[id] ??= [];
    /** @type {any} */ const context = {
      form: { components },
      components,
      submission: { data },
      data,
      scope: {},
      config: {},
      processors: ProcessTargets.submission,
    };
    processSync(context);
    context.processors = ProcessTargets.evaluator;
    processSync(context);
    const errors = context.scope.errors ?? [];
    return {
      ok: errors.length === 0,
      fields: errors.map((/** @type {any} */ { context: where }) => field(where.path ?? "")),
    };
  };
}

/** @param {string} form @param {string} on @returns {Check} */
function survey(form, on) {
  const { survey: questions } = /** @type {any} */ (exportAs(form, "xlsform", { on }));
  const relevant = new Map(questions.map((/** @type {any} */ row) => [row.name, row]));
  const { sections } = describeForm(form, { on });
  const model = new Model({
    checkErrorsMode: "onComplete",
    elements: sections.flatMap(({ fields }) => fields.map((each) => question(each, relevant, ""))),
  });
  const known = new Set(sections.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return (answers) => {
    model.data = structuredClone(answers);
    const extra = Object.keys(answers).filter((name) => !known.has(name));
    const ok = model.validate(true, false) && extra.length === 0;
    const fields = model
      .getAllQuestions(true, false, true)
      .flatMap((/** @type {any} */ each) =>
        each.errors.length
          ? [each.name, each.parent?.data?.name ? `${each.parent.data.name}.${each.name}` : each.name]
          : [],
      );
    const inRows = model
      .getAllQuestions(true)
      .filter((/** @type {any} */ each) => each.getType() === "paneldynamic")
      .flatMap((/** @type {any} */ each) =>
        each.panels.flatMap((/** @type {any} */ panel) =>
          panel.questions
            .filter((/** @type {any} */ one) => one.errors.length)
            .map((/** @type {any} */ one) => `${each.name}.${one.name}`),
        ),
      );
    return { ok, fields: ok ? [] : [...fields, ...inRows, ...extra] };
  };
}

/**
 * A field in SurveyJS's words.
 * @param {any} field @param {Map<string, any>} rows @param {string} prefix @returns {any}
 */
function question(field, rows, prefix) {
  const row = rows.get(`${prefix}${field.id}`) ?? {};
  const said = (/** @type {string | undefined} */ text) =>
    text
      ?.replaceAll(/\$\{row_(\w+)\}/g, "{panel.$1}")
      .replaceAll(/\$\{(\w+)\}/g, "{$1}")
      .replaceAll(/not\(/g, "!(")
      .replaceAll("'yes'", "true")
      .replaceAll("'no'", "false")
      .replaceAll(/(\{[\w.]+\}) != ''/g, "$1 notempty");
  const pattern = /^regex\(\., '(.*)'\)$/.exec(row.constraint ?? "")?.[1];
  const required =
    row.required === "yes" ? { isRequired: true } : row.required ? { requiredIf: said(row.required) } : {};
  const base = {
    name: field.id,
    title: field.label,
    ...required,
    ...(row.relevant ? { visibleIf: said(row.relevant) } : {}),
    validators: pattern ? [{ type: "regex", regex: pattern }] : [],
  };
  switch (field.type) {
    case "choice":
      return {
        ...base,
        type: "dropdown",
        choices: field.choices.map((/** @type {any} */ each) => each.value),
        showOtherItem: Boolean(field.open),
      };
    case "multiChoice":
      return { ...base, type: "checkbox", choices: field.choices.map((/** @type {any} */ each) => each.value) };
    case "boolean":
      return { ...base, type: "boolean" };
    case "group":
      return {
        ...base,
        type: "paneldynamic",
        maxPanelCount: field.max ?? 20,
        templateElements: field.fields.map((/** @type {any} */ each) => question(each, rows, "row_")),
      };
    case "number":
    case "money":
      return { ...base, type: "text", inputType: "number", min: field.min, max: field.max };
    case "email":
      return { ...base, type: "text", validators: [{ type: "email" }] };
    default:
      return {
        ...base,
        type: "text",
        ...(field.type === "date" && !field.precision ? { inputType: "date" } : {}),
        maxLength: field.maxLength ?? 250,
      };
  }
}

/** The form with the most fields and rules, and its longest accepted application. */
function largestForm() {
  const size = (/** @type {string} */ form) => {
    const { accept } = JSON.parse(readFileSync(join(packs, form, "examples.json"), "utf8"));
    const longest = accept.toSorted(
      (/** @type {any} */ a, /** @type {any} */ b) =>
        JSON.stringify(b.answers).length - JSON.stringify(a.answers).length,
    )[0];
    const { sections, rules } = describeForm(form, { on: longest.on });
    const fields = sections.flatMap(({ fields }) => fields.flatMap((each) => [each, ...(each.fields ?? [])]));
    return { form, on: longest.on, answers: longest.answers, size: fields.length + rules.length };
  };
  const forms = readdirSync(packs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => size(name));
  return forms.toSorted((a, b) => b.size - a.size)[0];
}

/**
 * Single calls: 2,000, or as many as three seconds hold, after a tenth of that to warm up.
 * @param {() => unknown} call
 */
function microseconds(call) {
  rounds(call, 200, 300);
  return rounds(call, 2000, 3000);
}

/** @param {() => unknown} call @param {number} count @param {number} milliseconds */
function rounds(call, count, milliseconds) {
  const times = [];
  for (const end = performance.now() + milliseconds; times.length < count && performance.now() < end;) {
    const start = performance.now();
    call();
    times.push((performance.now() - start) * 1000);
  }
  return times;
}

/** @param {string[]} files */
function shipped(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(here, file))).length, 0);
}

/** Bundled and minified, as a page would get it. @param {string} contents */
function bundled(contents) {
  const {
    outputFiles: [file],
  } = buildSync({
    stdin: { contents, resolveDir: join(here, ".."), loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
    external: ["node:*", "./packs/*"],
  });
  return brotliCompressSync(file.contents).length;
}
