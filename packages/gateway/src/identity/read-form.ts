import type {IncomingMessage} from 'node:http';
import {TbError} from '@tongban/domain/errors.js';

const MOST_BYTES = 16 * 1024;

/**
 * The fields of a posted form.
 *
 * @throws TB_CONTRACT_INVALID when it is larger than any form of ours
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new TbError('TB_CONTRACT_INVALID', {details: {why: 'size'}});
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
