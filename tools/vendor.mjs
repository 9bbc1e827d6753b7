// Libraries of npm beside our own scripts, so that a page without a bundler finds them: of each what is used, bundled
// by esbuild into one file, with its version and licence on top and the types of what is used beside it.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "./node_modules/esbuild/lib/main.js";

/** The floor of engines (Chrome 97, Firefox 102, Safari 16). */
export const TARGET = ["chrome97", "firefox102", "safari16"];

const HERE = import.meta.dirname;

/** @typedef {{ name: string, script: string, types: string }} Library `script` is what is bundled */

/** What the package's scripts and elements use: written to `pkg/vendor/`. @type {Library[]} */
export const PACKAGE_LIBRARIES = [
  {
    // ZIP files of a chip reader's export: unpacked piece by piece, so that an archive can be stopped.
    name: "fflate",
    script: 'export { Inflate } from "fflate/browser";',
    types: `export class Inflate {
  constructor(ondata: (chunk: Uint8Array, final: boolean) => void);
  push(chunk: Uint8Array, final?: boolean): void;
}
`,
  },
  {
    // IndexedDB with promises: drafts, and the certificates that a user trusts.
    name: "idb",
    script: 'export { openDB } from "idb";',
    types: `export interface Store {
  get(key: IDBValidKey): Promise<any>;
  getAll(): Promise<any[]>;
  put(value: unknown, key?: IDBValidKey): Promise<IDBValidKey>;
  delete(key: IDBValidKey): Promise<void>;
  openCursor(): Promise<Cursor | null>;
}
export interface Cursor {
  readonly primaryKey: IDBValidKey;
  readonly value: any;
  delete(): Promise<void>;
  continue(): Promise<Cursor | null>;
}
export interface Database {
  get(store: string, key: IDBValidKey): Promise<any>;
  getAll(store: string): Promise<any[]>;
  getAllKeys(store: string): Promise<IDBValidKey[]>;
  put(store: string, value: unknown, key?: IDBValidKey): Promise<IDBValidKey>;
  delete(store: string, key: IDBValidKey): Promise<void>;
  createObjectStore(name: string, options?: IDBObjectStoreParameters): unknown;
  transaction(store: string, mode: "readonly" | "readwrite"): { store: Store; done: Promise<void> };
  close(): void;
}
export function openDB(
  name: string,
  version: number,
  options: { upgrade(database: Database): void; blocking?(): void; terminated?(): void },
): Promise<Database>;
`,
  },
  {
    // QR codes (ISO/IEC 18004) of check codes and of a form that is handed over.
    name: "uqr",
    script: 'export { encode } from "uqr";',
    types: `export function encode(
  data: string | readonly number[],
  options?: { ecc?: "L" | "M" | "Q" | "H"; border?: number; minVersion?: number; maxVersion?: number },
): { version: number; size: number; data: boolean[][] };
`,
  },
];

/** What only pages of the site use: written to `www/vendor/`. @type {Library[]} */
export const SITE_LIBRARIES = [
  {
    // CSV (RFC 4180) of address lists and of the help desk's tally.
    name: "papaparse",
    script: 'import Papa from "papaparse"; export const { parse, unparse } = Papa;',
    types: `export function parse(
  text: string,
  options?: { delimiter?: string; newline?: string; skipEmptyLines?: boolean | "greedy"; quoteChar?: string },
): { data: string[][]; errors: { type: string; code: string; row?: number }[] };
export function unparse(
  rows: readonly (readonly (string | number)[])[],
  options?: {
    newline?: string;
    quotes?: (value: unknown, column: number) => boolean;
    escapeFormulae?: boolean | RegExp;
  },
): string;
`,
  },
];

/**
 * Writes libraries as modules into a folder, in place of what was there.
 * @param {Library[]} libraries @param {string} folder
 */
export async function vendor(libraries, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, script, types } of libraries) {
    await build({
      stdin: { contents: script, resolveDir: HERE },
      outfile: join(folder, `${name}.js`),
      banner: { js: licence([name]) },
      bundle: true,
      minify: true,
      format: "esm",
      target: TARGET,
      legalComments: "none",
      logLevel: "warning",
    });
    writeFileSync(join(folder, `${name}.d.ts`), types);
  }
}

/** Versions and licences of packages, as a comment that stays. @param {string[]} names */
export function licence(names) {
  const texts = names.map((name) => {
    const folder = join(HERE, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version}\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}`;
  });
  return `/*! ${texts.join("\n\n").replaceAll("*/", "* /")}\n*/`;
}
