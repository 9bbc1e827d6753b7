/**
 * A QR code (ISO/IEC 18004) of bytes, error correction M, version 1–20: enough for a check code or a part of a hand-over.
 *
 * @param {Uint8Array} bytes
 * @returns {boolean[][] | undefined} rows of modules, true is dark; nothing if the bytes do not fit
 */
export function encodeQr(bytes) {
  const version = BLOCKS.findIndex((_, index) => index > 0 && capacity(index) >= bytes.length);
  if (version < 1) return undefined;
  const words = interleave(dataWords(bytes, version), version);
  let best;
  let least = Infinity;
  for (let mask = 0; mask < 8; mask += 1) {
    const { matrix } = draw(words, version, mask);
    const score = penalty(matrix);
    if (score < least) [best, least] = [matrix, score];
  }
  return best;
}

/** The most bytes of a code of this size. */
export const MOST_BYTES = 666;

/** Level M by version: words of correction a block, then (blocks, data words a block) once or twice. Table 9 of the standard. */
const BLOCKS = [
  [],
  [10, 1, 16],
  [16, 1, 28],
  [26, 1, 44],
  [18, 2, 32],
  [24, 2, 43],
  [16, 4, 27],
  [18, 4, 31],
  [22, 2, 38, 2, 39],
  [22, 3, 36, 2, 37],
  [26, 4, 43, 1, 44],
  [30, 1, 50, 4, 51],
  [22, 6, 36, 2, 37],
  [22, 8, 37, 1, 38],
  [24, 4, 40, 5, 41],
  [24, 5, 41, 5, 42],
  [28, 7, 45, 3, 46],
  [28, 10, 46, 1, 47],
  [26, 9, 43, 4, 44],
  [26, 3, 44, 11, 45],
  [26, 3, 41, 13, 42],
];

/** Rows and columns of the alignment patterns. Annex E. */
const ALIGNMENT = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
  [6, 26, 46, 66],
  [6, 26, 48, 70],
  [6, 26, 50, 74],
  [6, 30, 54, 78],
  [6, 30, 56, 82],
  [6, 30, 58, 86],
  [6, 34, 62, 90],
];

/** @param {number} version */
function dataLength(version) {
  const [, ...rest] = BLOCKS[version];
  let sum = 0;
  for (let at = 0; at < rest.length; at += 2) sum += rest[at] * rest[at + 1];
  return sum;
}

/** @param {number} version */
function capacity(version) {
  return dataLength(version) - (version < 10 ? 2 : 3);
}

/** Byte mode, length, bytes, terminator, padding. @param {Uint8Array} bytes @param {number} version */
function dataWords(bytes, version) {
  /** @type {number[]} */ const bits = [];
  const push = (/** @type {number} */ value, /** @type {number} */ length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  const length = dataLength(version);
  push(0, Math.min(4, length * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8).join(""), 2));
  for (let pad = 0xec; words.length < length; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** Blocks with their correction, dealt out in turn. @param {number[]} data @param {number} version */
function interleave(data, version) {
  const [correction, ...shape] = BLOCKS[version];
  const generator = generatorOf(correction);
  /** @type {number[][]} */ const blocks = [];
  let at = 0;
  for (let group = 0; group < shape.length; group += 2) {
    for (let count = 0; count < shape[group]; count += 1) blocks.push(data.slice(at, (at += shape[group + 1])));
  }
  const corrections = blocks.map((block) => remainder(block, generator));
  /** @type {number[]} */ const words = [];
  const longest = Math.max(...blocks.map((block) => block.length));
  for (let index = 0; index < longest; index += 1)
    for (const block of blocks) if (index < block.length) words.push(block[index]);
  for (let index = 0; index < correction; index += 1) for (const block of corrections) words.push(block[index]);
  return words;
}

/** In GF(256) with x⁸+x⁴+x³+x²+1. @param {number} a @param {number} b */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** @param {number} degree */
function generatorOf(degree) {
  const result = [...new Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) result[at] = times(result[at], root) ^ (result[at + 1] ?? 0);
    root = times(root, 2);
  }
  return result;
}

/** @param {number[]} data @param {number[]} generator */
function remainder(data, generator) {
  const result = new Array(generator.length).fill(0);
  for (const word of data) {
    const factor = word ^ /** @type {number} */ (result.shift());
    result.push(0);
    generator.forEach((coefficient, at) => (result[at] ^= times(coefficient, factor)));
  }
  return result;
}

/** @param {number[]} words @param {number} version @param {number} mask */
function draw(words, version, mask) {
  const size = version * 4 + 17;
  /** @type {boolean[][]} */ const matrix = Array.from({ length: size }, () => new Array(size).fill(false));
  /** @type {boolean[][]} */ const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ dark) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    matrix[y][x] = dark;
    fixed[y][x] = true;
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ]) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
    }
  }
  const places = ALIGNMENT[version];
  const last = places.length - 1;
  places.forEach((cy, row) =>
    places.forEach((cx, column) => {
      if ((row === 0 && (column === 0 || column === last)) || (row === last && column === 0)) return;
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }),
  );
  drawFormat(set, size, mask);
  if (version >= 7) drawVersion(set, size, version);
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y][x]) continue;
        const dark = bit < words.length * 8 && ((words[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
        matrix[y][x] = dark !== masked(mask, x, y);
        bit += 1;
      }
    }
  }
  return { matrix };
}

/** @param {number} mask @param {number} x @param {number} y */
function masked(mask, x, y) {
  return [
    (x + y) % 2 === 0,
    y % 2 === 0,
    x % 3 === 0,
    (x + y) % 3 === 0,
    (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
    ((x * y) % 2) + ((x * y) % 3) === 0,
    (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
  ][mask];
}

/** Level M is 00; BCH (15,5) with 10100110111, then the mask 101010000010010. @param {(x: number, y: number, dark: boolean) => void} set @param {number} size @param {number} mask */
function drawFormat(set, size, mask) {
  let rest = mask;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (/** @type {number} */ at) => ((bits >> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at += 1) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at += 1) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at += 1) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

/** BCH (18,6) with 1111100100101. @param {(x: number, y: number, dark: boolean) => void} set @param {number} size @param {number} version */
function drawVersion(set, size, version) {
  let rest = version;
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >> at) & 1) === 1;
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(a, b, dark);
    set(b, a, dark);
  }
}

/** The standard's four penalties; runs and finder-like patterns are counted on rows and columns alike. @param {boolean[][]} matrix */
function penalty(matrix) {
  const size = matrix.length;
  let score = 0;
  let dark = 0;
  for (let turned = 0; turned < 2; turned += 1) {
    for (let row = 0; row < size; row += 1) {
      let run = 0;
      let before;
      let window = 0;
      for (let column = 0; column < size; column += 1) {
        const now = turned ? matrix[column][row] : matrix[row][column];
        if (!turned && now) dark += 1;
        run = now === before ? run + 1 : 1;
        before = now;
        if (run === 5) score += 3;
        else if (run > 5) score += 1;
        window = ((window << 1) | Number(now)) & 0x7ff;
        if (column >= 10 && (window === 0x05d || window === 0x5d0)) score += 40;
      }
    }
  }
  for (let y = 0; y < size - 1; y += 1) {
    for (let x = 0; x < size - 1; x += 1) {
      const corner = matrix[y][x];
      if (corner === matrix[y][x + 1] && corner === matrix[y + 1][x] && corner === matrix[y + 1][x + 1]) score += 3;
    }
  }
  return score + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}
