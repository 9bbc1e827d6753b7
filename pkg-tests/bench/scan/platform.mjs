// The browser's own decoder, `BarcodeDetector` (Shape Detection API, a draft of the WICG), among the peers where it is
// there. Each engine of the test bed is asked; what it answers is written down with the engine's version.

import { PNG } from "pngjs";

import { ENGINES, launch, serve } from "../../browser/harness.mjs";

/**
 * @typedef {{ engine: string, version: string, formats: string[] | null, error?: string }} Answer
 * `formats`: what its detector supports, null without one; `error`: the engine could not be asked
 */

const ASK = `typeof BarcodeDetector === "function" ? BarcodeDetector.getSupportedFormats() : null`;

/**
 * Asks every engine; those with a detector for QR codes stay open, as decoders.
 * @returns {Promise<{ answers: Answer[], decoders: ({ name: string } & import("./peers.mjs").Decoder)[], close: () =>
 * Promise<void> }>}
 */
export async function platform() {
  // The detector is given to secure contexts only: localhost is one, an empty page is not.
  const site = await serve();
  /** @type {Answer[]} */ const answers = [];
  /** @type {({ name: string } & import("./peers.mjs").Decoder)[]} */ const decoders = [];
  const closing = [site.close];
  for (const engine of ENGINES) {
    try {
      const page = await launch(engine);
      closing.push(page.close);
      await page.goto(`${site.origin}/chip.html`);
      const answer = { engine, version: await version(page), formats: await page.evaluate(ASK) };
      answers.push(answer);
      if (answer.formats?.includes("qr_code"))
        decoders.push({ name: `BarcodeDetector of ${engine} ${answer.version}`, ...detector(page) });
      else await /** @type {() => Promise<void>} */ (closing.pop())();
    } catch (error) {
      answers.push({ engine, version: "", formats: null, error: /** @type {Error} */ (error).message });
    }
  }
  const close = async () => {
    for (const each of closing.reverse()) await each();
  };
  return { answers, decoders, close };
}

/** In words, for the table: where it is not. @param {Answer[]} answers */
export function absent(answers) {
  const without = answers.filter(({ formats, error }) => !error && !formats?.includes("qr_code"));
  return without
    .map(({ engine, version, formats }) => `${engine} ${version}${formats ? " (there, without QR codes)" : ""}`)
    .join(", ");
}

/** @param {import("../../browser/harness.mjs").Page} page */
async function version(page) {
  const capabilities = await page.raw.getCapabilities?.();
  const text = capabilities ? String(capabilities.get("browserVersion")) : await page.raw.browser().version();
  return text.replace(/^[^\d]*/, "");
}

/**
 * It gives text, decoded by its own guess of the charset. Its time is that of `detect` on a decoded picture, by the
 * page's clock: it may work in another process, whose processor time the page does not see.
 * @param {import("../../browser/harness.mjs").Page} page
 * @returns {import("./peers.mjs").Decoder}
 */
function detector(page) {
  let last = 0;
  const encoder = new TextEncoder();
  const read = async (/** @type {import("./peers.mjs").Picture} */ { data, width, height }) => {
    const png = PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(data) }));
    const { texts, time } = await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob("${png.toString("base64")}"), (c) => c.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const detector = (globalThis.detector ??= new BarcodeDetector({ formats: ["qr_code"] }));
      const started = performance.now();
      const found = await detector.detect(picture);
      const time = performance.now() - started;
      picture.close();
      return { texts: found.map(({ rawValue }) => rawValue), time };
    })()`);
    last = time;
    return texts.map((/** @type {string} */ text) => encoder.encode(text));
  };
  return { read, took: () => last, brotli: 0 };
}
