import { crc32, deflateRawSync } from "node:zlib";

/**
 * A ZIP archive. Its directory says of an entry what `packed`, `size` and `sum` tell it to, and with `shares` (the
 * number of another entry) that it lies where that one does.
 * @param {{ name: string, content: Uint8Array, packed?: Uint8Array, size?: number, sum?: number,
 *   shares?: number }[]} entries
 */
export function archive(entries) {
  const parts = [];
  const directory = [];
  const places = [];
  let at = 0;
  const put = (bytes) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const { name, content, packed = deflateRawSync(content), size = content.length, sum, shares } of entries) {
    const written = Buffer.from(name);
    const checksum = sum ?? crc32(content);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(checksum, 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(written.length, 26);
    const place = shares === undefined ? at : places[shares];
    places.push(place);
    if (shares === undefined) [header, written, packed].forEach(put);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(checksum, 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(written.length, 28);
    central.writeUInt32LE(place, 42);
    directory.push(Buffer.concat([central, written]));
  }
  const start = at;
  directory.forEach(put);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at - start, 12);
  end.writeUInt32LE(start, 16);
  put(end);
  return new Uint8Array(Buffer.concat(parts));
}
