import type {FileHandle} from 'node:fs/promises';

/** What may be attached, by its declared type. */
export const acceptedTypes = ['application/pdf', 'application/ofd', 'image/jpeg', 'image/png'] as const;
export type AcceptedType = (typeof acceptedTypes)[number];

export const isAccepted = (type: string): type is AcceptedType => (acceptedTypes as readonly string[]).includes(type);

const HEAD = 1_024;
/** A zip's list of entries stands at its end; 64 KiB hold its longest closing record. */
const TAIL = 64 * 1024 + 22;

/** Whether a file begins (and for OFD: ends) as its type must. Looks at the bytes only, opens nothing. */
export async function looksLike(type: AcceptedType, file: FileHandle): Promise<boolean> {
  const {size} = await file.stat();
  const head = await read(file, 0, Math.min(HEAD, size));
  switch (type) {
    case 'application/pdf':
      return head.includes('%PDF-'); // ISO 32000 readers look for it in the first 1024 bytes.
    case 'image/jpeg':
      return head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
    case 'image/png':
      return head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    case 'application/ofd': {
      // GB/T 33190: a zip with OFD.xml at its root. Other zips, such as .docx and .jar, have none.
      if (!head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return false;
      const tail = await read(file, Math.max(0, size - TAIL), Math.min(TAIL, size));
      return hasRootEntry(tail, 'OFD.xml');
    }
  }
}

/** Finds `name` as a whole entry name in central directory records. */
function hasRootEntry(directory: Buffer, name: string): boolean {
  const signature = Buffer.from('PK\u0001\u0002');
  for (let at = directory.indexOf(signature); at >= 0 && at + 46 <= directory.length; at = directory.indexOf(signature, at + 4)) {
    const length = directory.readUInt16LE(at + 28);
    if (directory.toString('utf8', at + 46, at + 46 + length) === name) return true;
  }
  return false;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const {bytesRead} = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
