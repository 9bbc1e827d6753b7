// The page of the elements: what the package's own list of them says (custom-elements.json, which editors read as
// well), how their methods are called (widget.d.ts), and the tokens of their style sheet.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { tokens } from "../../www/elements/styles/tokens.css.js";
import { methodsOf } from "./functions.mjs";
import { code, table, words } from "./markdown.mjs";
import { ROOT } from "./pages.mjs";

export async function elementsPage() {
  const list = JSON.parse(readFileSync(join(ROOT, "npm", "custom-elements.json"), "utf8"));
  const elements = list.modules.flatMap((/** @type {any} */ module) => module.declarations);
  return [
    "# Elements",
    [
      "Each is registered by `cancuoc/widget`, `<cancuoc-form>` alone by `cancuoc/widget/form` ([how](./embed.md)).",
      'The [playground](/../playground.html){target="_self"} writes the lines for you; the',
      '[gallery](/../gallery.html){target="_self"} shows every state of each. What an event says is in its `detail`;',
      "the types are those of [cancuoc](./functions/index.md) and [cancuoc/widget](./functions/widget.md).",
    ].join(" "),
    ...elements.map(element),
    tokensPart(),
  ].join("\n\n");
}

/** @param {any} element */
function element(element) {
  const methods = methodsOf("widget.d.ts", element.name);
  const members = element.members ?? [];
  const rows = (/** @type {any[]} */ of, /** @type {(each: any) => string} */ name) =>
    (of ?? []).map((each) => [code(name(each)), each.type ? code(each.type.text) : "", words(each.description ?? "")]);
  const part = (/** @type {string} */ title, /** @type {string} */ text) => (text ? `### ${title}\n\n${text}` : "");
  return [
    `## \`<${element.tagName}>\` {#${element.tagName}}`,
    words(element.description),
    part(
      "Attributes",
      table(
        ["attribute", "value", "meaning"],
        rows(element.attributes, ({ name }) => name),
      ),
    ),
    part(
      "Properties",
      table(
        ["property", "type", "meaning"],
        members
          .filter((/** @type {any} */ { kind }) => kind === "field")
          .map((/** @type {any} */ each) => [
            code(each.name),
            code(each.type?.text ?? ""),
            words(`${each.readonly ? "read only: " : ""}${each.description ?? ""}`),
          ]),
      ),
    ),
    part(
      "Methods",
      table(
        ["method", "meaning"],
        members
          .filter((/** @type {any} */ { kind }) => kind === "method")
          .map((/** @type {any} */ each) => [
            code(methods.get(each.name) ?? `${each.name}()`),
            words(each.description ?? ""),
          ]),
      ),
    ),
    part(
      "Events",
      table(
        ["event", "type", "meaning"],
        rows(element.events, ({ name }) => name),
      ),
    ),
    part(
      "Slots",
      table(
        ["slot", "type", "meaning"],
        rows(element.slots, ({ name }) => name),
      ),
    ),
    part(
      "Parts",
      table(
        ["part", "type", "meaning"],
        rows(element.cssParts, ({ name }) => `::part(${name})`),
      ),
    ),
  ]
    .filter(Boolean)
    .join("\n\n")
    .replace(/^### (\w+)$/gm, (_, title) => `### ${title} {#${element.tagName}-${title.toLowerCase()}}`);
}

function tokensPart() {
  const values = (/** @type {string} */ block) =>
    new Map([...block.matchAll(/(--cc-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  const light = values(/:root,\s*:host \{([^}]*)\}/.exec(tokens)?.[1] ?? "");
  const dark = values(/:host\(\[theme="dark"\]\)[^{]*\{([^}]*)\}/.exec(tokens)?.[1] ?? "");
  return [
    "## Tokens",
    [
      "Set any of them on the element, in a style sheet of yours: `cancuoc-form { --cc-accent: #1f4f8f; }`.",
      "Whoever changes a colour keeps the contrast: 4.5:1 for text on its ground, 3:1 for the lines of controls, light",
      "and dark.",
    ].join(" "),
    table(
      ["token", "light", "dark"],
      [...light].map(([name, value]) => [code(name), code(value), dark.has(name) ? code(dark.get(name)) : ""]),
    ),
  ].join("\n\n");
}
