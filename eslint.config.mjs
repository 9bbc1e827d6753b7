// What the scripts of the pages, the package and the tests are held to: `tools/lint.sh`. Formatting is Prettier's.

import { createRequire } from "node:module";

// The tools are installed where the build's are, so that one folder holds what npm brings.
const require = createRequire(new URL("./tools/package.json", import.meta.url));
const js = require("@eslint/js");
const globals = require("globals");
const imports = require("eslint-plugin-import-x");

/** Generated, vendored, or kept as they came. */
const NOT_OURS = [
  "**/node_modules/",
  "pkg/",
  "target/",
  "artefacts/",
  "www/sw.js",
  "www/vendor/",
  "www/catalogue/",
  "www/demo/",
  "www/manual/",
  "pkg-tests/consumers/dist/",
  "**/*.d.ts",
  "**/*.ts",
  "docs/",
];

export default [
  { ignores: NOT_OURS },
  js.configs.recommended,
  {
    files: ["**/*.{js,mjs,jsx}"],
    plugins: { imports },
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      parserOptions: { ecmaFeatures: { jsx: true } },
      globals: { ...globals.nodeBuiltin, ...globals.browser },
    },
    settings: { "import-x/resolver-next": [require("eslint-plugin-import-x").createNodeResolver()] },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "no-implicit-globals": "error",
      // A name that begins with `_` is there for the place that it holds.
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all" }],
      // An empty `catch` says why in a comment.
      "no-empty": ["error", { allowEmptyCatch: false }],
      // Zero-width and full-width blanks are what some texts are about.
      "no-irregular-whitespace": [
        "error",
        { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true },
      ],
      // Names of tests are sentences, and not broken.
      "max-len": [
        "error",
        { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true, ignorePattern: "^\\s*(test|describe)\\(" },
      ],
      "no-control-regex": "off",
      "imports/no-cycle": ["error", { ignoreExternal: true }],
      "imports/no-self-import": "error",
      "imports/no-duplicates": "error",
    },
  },
  {
    files: ["www/offline/**"],
    languageOptions: { globals: globals.serviceworker },
  },
  {
    // As their users write it: registered by one line, used by another.
    files: ["pkg-tests/consumers/**"],
    rules: { "imports/no-duplicates": "off", "no-unused-vars": ["error", { varsIgnorePattern: "^React$" }] },
  },
  {
    // One noun a file.
    files: ["www/**/*.js", "npm/**/*.js"],
    rules: { "max-lines": ["error", 300] },
  },
];
