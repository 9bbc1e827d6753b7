// WebKitGTK's MiniBrowser behind its own driver and on a screen of its own, started until it answers.
//
// The driver of Debian's WebKitGTK now and then does not come up or never answers a command: every wait here ends, and
// whatever was started ends with it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PNG } from "pngjs";
import { Builder, Capabilities } from "selenium-webdriver";
import { FileDetector } from "selenium-webdriver/remote/index.js";

const BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Seconds for a driver and its browser to come up, and for one command (a script may take two minutes). */
const START = 40;
const COMMAND = 150;
const TRIES = 3;

/** A browser that stopped answering: nothing is known about the page. */
export class EngineHung extends Error {
  /** @param {string} what @param {number} seconds */
  constructor(what, seconds) {
    super(`webkit did not answer within ${seconds} s: ${what}`);
    this.name = "EngineHung";
  }
}

/**
 * @param {[number, number]} size of the window, CSS pixels
 * @param {boolean} dark whether the desktop's colours are dark
 * @returns {Promise<{ driver: import("selenium-webdriver").WebDriver, seen: () => Promise<Buffer>, close: () =>
 * Promise<void> }>}
 *   `seen`: the window as it stands on the screen, as PNG
 */
export async function startWebKit(size, dark) {
  for (let tries = 1; ; tries++) {
    /** @type {(() => void)[]} */ const stops = [];
    const stop = () =>
      void stops
        .splice(0)
        .reverse()
        .forEach((each) => each());
    try {
      const { driver, screen } = await within(START * 2, "start", start(size, dark, stops));
      const close = async () => {
        await within(10, "quit", driver.quit()).catch(() => {});
        stop();
      };
      // Not the driver's screenshot: it waits for ever for a page that has nothing new to draw.
      const seen = async () => windowOf(screen, await driver.manage().window().getRect());
      return { driver, seen, close };
    } catch (error) {
      stop();
      if (tries === TRIES) throw error;
      console.error(`webkit, try ${tries}: ${error}`);
    }
  }
}

/**
 * @param {[number, number]} size @param {boolean} dark @param {(() => void)[]} stops what was started, to be stopped
 */
async function start([width, height], dark, stops) {
  const screen = mkdtempSync(join(tmpdir(), "cancuoc-screen-"));
  stops.push(() => rmSync(screen, { recursive: true, force: true }));
  const display = await virtualScreen(screen, stops);
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_FORCE_SANDBOX: "0",
    GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
  };
  const server = run("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" }, stops);
  const url = `http://127.0.0.1:${port}`;
  await within(START, "its driver", Promise.race([listening(url), ended(server, "the driver")]));
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: BROWSER,
      args: ["--automation", "--enable-media-stream=true", "--enable-mock-capture-devices=true"],
    },
  });
  const driver = await within(
    START,
    "a session",
    Promise.resolve(new Builder().usingServer(url).withCapabilities(capabilities).build()),
  );
  limited(driver);
  driver.setFileDetector(new FileDetector());
  await driver.manage().window().setRect({ width, height });
  await driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
  return { driver, screen };
}

/**
 * Every command of this driver ends; after one that did not, none is waited for.
 * @param {import("selenium-webdriver").WebDriver} driver
 */
function limited(driver) {
  const execute = driver.execute.bind(driver);
  let seconds = COMMAND;
  driver.execute = async (command) => {
    try {
      return await within(seconds, command.getName(), execute(command));
    } catch (error) {
      if (error instanceof EngineHung) seconds = 1;
      throw error;
    }
  };
}

/**
 * Xvfb picks a free number and tells it.
 * @param {string} folder for its picture @param {(() => void)[]} stops @returns {Promise<string>}
 */
async function virtualScreen(folder, stops) {
  const screen = run(
    "Xvfb",
    ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-fbdir", folder],
    { stdio: ["ignore", "pipe", "ignore"] },
    stops,
  );
  const told = once(/** @type {import("node:stream").Readable} */ (screen.stdout), "data");
  const [number] = await within(START, "its screen", Promise.race([told, ended(screen, "the screen")]));
  return `:${String(number).trim()}`;
}

/**
 * A part of the screen, out of the file in which Xvfb keeps it (XWD version 7: big-endian words, then BGRX pixels).
 *
 * @param {string} folder @param {{ x: number, y: number, width: number, height: number }} part
 */
function windowOf(folder, part) {
  const file = readFileSync(join(folder, "Xvfb_screen0"));
  const word = (/** @type {number} */ at) => file.readUInt32BE(at * 4);
  const [header, width, height, line, colours] = [word(0), word(4), word(5), word(12), word(19)];
  const from = header + colours * 12;
  const [left, top] = [Math.max(0, part.x), Math.max(0, part.y)];
  const png = new PNG({ width: Math.min(part.width, width - left), height: Math.min(part.height, height - top) });
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const at = from + (top + y) * line + (left + x) * 4;
      const to = (y * png.width + x) * 4;
      for (const [channel, offset] of [2, 1, 0].entries()) png.data[to + channel] = file[at + offset] ?? 0;
      png.data[to + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}

/**
 * A process in a group of its own, so that what it starts ends with it.
 *
 * @param {string} command @param {string[]} args @param {import("node:child_process").SpawnOptions} options
 * @param {(() => void)[]} stops
 */
function run(command, args, options, stops) {
  const child = spawn(command, args, { ...options, detached: true });
  child.unref();
  const kill = () => {
    process.off("exit", kill);
    try {
      process.kill(-(/** @type {number} */ (child.pid)), "SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  process.on("exit", kill);
  stops.push(kill);
  return child;
}

/** @param {import("node:child_process").ChildProcess} child @param {string} what @returns {Promise<never>} */
function ended(child, what) {
  return new Promise((_, failed) => {
    child.once("error", failed);
    child.once("exit", (code, signal) => failed(new Error(`${what} ended: ${code ?? signal}`)));
  });
}

/** @param {string} url of a driver that is coming up */
async function listening(url) {
  for (;;) {
    const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/** @template T @param {number} seconds @param {string} what @param {Promise<T>} promise @returns {Promise<T>} */
function within(seconds, what, promise) {
  /** @type {NodeJS.Timeout} */ let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new EngineHung(what, seconds)), seconds * 1000);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}
