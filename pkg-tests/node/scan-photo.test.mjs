// Photographs as phones store them, and the frames of a video: what the page does with them, without a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";

import init, { scan, scanFrame } from "cancuoc/scan";

import { Frames } from "../../www/elements/frames.js";
import { sizes } from "../../www/elements/picture.js";
import { decodePicture } from "../picture.mjs";

const cards = new URL("../cards/pictures/", import.meta.url);
const { payload } = JSON.parse(readFileSync(new URL("manifest.json", cards), "utf8")).find(
  (/** @type {any} */ p) => p.file === "front-2021-straight.jpg",
);
const card = decodePicture(new URL("front-2021-straight.jpg", cards));
const text = (/** @type {Uint8Array | undefined} */ bytes) => new TextDecoder().decode(bytes);

/** Its grey levels. @param {{ data: Uint8Array, width: number, height: number }} picture */
const grey = ({ data, width, height }) => ({
  data: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i]),
  width,
  height,
});

before(() => init());

describe("a photograph", () => {
  // EXIF 2.32, tag 0x0112: where the first row and the first column of what is stored belong. A browser turns it;
  // nothing depends on that.
  const { data, width, height } = grey(card);
  const level = (/** @type {number} */ x, /** @type {number} */ y) => data[y * width + x];
  const [right, bottom] = [width - 1, height - 1];
  /** @type {((x: number, y: number) => number)[]} */
  const stored = [
    (x, y) => level(x, y),
    (x, y) => level(right - x, y),
    (x, y) => level(right - x, bottom - y),
    (x, y) => level(x, bottom - y),
    (x, y) => level(y, x),
    (x, y) => level(y, bottom - x),
    (x, y) => level(right - y, bottom - x),
    (x, y) => level(right - y, x),
  ];
  for (const [index, at] of stored.entries()) {
    test(`is read whichever way it is stored: EXIF orientation ${index + 1}`, () => {
      const [across, down] = index < 4 ? [width, height] : [height, width];
      const turned = new Uint8Array(across * down);
      for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) turned[y * across + x] = at(x, y);
      const [symbol] = scan({ data: turned, width: across, height: down });
      assert.equal(text(symbol?.bytes), payload);
      assert.equal(symbol.mirrored, [1, 3, 4, 6].includes(index));
    });
  }

  test("of 48 million pixels is read as it is", () => {
    const large = new Uint8Array(8000 * 6000).fill(170);
    const [left, top] = [4000, 3000];
    for (let y = 0; y < height; y++) large.set(data.subarray(y * width, (y + 1) * width), (top + y) * 8000 + left);
    const [symbol] = scan({ data: large, width: 8000, height: 6000 });
    assert.equal(text(symbol?.bytes), payload);
    assert.ok(symbol.corners.every(([x, y]) => x > left && x < left + width && y > top && y < top + height));
  });

  test("is looked at in steps, none of which is more than a phone's canvas holds", () => {
    for (const [w, h] of [
      [8064, 6048],
      [12_000, 9000],
      [4000, 3000],
      [640, 480],
      [20_000, 100],
      [1, 1],
    ]) {
      const tried = sizes(w, h);
      assert.ok(tried.length >= 1 && tried.length <= 4, `${w} × ${h}`);
      for (const size of tried) {
        assert.ok(
          size.width * size.height <= 16_100_000 &&
            size.width <= w &&
            size.height <= h &&
            size.width >= 1 &&
            size.height >= 1,
        );
      }
    }
    assert.deepEqual(sizes(8000, 6000)[0], { width: 1600, height: 1200 });
  });

  test("in colour and as a frame of more pixels than a frame has time for has its corners where they are", () => {
    const [w, h] = [2 * width + 400, 2 * height + 400];
    assert.ok(w * h > 4_600_000);
    const frame = new Uint8Array(4 * w * h).fill(255);
    for (let y = 0; y < 2 * height; y++) {
      for (let x = 0; x < 2 * width; x++) {
        const pixel = 4 * ((y + 200) * w + x + 300);
        frame.fill(level(x >> 1, y >> 1), pixel, pixel + 3);
      }
    }
    const whole = scan({ data: frame, width: w, height: h }, { effort: "photo" })[0];
    const hurried = scan({ data: frame, width: w, height: h }, { effort: "frame" })[0];
    assert.equal(text(whole.bytes), payload);
    assert.equal(text(hurried.bytes), payload);
    for (const [i, [x, y]] of hurried.corners.entries())
      assert.ok(Math.hypot(x - whole.corners[i][0], y - whole.corners[i][1]) < 8);
  });
});

