// What others wrote and the package ships: `sbom.cdx.json` (CycloneDX 1.6) and `NOTICES.txt` with the licences' texts.
// A licence that nobody allowed, or whose text is not found, ends the build.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences of what may ship, the one that is taken first where several are offered. */
const ALLOWED = [
  "MIT",
  "MIT-0",
  "0BSD",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSL-1.0",
  "Zlib",
  "Unicode-3.0",
];

/**
 * @typedef {{ name: string, version: string, licence: string, purl: string, folder: string, sha256?: string,
 *   uses: string[] }} Part
 */

/**
 * @param {string} out the package's folder
 * @param {{ entries: string[], scripts: string[], version: string }} what entries of the crate; npm packages
 */
export function bill(out, { entries, scripts, version }) {
  const parts = [...crates(entries), ...scripts.map(script)].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  writeFileSync(join(out, "sbom.cdx.json"), `${JSON.stringify(cycloneDx(parts, version), null, 2)}\n`);
  writeFileSync(join(out, "NOTICES.txt"), notices(parts));
}

/** What is linked into a module: not what only builds it. @param {string[]} entries @returns {Part[]} */
function crates(entries) {
  const features = entries.map((entry) => `entry-${entry}`).join(",");
  const asked = ["metadata", "--locked", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"];
  const text = execFileSync("cargo", [...asked, "--no-default-features", "--features", features], {
    maxBuffer: 1 << 27,
    encoding: "utf8",
  });
  const { packages, resolve } = JSON.parse(text);
  const known = new Map(packages.map((/** @type {any} */ one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const linked = (/** @type {string} */ id) =>
    nodes
      .get(id)
      .deps.filter((/** @type {any} */ dep) => dep.dep_kinds.some((/** @type {any} */ { kind }) => kind === null))
      .map((/** @type {any} */ dep) => dep.pkg)
      .filter((/** @type {string} */ other) => !builds(known.get(other)));
  const reached = new Set([packages.find((/** @type {any} */ { name }) => name === "cancuoc").id]);
  for (const id of reached) for (const other of linked(id)) reached.add(other);
  const sums = checksums();
  const ours = (/** @type {string} */ id) => known.get(id).source === null;
  return [...reached]
    .filter((id) => !ours(id))
    .map((id) => {
      const { name, version, license, manifest_path } = known.get(id);
      return {
        name,
        version,
        licence: license.replaceAll("/", " OR "),
        purl: purl("cargo", name, version),
        folder: dirname(manifest_path),
        sha256: sums.get(`${name} ${version}`),
        uses: linked(id).map((/** @type {string} */ other) => {
          const used = known.get(other);
          return purl("cargo", used.name, used.version);
        }),
      };
    });
}

/** A macro runs in the compiler. @param {any} crate */
function builds(crate) {
  return crate.targets.some((/** @type {any} */ { kind }) => kind.includes("proc-macro"));
}

/** SHA-256 of the archives of crates, by name and version. */
function checksums() {
  const blocks = readFileSync("Cargo.lock", "utf8").split("[[package]]");
  const of = (/** @type {string} */ block, /** @type {string} */ key) =>
    new RegExp(`^${key} = "(.*)"$`, "m").exec(block)?.[1] ?? "";
  return new Map(blocks.map((block) => [`${of(block, "name")} ${of(block, "version")}`, of(block, "checksum")]));
}

/** A script of `tools/node_modules` that is copied into the package. @param {string} name @returns {Part} */
function script(name) {
  const folder = `tools/node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return { name, version, licence: license, purl: purl("npm", name, version), folder, uses: [] };
}

/** @param {string} kind @param {string} name @param {string} version */
const purl = (kind, name, version) => `pkg:${kind}/${name.replace("@", "%40")}@${version}`;

/** @param {Part[]} parts @param {string} version */
function cycloneDx(parts, version) {
  const root = purl("npm", "cancuoc", version);
  const licences = [{ expression: "MIT OR Apache-2.0" }];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "library", "bom-ref": root, name: "cancuoc", version, purl: root, licenses: licences },
    },
    components: parts.map((part) => ({
      type: "library",
      "bom-ref": part.purl,
      name: part.name,
      version: part.version,
      purl: part.purl,
      licenses: [{ expression: part.licence }],
      ...(part.sha256 ? { hashes: [{ alg: "SHA-256", content: part.sha256 }] } : {}),
    })),
    dependencies: [
      { ref: root, dependsOn: parts.map((part) => part.purl) },
      ...parts.map((part) => ({ ref: part.purl, dependsOn: part.uses.toSorted() })),
    ],
  };
}

/** Each text once, with the names of all that stand under it. @param {Part[]} parts */
function notices(parts) {
  /** @type {Map<string, string[]>} */ const texts = new Map();
  for (const part of parts)
    for (const text of licenceTexts(part)) {
      const names = texts.get(text) ?? [];
      texts.set(text, [...names, `${part.name} ${part.version} (${part.licence})`]);
    }
  const head = "cancuoc ships parts that others wrote, under the licences below.\n";
  const blocks = [...texts].map(([text, names]) => `${"-".repeat(100)}\n${names.join("\n")}\n\n${text}\n`);
  return [head, ...blocks].join("\n");
}

/** @param {Part} part @returns {string[]} of the licences that are taken, and what else its authors want told */
function licenceTexts(part) {
  const taken = chosen(part.licence);
  if (!taken) throw new Error(`${part.name}: nobody allowed ${part.licence}`);
  const files = readdirSync(part.folder, { withFileTypes: true })
    .filter((file) => file.isFile() && /^(licen[cs]e|copying|copyright|notice|unlicense)/i.test(file.name))
    .map((file) => file.name);
  // Where several licences hold together, which file is whose is not told by its name.
  const all = taken.length > 1;
  const own = files.filter(
    (file) => all || taken.some((licence) => ofLicence(licence, file, files)) || /^notice/i.test(file),
  );
  // Some crates name their licence and leave the text out: it stands once among ours.
  const ours = taken.map((licence) => OURS[licence]).filter((file) => file !== undefined);
  const found = own.length ? own.map((file) => join(part.folder, file)) : ours;
  if (!found.length || !found.every(existsSync)) throw new Error(`${part.name}: no text of ${taken.join(" and ")}`);
  return found.map((file) => readFileSync(file, "utf8").replaceAll("\r", "").trim());
}

/** @type {Record<string, string | undefined>} */
const OURS = { MIT: "LICENSE-MIT", "Apache-2.0": "LICENSE-APACHE" };

/** Whether a file holds this licence's text. @param {string} licence @param {string} file @param {string[]} files */
function ofLicence(licence, file, files) {
  const word = licence.split("-")[0]?.toLowerCase() ?? "";
  const named = files.filter((other) => other.toLowerCase().includes(word));
  return named.length ? named.includes(file) : files.length === 1;
}

/**
 * The licences to keep to: of an `OR` the first that is allowed, of an `AND` all.
 * @param {string} expression SPDX @returns {string[] | undefined}
 */
export function chosen(expression) {
  const options = splitAt(expression, " OR ");
  if (options.length > 1) {
    const allowed = options.map(chosen).filter((option) => option !== undefined);
    return allowed.sort((a, b) => rank(a) - rank(b))[0];
  }
  const all = splitAt(expression, " AND ");
  if (all.length > 1) {
    const each = all.map(chosen);
    return each.every((one) => one !== undefined) ? each.flat() : undefined;
  }
  const bare = expression.trim();
  if (bare.startsWith("(") && bare.endsWith(")")) return chosen(bare.slice(1, -1));
  return ALLOWED.includes(bare) ? [bare] : undefined;
}

/** @param {string[]} licences */
const rank = (licences) => Math.max(...licences.map((licence) => ALLOWED.indexOf(licence)));

/** Outside brackets. @param {string} expression @param {string} word */
function splitAt(expression, word) {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < expression.length;) {
    if (!depth && expression.startsWith(word, at)) {
      parts.push("");
      at += word.length;
      continue;
    }
    const sign = expression[at] ?? "";
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    parts[parts.length - 1] += sign;
    at += 1;
  }
  return parts;
}
