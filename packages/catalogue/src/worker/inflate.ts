import {TbError} from '@tongban/domain/errors.js';

/** No part may grow beyond this, whatever its publisher says. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Inflates zlib data (RFC 1950) to exactly `plain` bytes, and reads no further: a few bytes can be made to inflate without end.
 *
 * @throws TbError TB_CATALOGUE_BROKEN
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, plain: number): Promise<Uint8Array<ArrayBuffer>> {
  if (plain > MOST_BYTES) throw broken('tooLarge');
  const inflated = new Uint8Array(plain);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let at = 0;
  for (;;) {
    const {done, value} = await reader.read().catch((cause: unknown) => {
      throw broken('deflate', cause);
    });
    if (done) break;
    if (at + value.length > plain) {
      reader.cancel().catch(() => undefined);
      throw broken('inflatesTooFar');
    }
    inflated.set(value, at);
    at += value.length;
  }
  if (at !== plain) throw broken('inflatesTooLittle');
  return inflated;
}

const broken = (why: string, cause?: unknown) => new TbError('TB_CATALOGUE_BROKEN', {details: {why}, cause});
