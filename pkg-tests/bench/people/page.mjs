// lists.html in Chromium with the list of bench/people.mjs: the memory of the page with its threads at each step, and
// the longest task of the thread that draws. `node page.mjs FOLDER` prints them.

import { join } from "node:path";

import { keepDownloads } from "../../browser/downloads.mjs";
import { launch, serve } from "../../browser/harness.mjs";
import { listsPage } from "../../browser/lists-page.mjs";
import { memoryOf } from "./memory.mjs";

const { origin, close } = await serve();
const page = await launch("chromium");
const { press } = listsPage(() => ({ page }));

/** @type {Record<string, object>} */ const steps = {};
/** @param {string} name @param {() => Promise<void>} run */
async function step(name, run) {
  memoryOf(page);
  await page.evaluate(`void (window.tasks = [])`);
  const start = performance.now();
  await run();
  const seconds = (performance.now() - start) / 1000;
  const tasks = /** @type {number[]} */ (await page.evaluate(`tasks`));
  const { most, now } = memoryOf(page);
  steps[name] = { seconds, megabytes: most, after: now, longestTask: Math.round(Math.max(0, ...tasks)) };
}

await page.goto(`${origin}/lists.html?lang=vi`);
await page.waitFor(`!!document.getElementById("file")`, "the page");
await keepDownloads(page);
// The browser tells tasks from 50 ms on.
await page.evaluate(`(() => {
  window.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });
})()`);
const { most } = memoryOf(page);
await step("read", async () => {
  await page.upload("#file", [join(process.argv[2] ?? "", "list.xlsx")]);
  await page.waitFor(`!!document.getElementById("file-go")`, "the sheet", 300);
});
await step("check", async () => {
  await page.evaluate(`document.getElementById("file-go").click()`);
  await page.waitFor(`!!document.getElementById("counts") && !!document.querySelector("#rows > *")`, "the result", 900);
});
await step("write", async () => {
  await press("Tải kết quả (.xlsx)");
  await page.waitFor(`document.getElementById("said").textContent.includes("Đã tải kết quả")`, "the file", 900);
});
const bytes = await page.evaluate(`saved.at(-1).size`);
await page.close();
await close();
console.log(JSON.stringify({ empty: most, ...steps, bytes }));
