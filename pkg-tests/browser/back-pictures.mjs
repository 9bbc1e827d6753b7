// Pictures of the backs of invented cards: a zone of tests/scan/zones/, beside it a QR code, or a part of it covered.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PNG } from "pngjs";
import encodeQR from "qr";

const ZONES = join(import.meta.dirname, "..", "..", "tests", "scan", "zones");

/** What coarse.png shows (tests/scan/mrz.rs). */
export const LINES = [
  "IDVNM3464795781010346479578<<4",
  "0806121M3206010VNM<<<<<<<<<<<2",
  "DO<<GIA<HA<<<<<<<<<<<<<<<<<<<<",
];

/** The same person as a QR code says it. */
export const CODE = "010346479578||Đỗ Gia Hà|12062008|Nam|Thôn Mẫu, Xã Mẫu, Thái Bình|01072023";

/** A file of its own for each. @param {string} name @param {PNG} png */
function file(name, png) {
  const path = join(mkdtempSync(join(tmpdir(), "cancuoc-back-")), `${name}.png`);
  writeFileSync(path, PNG.sync.write(png));
  return path;
}

const zone = (/** @type {string} */ name) => PNG.sync.read(readFileSync(join(ZONES, `${name}.png`)));

/** A picture as it stands. @param {"coarse" | "turned"} name */
export const asItIs = (name) => join(ZONES, `${name}.png`);

/** The first six signs of the name are covered. */
export function covered() {
  const png = zone("coarse");
  for (let y = 85; y < 106; y++)
    for (let x = 28; x < 106; x++) png.data.fill(128, 4 * (y * png.width + x), 4 * (y * png.width + x) + 3);
  return file("covered", png);
}

/** Zone and code on one side, as on the card of 2024. @param {string} [payload] */
export function withCode(payload = CODE) {
  return file("both", beside(zone("coarse"), payload));
}

/** A code without a zone. @param {string} [payload] */
export function codeAlone(payload = CODE) {
  return file("code", beside(undefined, payload));
}

/** Paper without anything. */
export function nothing() {
  return file("nothing", paper(400, 300));
}

/** @param {PNG | undefined} below @param {string} payload */
function beside(below, payload) {
  const modules = encodeQR(payload, "raw", { ecc: "medium", border: 4 });
  const size = 3;
  const side = modules.length * size;
  const png = paper(Math.max(side, below?.width ?? 0), side + (below?.height ?? 0));
  modules.forEach((row, line) =>
    row.forEach((dark, column) => {
      for (let y = 0; dark && y < size; y++) {
        const at = 4 * ((line * size + y) * png.width + column * size);
        for (let x = 0; x < size; x++) png.data.fill(0, at + 4 * x, at + 4 * x + 3);
      }
    }),
  );
  if (below) PNG.bitblt(below, png, 0, 0, below.width, below.height, 0, side);
  return png;
}

/** @param {number} width @param {number} height */
function paper(width, height) {
  const png = new PNG({ width, height });
  png.data.fill(235);
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
  return png;
}
