// The three engines behind one small page adapter, and the demo's server.
//
// Chromium (Debian's, by puppeteer over CDP), Firefox ESR (by puppeteer over WebDriver BiDi) and WebKitGTK's
// MiniBrowser (by selenium over WebDriver, in a virtual screen). A missing engine is an error, never a skip.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe } from "node:test";

import puppeteer from "puppeteer-core";

import { server } from "../../www/serve.mjs";
import { Gone, deepQuery, pressUntilHeard } from "./press.mjs";
import { startWebKit } from "./webkit.mjs";

export const ENGINES = /** @type {const} */ (["chromium", "firefox", "webkit"]);

/** A browser that does not answer fails its tests; it never holds up the rest. Milliseconds. */
const START = 300_000;
const SUITE = 900_000;

/** Where tests leave screenshots. */
export const ARTEFACTS = join(import.meta.dirname, "..", "..", "artefacts");

/**
 * Declares the same tests for each engine; `CANCUOC_ENGINES=chromium` narrows them while developing.
 *
 * @param {string} name
 * @param {(get: () => { page: Page, origin: string, engine: string }) => void} tests
 * @param {{ engines?: readonly string[], camera?: string, dark?: boolean, size?: [number, number] }} [options]
 *   `camera`: an .mjpeg file that Chromium's fake camera plays; `dark`: a system with dark colours and less motion
 * (Firefox, WebKit)
 */
export function inEachEngine(name, tests, { engines = ENGINES, camera, dark = false, size = [360, 740] } = {}) {
  endAfterTests();
  const wanted = process.env.CANCUOC_ENGINES?.split(",") ?? ENGINES;
  for (const engine of engines.filter((each) => wanted.includes(each))) {
    describe(`${name} (${engine})`, { timeout: SUITE }, () => {
      /** @type {{ page: Page, origin: string, engine: string }} */ let context;
      /** @type {(() => Promise<void>)[]} */ const closing = [];
      before(
        async () => {
          const { origin, close } = await serve();
          closing.push(close);
          const browser = await launch(engine, { camera, dark, size });
          closing.push(() => browser.close());
          context = { page: browser, origin, engine };
        },
        { timeout: START },
      );
      after(
        async () => {
          for (const close of closing.reverse()) await close();
        },
        { timeout: START },
      );
      tests(() => context);
    });
  }
}

/** A name of this machine that browsers do not take for safe, as a site without HTTPS (Chromium and Firefox). */
export const PLAIN_HTTP = "cong-khong-https.test";

/** What Firefox says of a file that was on its way when the page was left. */
const CUT_OFF = /^Error: Failed to load .* A ServiceWorker intercepted the request and encountered an unexpected error/;

let ends = false;

/** What a browser leaves open does not keep a file of tests from ending. */
function endAfterTests() {
  if (!ends) after(() => void setTimeout(() => process.exit(), 10_000).unref());
  ends = true;
}

/** The demo's server on a free port of localhost. @param {Parameters<typeof server>[0]} [options] */
export async function serve(options) {
  const http = server(options);
  await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (http.address());
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((/** @type {(value?: any) => void} */ done) => {
        http.closeAllConnections();
        http.close(() => done());
      }),
  };
}

/**
 * @typedef {object} Page what the tests need of a browser's page
 * @property {(url: string) => Promise<void>} goto waits for the load event
 * @property {(source: string) => Promise<any>} evaluate an expression (it may be a promise); the result crosses as JSON
 * @property {(source: string, what?: string, seconds?: number) => Promise<any>} waitFor until the expression is truthy
 * @property {(deep: string) => Promise<void>} click a real click; `deep` is a selector, ` >>> ` steps into shadow roots
 * @property {(deep: string, text: string) => Promise<void>} type real keys
 * @property {(key: string) => Promise<void>} press one key (`Tab`, `Enter`, `Escape`, …)
 * @property {(text: string) => Promise<void>} keys typed into whatever has the focus
 * @property {(deep: string, files: string[]) => Promise<void>} upload into a file input
 * @property {(width: number, height: number) => Promise<void>} resize as when a phone is turned
 * @property {(name: string) => Promise<string>} screenshot into artefacts/
 * @property {string[]} problems uncaught errors and console errors, where the engine tells them
 * @property {any} raw the driver's own object
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} engine
 * @param {{ camera?: string, dark?: boolean, size?: [number, number] }} [options]
 * @returns {Promise<Page>}
 */
export function launch(engine, { camera, dark = false, size = [360, 740] } = {}) {
  return engine === "webkit" ? launchWebKit(size, dark) : launchPuppeteer(engine, camera, dark, size);
}

/**
 * @param {string} engine @param {string | undefined} camera @param {boolean} dark @param {[number, number]} size
 * @returns {Promise<Page>}
 */
