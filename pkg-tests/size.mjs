// Bytes of each entry against the budget; over it is a failure. Raising the budget is a commit of its own, with its
// reason.

import { existsSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = import.meta.dirname;
const pkg = join(here, "..", "pkg");
const budget = JSON.parse(readFileSync(join(here, "budget.json"), "utf8"));

/**
 * What a browser loads for an entry: the script with all it imports, and its .wasm.
 * @param {string} entry
 * @param {Set<string>} [seen]
 */
function scripts(entry, seen = new Set()) {
  const file = join(pkg, entry);
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  // Static imports only: what is imported later is not needed for the first call.
  for (const [, path] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    scripts(join(dirname(entry), path), seen);
  }
  return seen;
}

/** @param {string[]} files */
function measure(files) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    sum.raw += bytes.length;
    sum.gzip += gzipSync(bytes, { level: 9 }).length;
    sum.brotli += brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length;
  }
  return sum;
}

const entries = {
  // What the first field of a form needs: the scripts, the core, one pack (CT01, the largest).
  core: [...scripts("index.js"), join(pkg, "core.wasm"), join(pkg, "packs", "ct01.js")],
  reading: [join(pkg, "glue", "reading.js"), join(pkg, "reading.wasm")],
  address: [join(pkg, "glue", "address.js"), join(pkg, "address-list.js"), join(pkg, "address.wasm")],
  people: [join(pkg, "glue", "people.js"), join(pkg, "table.js"), join(pkg, "people.wasm")],
  portal: [join(pkg, "glue", "portal.js"), join(pkg, "portal.wasm")],
  packs: [join(pkg, "packs", "all.js")],
  scan: [...scripts("scan.js"), join(pkg, "scan.wasm")],
  "scan-mrz": [...scripts("scan-mrz.js"), join(pkg, "scan-mrz.wasm")],
  chip: [...scripts("chip.js"), join(pkg, "chip.wasm")],
  sheet: [...scripts("sheet.js"), join(pkg, "sheet.wasm")],
  pdf: [join(pkg, "pdf.js"), join(pkg, "pdf-module.js"), join(pkg, "glue", "pdf.js"), join(pkg, "pdf.wasm")],
  jp2: [...scripts("jp2.js"), join(pkg, "jp2.wasm")],
  // The form's element alone, and all elements.
  form: [...scripts("widget/form.js")].filter((file) => file.includes("/widget/")),
  widget: [...scripts("widget/index.js")].filter((file) => file.includes("/widget/")),
  units: [join(pkg, "units.bin")],
  // With packs and units inside; no browser loads it.
  server: [join(pkg, "server.wasm")],
};

let over = false;
/** @type {Record<string, { raw: number, gzip: number, brotli: number }>} */ const sizes = {};
for (const [name, files] of Object.entries(entries)) {
  if (!files.every((file) => existsSync(file)))
    throw new Error(`${name}: a file is missing: ${files.filter((file) => !existsSync(file))}`);
  const size = measure(files);
  sizes[name] = size;
  const limit = budget[name];
  const verdict = size.brotli <= limit ? "ok" : "OVER THE BUDGET";
  over ||= size.brotli > limit;
  console.log(`${name.padEnd(8)} raw ${size.raw}  gzip ${size.gzip}  brotli ${size.brotli}  of ${limit}  ${verdict}`);
}
const results = join(here, "bench", "results");
mkdirSync(results, { recursive: true });
writeFileSync(join(results, "size.json"), `${JSON.stringify(sizes, null, 2)}\n`);
if (over) process.exit(1);
