// The pictures of the scanner's benchmark. A set gives `{ name, entries }`; an entry says what it shows and loads its
// pixels.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

import { decodePicture } from "../../picture.mjs";

const here = import.meta.dirname;
const root = join(here, "..", "..", "..");

/**
 * @typedef {{ kind: string, degree: number, video: number | null, load: () => { data: Uint8Array, width: number,
 * height: number },
 *   expects: (bytes: Uint8Array) => boolean, empty: boolean, others?: boolean }} Entry
 * `others`: there may be more codes in the picture than the one that is known
 * @typedef {{ name: string, entries: Entry[] }} PictureSet
 */

/** Seeds of the project's own pictures. No constant of the scanner may be chosen by looking at those of the tests. */
export const SEEDS = { tuning: [1, 2, 3], test: [101, 102, 103] };

/** The project's own pictures, drawn when they are not there. @param {number[]} seeds @returns {PictureSet[]} */
export function ownCorpus(seeds) {
  const folder = join(root, "target", "scan-corpus");
  const generator = join(here, "..", "..", "corpus", "generate.py");
  return seeds.map((seed) => {
    const directory = join(folder, `seed-${seed}`);
    if (!existsSync(join(directory, "manifest.json"))) {
      console.error(`· drawing the pictures of seed ${seed} (some minutes)`);
      execFileSync(python(folder), [generator, directory, "--seed", String(seed)], { stdio: "inherit" });
    }
    return fromManifest(directory, `own, seed ${seed}`);
  });
}

/** Python with what the generator needs, in an environment beside the pictures. @param {string} folder */
function python(folder) {
  if (process.env.PYTHON) return process.env.PYTHON;
  const environment = join(folder, "python");
  const binary = join(environment, "bin", "python");
  if (!existsSync(join(environment, "ready"))) {
    execFileSync("python3", ["-m", "venv", environment], { stdio: "inherit" });
    const requirements = join(here, "..", "..", "corpus", "requirements.txt");
    execFileSync(binary, ["-m", "pip", "install", "--quiet", "--requirement", requirements], { stdio: "inherit" });
    execFileSync("touch", [join(environment, "ready")]);
  }
  return binary;
}

/**
 * A directory of grey PNGs with a manifest.json: a list of `{ file, cat, sev, seq?, payload (base64, null: no code) }`.
 * @param {string} directory
 * @param {string} [name]
 * @returns {PictureSet}
 */
export function fromManifest(directory, name = basename(directory)) {
  /** @type {{ file: string, cat: string, sev: number, seq: number | null, payload: string | null }[]} */
  const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
  const entries = manifest.map(({ file, cat, sev, seq, payload }) => {
    const expected = payload === null ? undefined : Buffer.from(payload, "base64");
    return {
      kind: cat,
      degree: sev,
      video: seq ?? null,
      empty: expected === undefined,
      load: () => decodePicture(join(directory, file)),
      expects: (/** @type {Uint8Array} */ bytes) => expected?.equals(bytes) ?? false,
    };
  });
  return { name, entries };
}

/**
 * Photographs of all sorts of QR codes, taken with phones: the test data of ZXing (Apache-2.0), as the npm package
 * zxing-typescript ships them. What they say is known as text, whose charset a symbol need not tell.
 * @returns {PictureSet}
 */
export function photographs() {
  if (!existsSync(join(here, "node_modules", "zxing-typescript"))) {
    execFileSync(join(root, "tools", "packages.sh"), ["pkg-tests/bench/scan"], { stdio: "inherit" });
  }
  const folder = join(here, "node_modules", "zxing-typescript", "src", "test", "core", "resources", "blackbox");
  const entries = [];
  for (const set of readdirSync(folder)
    .filter((name) => /^qrcode-\d$/.test(name))
    .sort()) {
    for (const file of readdirSync(join(folder, set))
      .filter((name) => /\.(png|jpe?g)$/.test(name))
      .sort()) {
      const text = join(folder, set, file.replace(/\.\w+$/, ".txt"));
      if (!existsSync(text)) continue;
      const expected = Buffer.from(CORRECTED[`${set}/${file}`] ?? readFileSync(text));
      entries.push({
        kind: set,
        degree: 0,
        video: null,
        empty: false,
        others: true,
        load: () => decodePicture(join(folder, set, file)),
        expects: (/** @type {Uint8Array} */ bytes) => saysTheSame(bytes, expected),
      });
    }
  }
  return { name: "photographs (ZXing)", entries };
}

/** Where the text beside a picture is not what the picture says. @type {Record<string, string>} */
const CORRECTED = {
  // The text lacks the last letter of "photography"; 12.png is the same symbol, and its text has it.
  "qrcode-2/13.png": "The 2005 USGS aerial photography of the Washington Monument is censored.",
};

/**
 * Whether these bytes are that text, in one of the charsets that these photographs use.
 * @param {Uint8Array} bytes @param {Uint8Array} expected
 */
function saysTheSame(bytes, expected) {
  const plain = (/** @type {string} */ text) => text.replace(/\r\n?/g, "\n").trim();
  const read = (/** @type {Uint8Array} */ from, /** @type {string} */ charset) =>
    plain(new TextDecoder(charset).decode(from));
  const wanted = ["utf-8", "latin1"].map((charset) => read(expected, charset));
  return ["utf-8", "latin1", "shift_jis", "gb18030"].some((charset) => wanted.includes(read(bytes, charset)));
}
