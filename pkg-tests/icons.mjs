// Draws www/icons/*.png from icon.svg: `node pkg-tests/icons.mjs`. iOS takes no SVG for the home screen.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { launch } from "./browser/harness.mjs";

const folder = join(import.meta.dirname, "..", "www", "icons");
const svg = readFileSync(join(folder, "icon.svg"), "utf8");
const page = await launch("chromium");
for (const size of [180, 192, 512]) {
  await page.raw.setViewport({ width: size, height: size });
  await page.raw.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(folder, `icon-${size}.png`), await page.raw.screenshot());
}
await page.close();
