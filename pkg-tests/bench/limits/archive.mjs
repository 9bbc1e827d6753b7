import { deflateRawSync } from "node:zlib";

/**
 * A ZIP whose directory says what it is told to say.
 * @param {{ name: string, content: Uint8Array, packed?: Uint8Array }[]} entries
 */
export function archive(entries) {
  const [parts, directory] = [/** @type {Buffer[]} */ ([]), /** @type {Buffer[]} */ ([])];
  let at = 0;
  for (const { name, content, packed = deflateRawSync(content) } of entries) {
    const [written, sum] = [Buffer.from(name), crc32(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    for (const [header, place] of /** @type {const} */ ([
      [local, 14],
      [central, 16],
    ])) {
      header.writeUInt32LE(sum, place);
      header.writeUInt32LE(packed.length, place + 4);
      header.writeUInt32LE(content.length, place + 8);
      header.writeUInt16LE(written.length, place + 12);
    }
    central.writeUInt32LE(at, 42);
    const entry = Buffer.concat([local, written, packed]);
    parts.push(entry);
    directory.push(Buffer.concat([central, written]));
    at += entry.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
