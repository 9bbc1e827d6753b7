// The pages of the functions: each declaration of npm/*.d.ts with the words that stand above it. The declarations are
// the contract and written for reading, so they are shown as they are, not taken apart.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";

import { words } from "./markdown.mjs";
import { ROOT } from "./pages.mjs";

const NPM = join(ROOT, "npm");

/**
 * @typedef {object} Declared
 * @property {string} name
 * @property {"function" | "class" | "type"} kind
 * @property {string} code as it is written
 * @property {string} text what stands above it
 * @property {{ tag: string, text: string }[]} tags
 */

/** @param {{ name: string, file: string }} entry */
export function functionsPage({ name, file }) {
  const parts = modules(file);
  const all = parts.flatMap(({ declared }) => declared);
  const first = all.some((each) => each.name === "init");
  const shown = parts.length > 1;
  return [
    `# ${name}`,
    `\`import ${first ? "init, " : ""}{ … } from "${name}"\`. From \`${file}\` of the package.`,
    ...(shown ? [contents(parts)] : []),
    ...parts.flatMap(({ title, declared }) => [
      ...(shown ? [`## ${title}`] : []),
      ...sorted(declared).map((each) => declaration(each, shown ? "###" : "##")),
    ]),
    file === "index.d.ts" ? "The codes of findings (`FindingCode`) are in [findings.md](../findings.md)." : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** How the methods of a class are called, by name. @param {string} file @param {string} name */
export function methodsOf(file, name) {
  const source = parse(file);
  /** @type {Map<string, string>} */ const methods = new Map();
  for (const statement of source.statements) {
    if (!ts.isClassDeclaration(statement) || statement.name?.text !== name) continue;
    for (const member of statement.members) {
      if (!ts.isMethodDeclaration(member)) continue;
      methods.set(member.name.getText(source), member.getText(source).replace(/;$/, "").replace(/\s+/g, " "));
    }
  }
  return methods;
}

/** What an entry declares, by the files that it hands on. @param {string} file */
function modules(file) {
  const source = parse(file);
  const own = { title: "The package", declared: declarations(source) };
  const others = source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
    const from = /** @type {ts.StringLiteral} */ (statement.moduleSpecifier).text
      .replace(/^\.\//, "")
      .replace(/\.js$/, ".d.ts");
    if (from === "codes.d.ts" || file !== "index.d.ts") return [];
    const clause = statement.exportClause;
    const names = clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : undefined;
    const declared = declarations(parse(from)).filter(({ name }) => !names || names.includes(name));
    return declared.length ? [{ title: TITLES[from] ?? from, declared }] : [];
  });
  return [own, ...others];
}

/** @type {Record<string, string>} */
const TITLES = {
  "reading.d.ts": "What is read of a card",
  "form.d.ts": "Forms and applications",
  "text.d.ts": "Misread text",
  "address.d.ts": "Addresses",
  "people.d.ts": "Tables of people",
};

/** @param {string} file */
function parse(file) {
  return ts.createSourceFile(file, readFileSync(join(NPM, file), "utf8"), ts.ScriptTarget.Latest, true);
}

/** @param {ts.SourceFile} source @returns {Declared[]} */
function declarations(source) {
  return source.statements.flatMap((statement) => {
    const named =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    const exported = named && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!named || !exported || !statement.name) return [];
    const comment = ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc);
    return [
      {
        name: statement.name.text,
        kind: ts.isFunctionDeclaration(statement) ? "function" : ts.isClassDeclaration(statement) ? "class" : "type",
        code: statement.getText(source).replace(/^(export default|export) (declare )?/, ""),
        ...above(comment?.getText(source) ?? ""),
      },
    ];
  });
}

/** The words of a comment, and its tags. @param {string} comment @returns {Pick<Declared, "text" | "tags">} */
function above(comment) {
  const lines = comment
    .replace(/^\/\*\*\s*/, "")
    .replace(/\s*\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""));
  const [text = "", ...tags] = lines.join("\n").split(/(?:^|\s)@(?=(?:throws|param|returns)\b)/);
  return {
    text: text.trim(),
    tags: tags.map((each) => {
      const [, tag = "", rest = ""] = /^(\w+)\s*([^]*)$/.exec(each.trim()) ?? [];
      return { tag, text: rest };
    }),
  };
}

/** Functions first, in the order of the file. @param {Declared[]} declared */
const sorted = (declared) => {
  const order = ["function", "class", "type"];
  const grouped = new Map(declared.map((each) => [each.name, declared.filter(({ name }) => name === each.name)]));
  return [...grouped.values()].sort(([a], [b]) => order.indexOf(a.kind) - order.indexOf(b.kind));
};

/** One name, which may be declared in several ways. @param {Declared[]} ways @param {string} level */
function declaration(ways, level) {
  const [{ name, kind }] = ways;
  const title = kind === "function" ? `${name}()` : name;
  const said = ways.flatMap(({ text, tags }) => [
    words(text),
    ...tags.map(({ tag, text }) => `**${TAGS[tag] ?? tag}** ${words(text)}`),
  ]);
  return [
    `${level} \`${title}\` {#${name}}`,
    `\`\`\`ts\n${ways.map(({ code }) => code).join("\n")}\n\`\`\``,
    ...said.filter(Boolean),
  ].join("\n\n");
}

/** @type {Record<string, string>} */
const TAGS = { throws: "Throws", param: "Takes", returns: "Gives" };

/** @param {{ title: string, declared: Declared[] }[]} parts */
function contents(parts) {
  return parts
    .map(({ title, declared }) => {
      const names = [...new Set(declared.filter(({ kind }) => kind === "function").map(({ name }) => name))];
      return names.length ? `- ${title}: ${names.map((name) => `[${name}](#${name})`).join(", ")}` : "";
    })
    .filter(Boolean)
    .join("\n");
}

/** For whoever builds the page beside it. */
export const declaredIn = (/** @type {string} */ file) =>
  modules(file).flatMap(({ declared }) => declared.map(({ name }) => name));