async function launchPuppeteer(engine, camera, dark, [width, height]) {
  const profile = mkdtempSync(join(tmpdir(), "cancuoc-"));
  const chromium = engine === "chromium";
  const fake = camera
    ? [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${camera}`,
      ]
    : [];
  const browser = await puppeteer.launch({
    browser: chromium ? "chrome" : "firefox",
    executablePath: chromium ? "/usr/bin/chromium" : "/usr/bin/firefox-esr",
    headless: true,
    userDataDir: profile,
    protocolTimeout: 120_000,
    args: chromium
      ? [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          `--host-resolver-rules=MAP ${PLAIN_HTTP} localhost`,
          ...fake,
        ]
      : [],
    extraPrefsFirefox: {
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "network.dns.localDomains": PLAIN_HTTP,
      "ui.systemUsesDarkTheme": dark ? 1 : 0,
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
      "ui.prefersReducedMotion": dark ? 1 : 0,
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.setViewport({ width, height });
  /** @type {string[]} */ const problems = [];
  let leaving = false;
  const tell = (/** @type {string} */ problem) => void (!(leaving && CUT_OFF.test(problem)) && problems.push(problem));
  page.on("pageerror", (error) => tell(String(error)));
  // A page that asks before it is left is left: tests go on.
  page.on("dialog", (dialog) => void (dialog.type() === "beforeunload" && dialog.accept().catch(() => {})));
  page.on("console", (message) => message.type() === "error" && tell(message.text()));
  const { evaluate, waitFor } = shared((source) => page.evaluate(source));
  /** What is typed into or given a file may come a moment later than its page. @param {string} deep */
  const come = async (deep) => {
    await waitFor(deepQuery(deep));
    const element = (await page.evaluateHandle(deepQuery(deep))).asElement();
    if (!element) throw new Gone(`nothing matches ${deep}`);
    return /** @type {import("puppeteer-core").ElementHandle<HTMLElement>} */ (element);
  };
  return {
    evaluate,
    waitFor,
    goto: async (url) => {
      leaving = true;
      await page.goto(url, { waitUntil: "load" }).finally(() => (leaving = false));
    },
    click: (deep) => pressUntilHeard(deep, evaluate, ({ x, y }) => page.mouse.click(x, y)),
    type: async (deep, text) => (await come(deep)).type(text),
    press: (key) => page.keyboard.press(/** @type {any} */ (key === "Space" ? " " : key)),
    keys: (text) => page.keyboard.type(text),
    upload: async (deep, files) => /** @type {any} */ (await come(deep)).uploadFile(...files),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (name) => picture(name, Buffer.from(await page.screenshot())),
    problems,
    raw: page,
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param {[number, number]} size @param {boolean} dark @returns {Promise<Page>} */
async function launchWebKit(size, dark) {
  const { driver, seen, close } = await startWebKit(size, dark);
  /** @param {string} deep */
  const find = async (deep) => {
    const element = await driver.executeScript(`return ${deepQuery(deep)}`);
    if (!element) throw new Gone(`nothing matches ${deep}`);
    return /** @type {import("selenium-webdriver").WebElement} */ (element);
  };
  const { evaluate, waitFor } = shared(async (source) => {
    const [error, value] = /** @type {[string | null, any]} */ (
      await driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
       (async () => (${source}))().then((value) => done([null, value === undefined ? null : value]),
         (error) => done([String(error), null]));`,
      )
    );
    if (error) throw new Error(error);
    return value;
  });
  /** As in the other engines. @param {string} deep */
  const come = async (deep) => (await waitFor(deepQuery(deep)), find(deep));
  return {
    evaluate,
    waitFor,
    goto: (url) => arrive(driver, url),
    click: (deep) => pressUntilHeard(deep, evaluate, async () => (await find(deep)).click()),
    type: async (deep, text) => (await come(deep)).sendKeys(text),
    press: async (key) => {
      const { Key } = createRequire(import.meta.url)("selenium-webdriver");
      await driver
        .actions()
        .sendKeys(Key[key.replace("Arrow", "ARROW_").toUpperCase()] ?? key)
        .perform();
    },
    keys: (text) => driver.actions().sendKeys(text).perform(),
    upload: async (deep, files) => (await come(deep)).sendKeys(files.join("\n")),
    resize: async (width, height) => void (await driver.manage().window().setRect({ width, height })),
    screenshot: async (name) => picture(name, await seen()),
    problems: [],
    raw: driver,
    close,
  };
}

/** Milliseconds for a page to stand. */
const ARRIVAL = 120_000;

/**
 * To the load event of the page at `url`. WebKit's driver comes back before it, and now and then while the page before
 * still stands: what is then asked of that one ends with it (an import fails, a callback is never called).
 *
 * @param {any} driver @param {string} url
 */
async function arrive(driver, url) {
  await driver.executeScript("window.left = true").catch(() => {});
  await driver.get(url);
  const end = Date.now() + ARRIVAL;
  for (;;) {
    const there = await driver
      .executeScript("return !window.left && document.readyState === 'complete'")
      .catch((/** @type {Error} */ error) => {
        if (error.name === "EngineHung") throw error;
        return false;
      });
    if (there) return;
    if (Date.now() > end) throw new Error("the page did not load");
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** @param {(source: string) => Promise<any>} evaluate */
function shared(evaluate) {
  return {
    evaluate,
    /** @param {string} source @param {string} [what] @param {number} [seconds] */
    async waitFor(source, what = source, seconds = 20) {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        // An element does not cross every driver's border: that it is there is all that is asked.
        const value = await evaluate(
          `(async () => { const found = await (${source}); return found instanceof Node ? true : found; })()`,
        ).catch((error) => {
          if (error.name === "EngineHung") throw error;
          return false;
        });
        if (value) return value;
        if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for: ${what}`);
        await new Promise((done) => setTimeout(done, 60));
      }
    },
  };
}

/** @param {string} name @param {Buffer} png */
function picture(name, png) {
  const file = join(ARTEFACTS, `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, png);
  return file;
}
