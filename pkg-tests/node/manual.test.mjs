// The manual says what is so: its code is checked against the package's types and run, its words are those of the
// interface, its links lead somewhere.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";

import ts from "typescript";

import { STACKS } from "../../www/pages/playground/code.js";
import { chosenOf } from "../../www/pages/playground/chosen.js";
import { ENOUGH, colour, contrast, tokensOf } from "../../www/pages/playground/colours.js";
import { State } from "../../www/pages/playground/state.js";
import { ROOT, fences, startsWith } from "../manual.mjs";

const PAGES = ["README.md", "README.vi.md", ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`)];
const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), "utf8");

test("every piece of JavaScript in the manual fits the types of the package", () => {
  /** @type {Map<string, { code: string, where: string }>} */ const pieces = new Map();
  for (const page of PAGES)
    for (const { language, code, line } of fences(page)) {
      if (!["js", "jsx", "ts"].includes(language)) continue;
      const file = join(ROOT, "pkg-tests", `piece-${pieces.size}.${language === "js" ? "jsx" : language}`);
      pieces.set(file, { code: `${code}\nexport {};\n`, where: `${page}:${line}` });
    }
  assert.ok(pieces.size > 15);
  const found = problems(pieces);
  assert.deepEqual(found, []);
});

test("a piece of code that names what the package does not have is found", () => {
  const file = join(ROOT, "pkg-tests", "piece.jsx");
  const code = 'import { noSuchFunction, validate } from "cancuoc";\nvalidate("ct01");\nexport {};\n';
  const found = problems(new Map([[file, { code, where: "here" }]]));
  assert.equal(found.length, 2, found.join("\n"));
});

/** A piece may be the inside of a function, or show several ways side by side: `return`, declared twice. */
const OF_PIECES = [1108, 2451];

/** What TypeScript says of each piece. @param {Map<string, { code: string, where: string }>} pieces */
function problems(pieces) {
  /** @type {ts.CompilerOptions} */ const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    jsx: ts.JsxEmit.Preserve,
    types: [],
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    strict: false,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => pieces.has(file) || fileExists(file);
  host.getSourceFile = (file, target, ...rest) => {
    const piece = pieces.get(file);
    return piece ? ts.createSourceFile(file, piece.code, target, true) : getSourceFile(file, target, ...rest);
  };
  const around = join(ROOT, "pkg-tests", "manual", "around.d.ts");
  const program = ts.createProgram([around, ...pieces.keys()], options, host);
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()]
    .filter(({ file, code }) => file && pieces.has(file.fileName) && !OF_PIECES.includes(code))
    .filter(({ messageText }) => !/on type '(Event|EventTarget)'/.test(String(messageText)))
    .map((each) => {
      const { where, code } = /** @type {any} */ (pieces.get(/** @type {any} */ (each.file).fileName));
      const line = code.slice(0, each.start).split("\n").length;
      return `${where} + ${line}: ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`;
    });
}

describe("start in ten minutes", () => {
  test("the lines of each stack are those of the project that the tests build", () => {
    // A test stands on a day of its own and keeps nothing.
    const plain = (/** @type {string} */ text) =>
      text
        .replace(/^\/\/.*\n/gm, "")
        .replace(/\s*on="2026-11-21"|\s*draft="off"/g, "")
        .trim();
    for (const [name, project] of [
      ["main.jsx", "react/main.jsx"],
      ["main.js", "webpack/main.js"],
      ["+page.svelte", "more/svelte/src/routes/+page.svelte"],
    ]) {
      const [code] = startsWith(name);
      assert.equal(code.trim(), plain(read(`pkg-tests/consumers/${project}`)), name);
    }
  });

  test("the Vietnamese page has the same code", () => {
    const named = (/** @type {string} */ page) => fences(page).filter(({ name }) => name);
    const same = (/** @type {string} */ page) => named(page).map(({ name, code }) => ({ name, code }));
    assert.deepEqual(same("docs/start.vi.md"), same("docs/start.md"));
  });
});

test("the words that officers are told of are those of the interface", () => {
  for (const [page, words] of [
    ["docs/officers.vi.md", "messages.vi.js"],
    ["docs/officers.md", "messages.en.js"],
  ]) {
    const said = read(`www/elements/${words}`);
    const rows = [...read(page).matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell).slice(1);
    const told = rows.flatMap((cell) => cell.split(" · ")).filter((cell) => !/^-+$/.test(cell));
    assert.ok(told.length > 8, page);
    for (const word of told) assert.ok(said.includes(`"${word}`) || said.includes(`${word}.`), `${page}: ${word}`);
  }
});

