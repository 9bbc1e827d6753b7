// Load: 500 applications a second for a minute, checked by `cancuoc serve` and by Node with the package, in one
// run and in turn; then each is stopped under load. Requests start by the clock, whether or not the ones before were
// answered, and a time counts from when its request was due. `node bench/serve.mjs [seconds] [requests a second]`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import init, { seal } from "cancuoc";

import { intoReadme, short } from "./readme.mjs";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const [seconds = 60, rate = 500] = process.argv.slice(2).map(Number);

await init();
const application = sealed();
const before = loadavg()[0] ?? 0;
const runs = [await run("cancuoc serve", command), await run("Node with the package", node)];
const rows = runs.map(({ name, answered, failed, p50, p99, max, lost }) => [
  name,
  String(answered),
  String(failed),
  ...[p50, p99, max].map(short),
  String(lost),
]);
const head = ["server", "answered", "failed", "median, ms", "p99, ms", "longest, ms", "lost at the stop"];
intoReadme("serve", [head, ...rows]);
console.log(`load average before the run: ${before.toFixed(1)}`);
const result = { seconds, rate, loadAverageBefore: before, runs };
writeFileSync(join(here, "results", "serve.json"), `${JSON.stringify(result, null, 2)}\n`);

/**
 * @typedef {{ port: number, path: string, body: string, stop: () => Promise<void> }} Server
 * @param {string} name @param {() => Promise<Server>} start
 */
async function run(name, start) {
  const server = await start();
  // The first answers of a Node process are not the ones that a server gives all day.
  await load(server, 2, rate);
  const times = await load(server, seconds, rate);
  const answered = times.filter((time) => time !== undefined).toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => answered[Math.floor(part * (answered.length - 1))] ?? NaN;
  const stopping = load(server, 4, rate);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await server.stop();
  const last = await stopping;
  return {
    name,
    answered: answered.length,
    failed: times.length - answered.length,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
    lost: last.filter((time) => time === undefined).length,
  };
}

/**
 * The milliseconds of each request; of one that the server took and did not answer nothing. What finds the door closed
 * does not count: it asks elsewhere.
 * @param {Server} server @param {number} seconds @param {number} rate
 * @returns {Promise<(number | undefined)[]>}
 */
async function load({ port, path, body }, seconds, rate) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const start = performance.now();
  /** @type {Promise<number | undefined | "refused">[]} */ const all = [];
  for (let at = 0; at < seconds * rate;) {
    const due = start + (at * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    for (; at < seconds * rate && start + (at * 1000) / rate <= performance.now(); at++)
      all.push(ask({ agent, port, path, body }, start + (at * 1000) / rate));
  }
  const times = await Promise.all(all);
  agent.destroy();
  return times.filter((time) => time !== "refused");
}

/**
 * @param {{ agent: Agent, port: number, path: string, body: string }} where @param {number} due
 * @returns {Promise<number | undefined | "refused">}
 */
function ask({ agent, port, path, body }, due) {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request({ agent, port, path, method: "POST", headers }, (response) => {
      response.resume();
      response.once("end", () => resolve((response.statusCode ?? 500) < 300 ? performance.now() - due : undefined));
      response.once("error", () => resolve(undefined));
    });
    asked.once("error", (/** @type {any} */ error) => resolve(error.code === "ECONNREFUSED" ? "refused" : undefined));
    asked.end(body);
  });
}

/** `cancuoc serve`, as it is built for use. @returns {Promise<Server>} */
async function command() {
  const child = spawn(join(root, "target", "command", "cancuoc"), ["serve", "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, "line");
  // Its log is read all the time, and counts for nothing here.
  lines.on("line", () => {});
  const port = Number(JSON.parse(line).address.split(":").at(-1));
  const body = JSON.stringify({ application, options: { acceptedForms: ["ct01"] } });
  return { port, path: "/v1/checkSealed", body, stop: () => stopped(child) };
}

/** The example that a portal starts from. @returns {Promise<Server>} */
async function node() {
  const code = `
    const { default: server } = await import(${JSON.stringify(join(here, "..", "examples", "server.mjs"))});
    if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
    console.log(server.address().port);
    process.once("SIGTERM", () => server.close());`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PORT: "0" },
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { port: Number(line), path: "/", body: JSON.stringify(application), stop: () => stopped(child) };
}

/** @param {import("node:child_process").ChildProcess} child */
async function stopped(child) {
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}

/** An application of today. */
function sealed() {
  const { accept } = JSON.parse(readFileSync(join(root, "packs", "ct01", "examples.json"), "utf8"));
  const context = /** @type {any} */ ({ sealedAt: new Date().toISOString() });
  return seal("ct01", accept[0].answers, context);
}
