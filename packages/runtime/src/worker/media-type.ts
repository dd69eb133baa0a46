import {TbError} from '@tongban/domain/errors.js';

/** Largest file, in bytes: the gateway's default limit. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** ISO 32000 readers look for a PDF's mark in its first 1024 bytes. */
const HEAD_BYTES = 1024;

const signatures: readonly {mediaType: string; starts: readonly number[]; named?: RegExp}[] = [
  {mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff]},
  {mediaType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]},
  {mediaType: 'application/ofd', starts: [0x50, 0x4b, 0x03, 0x04], named: /\.ofd$/i}, // GB/T 33190: a zip
];

/**
 * The media type of a file by its first bytes, which a wrong ending cannot fake.
 *
 * @throws TbError TB_UPLOAD_TOO_LARGE, TB_UPLOAD_TYPE
 */
export async function mediaTypeOf(file: Blob, fileName: string): Promise<string> {
  if (file.size > LARGEST_FILE) throw new TbError('TB_UPLOAD_TOO_LARGE', {details: {limit: LARGEST_FILE}});
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (String.fromCharCode(...head).includes('%PDF-')) return 'application/pdf';
  const found = signatures.find(({starts, named}) => starts.every((byte, i) => head[i] === byte) && (named?.test(fileName) ?? true));
  if (!found) throw new TbError('TB_UPLOAD_TYPE');
  return found.mediaType;
}
