// JPEG 2000 codestreams (ISO/IEC 15444-1 annex A) that ask for much: headers of all kinds over data of all kinds. The
// decoder goes on without data, so a short file can ask for as much as a long one.

/**
 * @typedef {{ components: number, precision: number, tiles: number, layers: number, levels: number,
 *   block: [number, number], style: number, transform: number, order: number, guard: number, exponent: number,
 *   precinct: number, mct: number, octets: number, fill: string }} Genes
 */

const CHOICES = {
  components: [1, 3, 4],
  precision: [1, 8, 16, 31],
  tiles: [1, 4, 16],
  layers: [1, 8, 32],
  levels: [0, 1, 5, 32],
  block: /** @type {[number, number][]} */ ([
    [4, 4],
    [0, 0],
    [8, 0],
    [0, 8],
  ]),
  style: [0, 1, 2, 4, 8, 63],
  transform: [0, 1],
  order: [0, 1, 2, 3, 4],
  guard: [0, 2, 7],
  exponent: [0, 8, 20, 31],
  precinct: [15, 7, 1, 0],
  mct: [0, 1],
  octets: [0, 1_000, 100_000, 1_000_000],
  fill: ["random", "zeros", "ones", "80", "aa", "ff7f", "ff8f"],
};

/**
 * @param {(bytes: Uint8Array) => any} decode @param {number} tries @param {import("./random.mjs").Random} random
 */
export function bentPictures(decode, tries, random) {
  const start = /** @type {Genes} */ (
    /** @type {unknown} */ ({
      ...{
        components: 3,
        precision: 8,
        tiles: 1,
        layers: 1,
        levels: 5,
        block: [4, 4],
        style: 0,
        transform: 0,
        order: 0,
      },
      ...{ guard: 2, exponent: 8, precinct: 15, mct: 1, octets: 100_000, fill: "random" },
    })
  );
  let best = { genes: start, ms: price(decode, start) };
  for (let turn = 0; turn < 4 * tries; turn++) {
    const genes = bent(turn % 3 ? best.genes : start, random);
    const ms = price(decode, genes);
    if (ms > best.ms) best = { genes, ms };
  }
  const shape = (/** @type {string} */ what, /** @type {Genes} */ genes) => ({
    name: "decodeJp2",
    limit: "the area, the bytes: `src/jp2`",
    what,
    largest: AREA,
    make: (/** @type {number} */ area) => codestream(genes, area),
    run: decode,
    bytes: (/** @type {Uint8Array} */ bytes) => bytes.length,
  });
  const decoy = (/** @type {number} */ area) => {
    const real = codestream({ ...start, octets: 0 }, area, 1);
    const box = (/** @type {string} */ kind, /** @type {Uint8Array} */ content) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(content.length + 8, 0);
      head.write(kind, 4, "latin1");
      return Buffer.concat([head, content]);
    };
    const [signature, type] = [Buffer.from([13, 10, 0x87, 10]), Buffer.from("jp2 \0\0\0\0jp2 ")];
    const boxes = [box("jP  ", signature), box("ftyp", type), box("uuid", codestream(start, 1)), box("jp2c", real)];
    return new Uint8Array(Buffer.concat(boxes));
  };
  return [
    shape("an honest header over noise", start),
    shape(`found: ${JSON.stringify(best.genes)}`, best.genes),
    { ...shape("tiles of one point, behind a decoy of one tile", start), make: decoy },
  ];
}

/** Points; more is refused by the header alone. */
const AREA = 4_000_000;

/** @param {Genes} genes @param {import("./random.mjs").Random} random @returns {Genes} */
function bent(genes, random) {
  const copy = { ...genes };
  for (let count = random.below(3) + 1; count > 0; count--) {
    const name = /** @type {keyof typeof CHOICES} */ (random.of(Object.keys(CHOICES)));
    Object.assign(copy, { [name]: random.of(/** @type {any[]} */ (CHOICES[name])) });
  }
  return copy;
}

/** @param {(bytes: Uint8Array) => any} decode @param {Genes} genes */
function price(decode, genes) {
  const bytes = codestream(genes, AREA / 64);
  const before = process.cpuUsage();
  try {
    decode(bytes);
  } catch {
    // Refused: that is cheap.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {Genes} genes @param {number} area @param {number} [tile] its side */
function codestream(genes, area, tile) {
  const side = Math.max(1, Math.floor(Math.sqrt(area)));
  const tileSide = tile ?? Math.ceil(side / Math.sqrt(genes.tiles));
  const { components, precision, layers, levels, block, style, transform, order, guard, exponent, precinct } = genes;
  const siz = numbers(
    [2, 0],
    [4, side],
    [4, side],
    [4, 0],
    [4, 0],
    [4, tileSide],
    [4, tileSide],
    [4, 0],
    [4, 0],
    [2, components],
  );
  const each = Array.from({ length: components }, () => numbers([1, precision - 1], [1, 1], [1, 1]));
  const has = precinct < 15;
  const sizes = has ? [Buffer.alloc(levels + 1, precinct * 17)] : [];
  const cod = Buffer.concat([
    numbers(
      [1, has ? 1 : 0],
      [1, order],
      [2, layers],
      [1, genes.mct],
      [1, levels],
      [1, block[0]],
      [1, block[1]],
      [1, style],
    ),
    numbers([1, transform]),
    ...sizes,
  ]);
  const steps = Array.from({ length: 3 * levels + 1 }, () => numbers([2, exponent << 11]));
  const qcd = Buffer.concat([numbers([1, (guard << 5) | 2]), ...steps]);
  const parts = [
    Buffer.from([0xff, 0x4f]),
    segment(0x51, Buffer.concat([siz, ...each])),
    segment(0x52, cod),
    segment(0x5c, qcd),
  ];
  const tiles = Math.min(256, Math.ceil(side / tileSide) ** 2);
  const data = filled(genes.fill, Math.floor(genes.octets / tiles));
  for (let index = 0; index < tiles; index++) {
    parts.push(
      segment(0x90, numbers([2, index], [4, data.length + 14], [1, 0], [1, 1])),
      Buffer.from([0xff, 0x93]),
      data,
    );
  }
  return new Uint8Array(Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]));
}

/** @param {[octets: number, value: number][]} list */
function numbers(...list) {
  return Buffer.concat(
    list.map(([octets, value]) => {
      const bytes = Buffer.alloc(octets);
      bytes.writeUIntBE(value, 0, octets);
      return bytes;
    }),
  );
}

/** @param {number} marker @param {Buffer} content */
function segment(marker, content) {
  return Buffer.concat([Buffer.from([0xff, marker]), numbers([2, content.length + 2]), content]);
}

/** @param {string} kind @param {number} octets */
function filled(kind, octets) {
  if (kind === "zeros" || kind === "ones") return Buffer.alloc(octets, kind === "ones" ? 0xff : 0);
  if (kind !== "random") return Buffer.alloc(octets, kind, "hex");
  let state = 1;
  return Buffer.from(
    Uint8Array.from({ length: octets }, () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16),
  );
}