describe("the frames of a video", () => {
  const image = { data: new Uint8ClampedArray(4), width: 640, height: 360 };
  /** A scanner that answers as told. @param {any[]} answers */
  const pretend = (answers) => {
    /** @type {(Uint8Array | undefined)[]} */ const given = [];
    const frames = new Frames(
      /** @type {any} */ (
        (/** @type {any} */ _, /** @type {Uint8Array | undefined} */ evidence) => {
          given.push(evidence);
          const { evidence: next = new Uint8Array(), findings = [], seen, symbols = [] } = answers.shift();
          return Object.assign([...symbols], { evidence: next, findings, ...(seen ? { seen } : {}) });
        }
      ),
    );
    return { frames, given };
  };

  test("are looked at in the middle and as a whole by turns, and where something was seen again", () => {
    const evidence = Uint8Array.of(1, 2, 3);
    const { frames, given } = pretend([{}, { evidence }, {}, {}]);
    const parts = [];
    for (let i = 0; i < 4; i++) {
      parts.push(frames.next(1920, 1080).part);
      frames.read(image);
    }
    assert.deepEqual(parts[0], { x: 528, y: 108, width: 864, height: 864 });
    assert.deepEqual(parts[2], parts[1], "the same part again, since there is something to add to");
    assert.deepEqual(parts[3], { x: 0, y: 0, width: 1920, height: 1080 });
    assert.deepEqual(given, [undefined, undefined, evidence, undefined]);
  });

  test("forget what no frame adds to, and what a camera of another size showed", () => {
    const evidence = Uint8Array.of(9);
    const { frames, given } = pretend(Array.from({ length: 12 }, () => ({ evidence })));
    for (let i = 0; i < 9; i++) {
      frames.next(1280, 720);
      frames.read(image);
    }
    assert.ok(given.slice(1).includes(undefined));
    frames.next(720, 1280);
    frames.read(image);
    assert.equal(given.at(-1), undefined);
  });

  test("say what hinders, and where a symbol is in the whole frame", () => {
    const findings = ["scan.seen_not_read", "scan.too_small"].map((code) => ({ code, message: code }));
    const { frames } = pretend([
      {
        findings,
        seen: [
          [0, 0],
          [640, 0],
          [640, 360],
          [0, 360],
        ],
      },
    ]);
    const { part } = frames.next(1920, 1080);
    const { payloads, hints, corners } = frames.read(image);
    assert.deepEqual(payloads, []);
    assert.deepEqual(
      hints.map(({ code }) => code),
      ["scan.too_small"],
    );
    assert.deepEqual(corners?.[0], [part.x, part.y]);
    assert.deepEqual(corners?.[2], [part.x + part.width, part.y + part.height]);
  });

  test("keep of a symbol that was read the place, which is not shown as seen when the card is gone", () => {
    const first = scanFrame(card);
    assert.equal(text(first[0]?.bytes), payload);
    assert.equal(first.evidence.length, 38);
    assert.equal(first.seen, undefined);
    const table = scanFrame(
      { data: new Uint8Array(card.width * card.height).fill(150), width: card.width, height: card.height },
      first.evidence,
    );
    assert.equal(table.length, 0);
    assert.equal(table.seen, undefined);
    assert.equal(text(scanFrame(card, table.evidence)[0]?.bytes), payload);
  });

  test("are read by the scanner itself", () => {
    const frames = new Frames(scanFrame);
    frames.next(card.width, card.height);
    const { payloads, corners } = frames.read({ ...card, data: new Uint8ClampedArray(card.data) });
    assert.equal(text(payloads[0]), payload);
    assert.equal(corners?.length, 4);
  });
});