describe("the playground's code", () => {
  const elements = JSON.parse(read("npm/custom-elements.json")).modules[0].declarations;
  const SETTINGS = ["", "theme=dark&accent=%231f4f8f&radius=0&font=serif", "theme=auto&accent=%23ffe08a&quiet=on"];
  for (const element of ["form", "scan", "address"])
    test(`<cancuoc-${element}>: every stack's lines can be read, and say only what the element has`, () => {
      const { attributes } = elements.find((/** @type {any} */ each) => each.tagName === `cancuoc-${element}`);
      const own =
        "&form=dc02&draft=7&assurance=wellFormed&action=/ho-so&history=on&required=on&label=%22A%22&modes=mrz";
      for (const settings of SETTINGS) {
        const chosen = chosenOf(new State(`?element=${element}&${settings}${own}`));
        for (const name of Object.keys(chosen.attributes))
          assert.ok(
            attributes.some((/** @type {any} */ each) => each.name === name),
            `${element} has no ${name}`,
          );
        for (const [stack, { files }] of Object.entries(STACKS))
          for (const { name, code } of files(chosen)) {
            const script = /<script[^>]*>\n([^]*?)<\/script>/.exec(code)?.[1];
            const parsed = /\.jsx?$/.test(name) ? code : /\.(vue|svelte)$/.test(name) ? script : undefined;
            if (parsed === undefined) continue;
            const source = ts.createSourceFile(`${name}x`, parsed, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JSX);
            const wrong = /** @type {any} */ (source).parseDiagnostics;
            assert.deepEqual(wrong, [], `${stack} ${name}\n${parsed}`);
          }
      }
    });

  test("whatever colour is chosen, text in it and on it can be read, light and dark", () => {
    for (const accent of ["#0b5f5a", "#ffe08a", "#ff0000", "#00ff00", "#0000ff", "#808080", "#ffffff", "#000000"]) {
      const { light, dark } = tokensOf(accent);
      for (const [tokens, ground] of /** @type {const} */ ([
        [light, "#ffffff"],
        [dark, "#18211f"],
      ])) {
        const shown = colour(tokens["--cc-accent"]);
        assert.ok(contrast(shown, colour(ground)) >= ENOUGH, `${accent} on ${ground}`);
        assert.ok(contrast(shown, colour(tokens["--cc-accent-ink"])) >= ENOUGH, `ink on ${accent}`);
        const [hover, soft] = ["--cc-accent-hover", "--cc-accent-soft"].map((name) => colour(tokens[name]));
        assert.ok(contrast(hover, soft) >= ENOUGH, `${accent}, under the pointer`);
      }
    }
  });

  test("an address that somebody else wrote sets nothing that the playground does not know", () => {
    const state = new State("?form=%3Cscript%3E&action=javascript:1&label=%3Cb%3E&accent=red&stack=__proto__&other=1");
    assert.deepEqual(
      [state.get("form"), state.get("action"), state.get("label"), state.get("accent")],
      ["ct01", "", "", ""],
    );
    assert.equal(state.query(new URLSearchParams()), "");
  });
});

describe("the built site", () => {
  const SITE = join(ROOT, "www", "manual");
  before(() => {
    execFileSync(join(ROOT, "tools", "packages.sh"), ["tools/manual"], { stdio: "inherit" });
    execFileSync(process.execPath, [join(ROOT, "tools", "manual", "build.mjs")], { stdio: "inherit" });
  });
  const pages = () => readdirSync(SITE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

  test("every link leads to a page and a place that are there", () => {
    const lost = [];
    const ids = new Map(
      pages().map((page) => [
        page,
        new Set([...read(`www/manual/${page}`).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    for (const page of pages()) {
      if (page === "404.html") continue;
      for (const [, href] of read(`www/manual/${page}`).matchAll(/<a[^>]* href="([^"]+)"/g)) {
        if (/^(https?:|mailto:)/.test(href)) continue;
        const url = new URL(href.replaceAll("&amp;", "&"), `http://here/manual/${page}`);
        const path = `${url.pathname.replace(/\/$/, "/index.html")}`;
        if (!existsSync(join(ROOT, "www", path))) lost.push(`${page}: ${href}`);
        const place = decodeURIComponent(url.hash.slice(1));
        if (place && !ids.get(path.replace("/manual/", ""))?.has(place)) lost.push(`${page}: ${href}`);
      }
    }
    assert.deepEqual(lost, []);
  });

  test("no page has a script or style of its own, or anything from elsewhere", () => {
    for (const page of pages()) {
      const html = read(`www/manual/${page}`);
      assert.doesNotMatch(html, /<script(?![^>]* src=)[^>]*>|<style| style="| on\w+="/, page);
      const asked = [...html.matchAll(/<(?:script|link|img)[^>]* (?:src|href)="([^"]+)"/g)].map(([, from]) => from);
      for (const from of asked) assert.match(from, /^\/(?!\/)/, page);
    }
  });

  test("every function of the package has its lines", () => {
    const page = read("www/manual/functions/index.html");
    for (const file of ["index", "reading", "form", "address", "people"])
      for (const [, name] of read(`npm/${file}.d.ts`).matchAll(/^export (?:default )?function (\w+)/gm))
        assert.ok(page.includes(`id="${name}"`), name);
  });

  test("it is not among the files that citizens' devices keep", () => {
    assert.doesNotMatch(read("www/sw.js"), /manual\//);
  });
});
