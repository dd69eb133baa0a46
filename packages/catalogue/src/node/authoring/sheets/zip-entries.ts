import {inflateRawSync} from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535 + 22;
const DEFLATED = 8;

/**
 * The files of a zip archive by name, unpacked when asked for (APPNOTE.TXT 4.3). Archives of more than 4 GB are not read.
 *
 * @param largest bytes that one file may unpack to
 */
export function zipEntries(archive: Uint8Array, largest: number): Map<string, () => Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries = new Map<string, () => Uint8Array>();
  const end = endOf(bytes);
  if (end === undefined) return entries;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) break;
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), () => {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(from, from + size);
      return method === DEFLATED ? inflateRawSync(packed, {maxOutputLength: largest}) : packed;
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The record at the end stands before a comment of any length. */
function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - LONGEST_COMMENT; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return undefined;
}
