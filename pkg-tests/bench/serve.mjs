// Load: 500 applications a second for a minute, checked by `cancuoc serve` and by Node with the package, in one run
// and in turn; then each is stopped under load. Requests start by the clock, whether or not the ones before were
// answered, and a time counts from when its request was due. `node bench/serve.mjs [seconds] [requests a second]`.

import { readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import { join } from "node:path";

import init, { seal } from "cancuoc";

import { root } from "../server/corpus.mjs";
import { serve } from "../server/serve.mjs";
import { intoReadme, short } from "./readme.mjs";

const here = import.meta.dirname;
const [seconds = 60, rate = 500] = process.argv.slice(2).map(Number);
/** Connections at most. */
const SOCKETS = 256;

await init();
const body = application();
const command = ["target/command/cancuoc", "serve", "--listen", "127.0.0.1:0"];
const runs = [
  await run("cancuoc serve", command),
  await run("Node with the package", [process.execPath, join(here, "serve", "node.mjs")]),
];
const head = [
  "server",
  "answered",
  "failed",
  "median, ms",
  "p99, ms",
  "longest, ms",
  "lost at the stop",
  "load before",
];
const rows = runs.map(({ name, answered, failed, p50, p99, max, lost, load }) =>
  [[name, answered, failed], [p50, p99, max].map(short), [lost, load]].flat().map(String),
);
intoReadme("serve", [head, ...rows]);
writeFileSync(join(here, "results", "serve.json"), `${JSON.stringify({ seconds, rate, runs }, null, 2)}\n`);

/** @param {string} name @param {string[]} program */
async function run(name, program) {
  const load = loadavg()[0]?.toFixed(1);
  const { url, stop } = await serve(program);
  // The first answers of a Node process are not the ones that a server gives all day.
  await ask(url, 2);
  const times = await ask(url, seconds);
  const answered = times.filter((time) => time !== undefined).toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => answered[Math.floor(part * (answered.length - 1))] ?? NaN;
  const stopping = ask(url, 4);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const code = await stop();
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  const lost = (await stopping).filter((time) => time === undefined).length;
  const failed = times.length - answered.length;
  return { name, answered: answered.length, failed, p50: at(0.5), p99: at(0.99), max: at(1), lost, load };
}

/**
 * The milliseconds of each request; nothing for one that the server took and did not answer. What finds the door closed
 * does not count: it asks elsewhere.
 * @param {string} url @param {number} seconds
 * @returns {Promise<(number | undefined)[]>}
 */
async function ask(url, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const start = performance.now();
  const due = (/** @type {number} */ at) => start + (at * 1000) / rate;
  /** @type {Promise<number | undefined | "refused">[]} */ const all = [];
  while (all.length < seconds * rate) {
    const wait = due(all.length) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    while (all.length < seconds * rate && due(all.length) <= performance.now())
      all.push(one(agent, url, due(all.length)));
  }
  const times = await Promise.all(all);
  agent.destroy();
  return times.filter((time) => time !== "refused");
}

/** @param {Agent} agent @param {string} url @param {number} due @returns {Promise<number | undefined | "refused">} */
function one(agent, url, due) {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const path = `${url}/v1/check-sealed?acceptedForms=ct01`;
    const asked = request(path, { agent, method: "POST", headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode === 200 ? performance.now() - due : undefined));
      response.once("error", () => resolve(undefined));
    });
    asked.once("error", (/** @type {any} */ error) => resolve(error.code === "ECONNREFUSED" ? "refused" : undefined));
    asked.end(body);
  });
}

/** One of today, as a browser sends it. */
function application() {
  const { accept } = JSON.parse(readFileSync(`${root}packs/ct01/examples.json`, "utf8"));
  const context = /** @type {any} */ ({ assurance: "none", sealedAt: new Date().toISOString() });
  return JSON.stringify(seal("ct01", accept[0].answers, context));
}
