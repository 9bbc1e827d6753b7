// The emulated chip of the Rust tests, for tests in JavaScript: examples/card_emulator.rs behind its lines.

import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "..");

/**
 * @typedef {object} Wanted a card of the mint, see examples/card_emulator.rs
 * @property {string} [fixture]
 * @property {number[][]} [offers]
 * @property {string} [can]
 * @property {string} [chipKey]
 * @property {[string, number?][]} [faults]
 */

/** One card, in a process of its own. */
export class Emulator {
  #process;
  /** @type {((line: string) => void)[]} */ #waiting = [];

  constructor() {
    if (!process.env.CANCUOC_EMULATOR_BUILT)
      execFileSync("cargo", ["build", "--quiet", "--example", "card_emulator"], { cwd: root, stdio: "inherit" });
    this.#process = spawn(join(root, "target", "debug", "examples", "card_emulator"), {
      stdio: ["pipe", "pipe", "inherit"],
    });
    createInterface({ input: this.#process.stdout }).on("line", (line) => this.#waiting.shift()?.(line));
  }

  /** @param {Wanted} [wanted] */
  card(wanted = {}) {
    return this.#say(`new ${JSON.stringify(wanted)}`);
  }

  /** @param {[string, number?][]} faults */
  faults(faults) {
    return this.#say(`faults ${JSON.stringify(faults)}`);
  }

  tap() {
    return this.#say("tap");
  }

  /** @returns {Promise<{ commands: number, tries: number, wrong: number }>} */
  async state() {
    return JSON.parse(await this.#say("state"));
  }

  /**
   * One command; `undefined` when nothing comes back.
   * @param {Uint8Array} apdu
   */
  async answer(apdu) {
    const line = await this.#say(Buffer.from(apdu).toString("hex"));
    return line === "lost" ? undefined : new Uint8Array(Buffer.from(line, "hex"));
  }

  /** As `readCard` wants it. */
  transmit = async (/** @type {Uint8Array} */ apdu) => {
    const answer = await this.answer(apdu);
    if (!answer) throw new Error("the card is gone");
    return answer;
  };

  close() {
    this.#process.stdin.end();
  }

  /** @param {string} line @returns {Promise<string>} */
  #say(line) {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#process.stdin.write(`${line}\n`);
    });
  }
}
