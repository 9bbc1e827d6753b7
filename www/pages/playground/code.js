/** The lines to copy: what was chosen, for each stack. Pure: nothing of a page. */

/**
 * What was chosen.
 * @typedef {object} Chosen
 * @property {"form" | "scan" | "address"} element
 * @property {Record<string, string | true>} attributes
 * @property {Record<string, string>} tokens on light ground
 * @property {Record<string, string>} dark those that differ on dark ground; empty where nothing is dark
 *
 * @typedef {{ name: string, code: string }} File
 */

/** Where a plain page has the package. */
const FOLDER = "/cancuoc/";

/** @type {Record<Chosen["element"], { entry: string, event: string, says: string, component: string }>} */
const ELEMENTS = {
  form: { entry: "widget/form", event: "sealed", says: "event.detail.form", component: "CanCuocForm" },
  scan: { entry: "widget", event: "reading", says: "event.detail.person.fullName", component: "CanCuocScan" },
  address: { entry: "widget", event: "change", says: "event.target.value", component: "CanCuocAddress" },
};

/** @type {Record<string, { words: string, files: (chosen: Chosen) => File[] }>} */
export const STACKS = {
  html: { words: "HTML", files: html },
  react: { words: "React", files: react },
  vue: { words: "Vue", files: vue },
  svelte: { words: "Svelte", files: svelte },
};

/** @param {Chosen} chosen @returns {File[]} */
function html(chosen) {
  const { entry, event, says } = ELEMENTS[chosen.element];
  const tag = tagOf(chosen);
  // `cancuoc/widget` is a folder's `index.js` for whoever has no bundler.
  const script = entry === "widget" ? "widget/index" : entry;
  const style = css(chosen);
  return [
    {
      name: "index.html",
      code: [
        ...(style.length ? ['<link rel="stylesheet" href="./cancuoc.css" />'] : []),
        `<script type="module" src="${FOLDER}${script}.js"></script>`,
        element(tag, attributesOf(chosen)),
        '<script type="module" src="./cong.js"></script>',
      ].join("\n"),
    },
    {
      name: "cong.js",
      code: [
        `document.querySelector("${tag}").addEventListener("${event}", (event) => {`,
        `  console.log(${says});`,
        "});",
      ].join("\n"),
    },
    ...style,
  ];
}

/** @param {Chosen} chosen @returns {File[]} */
function react(chosen) {
  const { event, says, component } = ELEMENTS[chosen.element];
  const style = css(chosen);
  const attributes = Object.entries(chosen.attributes).map(([name, value]) => {
    const prop = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    return value === true ? prop : `${prop}=${quoted(value)}`;
  });
  const heard = `on${event[0].toUpperCase()}${event.slice(1)}={(event) => console.log(${says})}`;
  return [
    {
      name: "Portal.jsx",
      code: [
        '"use client";',
        `import { ${component} } from "cancuoc/react";`,
        ...(style.length ? ['import "./cancuoc.css";'] : []),
        "",
        "export function Portal() {",
        "  return (",
        ...element(component, [...attributes, heard], true)
          .split("\n")
          .map((line) => `    ${line}`),
        "  );",
        "}",
      ].join("\n"),
    },
    ...style,
  ];
}

/** @param {Chosen} chosen @returns {File[]} */
function vue(chosen) {
  const { entry, event, says } = ELEMENTS[chosen.element];
  const style = css(chosen);
  const heard = `@${event}="(event) => hear(${says})"`;
  return [
    {
      name: "Portal.vue",
      code: [
        "<script setup>",
        `import "cancuoc/${entry}";`,
        ...(style.length ? ['import "./cancuoc.css";'] : []),
        "",
        "const hear = (value) => console.log(value);",
        "</script>",
        "",
        "<template>",
        ...element(tagOf(chosen), [...attributesOf(chosen), heard], true)
          .split("\n")
          .map((line) => `  ${line}`),
        "</template>",
      ].join("\n"),
    },
    {
      name: "vite.config.js",
      code: [
        'import vue from "@vitejs/plugin-vue";',
        "",
        'const isCustomElement = (tag) => tag.startsWith("cancuoc-");',
        "",
        "export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };",
      ].join("\n"),
    },
    ...style,
  ];
}

/** @param {Chosen} chosen @returns {File[]} */
function svelte(chosen) {
  const { entry, event, says } = ELEMENTS[chosen.element];
  const style = css(chosen);
  const heard = `on${event}={(event) => console.log(${says})}`;
  return [
    {
      name: "+page.svelte",
      code: [
        "<script>",
        `  import "cancuoc/${entry}";`,
        ...(style.length ? ['  import "./cancuoc.css";'] : []),
        "</script>",
        "",
        element(tagOf(chosen), [...attributesOf(chosen), heard]),
      ].join("\n"),
    },
    ...style,
  ];
}

/** @param {Chosen} chosen */
const tagOf = ({ element }) => `cancuoc-${element}`;

/** @param {Chosen} chosen */
const attributesOf = ({ attributes }) =>
  Object.entries(attributes).map(([name, value]) => (value === true ? name : `${name}=${quoted(value)}`));

/** @param {string} value */
const quoted = (value) => `"${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;

/** Of attributes that fit, one line. @param {string} tag @param {string[]} attributes @param {boolean} [closed] */
function element(tag, attributes, closed = false) {
  const end = closed ? " />" : `></${tag}>`;
  const line = `<${[tag, ...attributes].join(" ")}${end}`;
  return line.length <= 76 ? line : `<${tag}\n${attributes.map((each) => `  ${each}\n`).join("")}${end.trimStart()}`;
}

/** The style sheet, where a token was chosen. @param {Chosen} chosen @returns {File[]} */
function css(chosen) {
  const tag = tagOf(chosen);
  const rule = (/** @type {Record<string, string>} */ tokens, space = "") =>
    `${space}${tag} {\n${Object.entries(tokens)
      .map(([name, value]) => `${space}  ${name}: ${value};\n`)
      .join("")}${space}}`;
  const rules = [
    ...(Object.keys(chosen.tokens).length ? [rule(chosen.tokens)] : []),
    ...(Object.keys(chosen.dark).length
      ? [`@media (prefers-color-scheme: dark) {\n${rule(chosen.dark, "  ")}\n}`]
      : []),
  ];
  return rules.length ? [{ name: "cancuoc.css", code: rules.join("\n\n") }] : [];
}
