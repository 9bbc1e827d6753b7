// Sizes, cold start and time per call of the core. Figures of this machine, in one run: compare ratios, not numbers.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import init, { checkSealed, prefill, readQr, reconcile, seal, validate } from "cancuoc";

import { launch, serve } from "../browser/harness.mjs";
import { intoReadme, median, short } from "./readme.mjs";

const here = import.meta.dirname;

execFileSync(process.execPath, [join(here, "..", "size.mjs")], { stdio: "inherit" });
const sizes = JSON.parse(readFileSync(join(here, "results", "size.json"), "utf8"));
const budget = JSON.parse(readFileSync(join(here, "..", "budget.json"), "utf8"));
intoReadme("size", [
  ["entry (scripts and .wasm)", "raw", "gzip", "brotli", "budget (brotli)"],
  ...Object.entries(sizes).map(([name, { raw, gzip, brotli }]) => [
    name,
    ...[raw, gzip, brotli, budget[name]].map((n) => n.toLocaleString("en")),
  ]),
]);

const cold = Array.from({ length: 9 }, () =>
  Number(
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const t = performance.now(); const { default: init, readQr } = await import("cancuoc"); await init();
          readQr("x", { on: "2026-11-22" }); console.log(performance.now() - t)`,
      ],
      { cwd: join(here, ".."), encoding: "utf8" },
    ),
  ),
);

const { origin, close } = await serve();
const chromium = await launch("chromium");
await chromium.goto(`${origin}/`);
const inPage = [];
for (let run = 0; run < 9; run++) {
  await chromium.goto(`${origin}/`);
  inPage.push(
    await chromium.evaluate(
      `(async () => { const t = performance.now(); const m = await import("/pkg/index.js?cold=${run}");
        await m.default(); m.readQr("x", { on: "2026-11-22" }); return performance.now() - t })()`,
    ),
  );
}
await chromium.close();
await close();

await init();
const options = { on: "2026-11-22" };
const payload = new TextEncoder().encode(
  "001202999999|012345678|Nguyễn Văn Mẫu|15052002|Nam|Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội|20062021",
);
const {
  accept: [example],
} = JSON.parse(readFileSync(join(here, "..", "..", "packs", "ct01", "examples.json"), "utf8"));
const reading = readQr(payload, options);
const identity = reconcile([reading], options);
const context = { sealedAt: "2026-11-22T08:00:00+07:00", assurance: identity.assurance };
const sealed = seal("ct01", example.answers, context, { on: example.on });

intoReadme("core", [
  ["what", "median", "unit"],
  ["cold start to the first answer, Node", short(median(cold)), "ms"],
  ["cold start to the first answer, Chromium", short(median(inPage)), "ms"],
  ["readQr", perCall(() => readQr(payload, options)), "µs"],
  ["reconcile (one reading)", perCall(() => reconcile([reading], options)), "µs"],
  ["prefill CT01", perCall(() => prefill("ct01", identity, {}, options)), "µs"],
  ["validate CT01", perCall(() => validate("ct01", example.answers, { on: example.on })), "µs"],
  ["seal CT01", perCall(() => seal("ct01", example.answers, context, { on: example.on })), "µs"],
  ["checkSealed CT01", perCall(() => checkSealed(sealed, { on: example.on })), "µs"],
]);

/** Median of 15 rounds of 200 calls. @param {() => unknown} call */
function perCall(call) {
  for (let i = 0; i < 500; i++) call();
  return short(
    median(
      Array.from({ length: 15 }, () => {
        const start = performance.now();
        for (let i = 0; i < 200; i++) call();
        return ((performance.now() - start) / 200) * 1000;
      }),
    ),
  );
}
