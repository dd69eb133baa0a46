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
  await eachInflated(bytes, plain, (chunk, at) => inflated.set(chunk, at));
  return inflated;
}

/** Whether data inflates as it should, without keeping what comes out. @throws TbError TB_CATALOGUE_BROKEN */
export async function checkInflates(bytes: Uint8Array<ArrayBuffer>, plain: number): Promise<void> {
  if (plain > MOST_BYTES) throw broken('tooLarge');
  await eachInflated(bytes, plain, () => undefined);
}

async function eachInflated(
  bytes: Uint8Array<ArrayBuffer>,
  plain: number,
  take: (chunk: Uint8Array, at: number) => void,
): Promise<void> {
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
    take(value, at);
    at += value.length;
  }
  if (at !== plain) throw broken('inflatesTooLittle');
}

const broken = (why: string, cause?: unknown) => new TbError('TB_CATALOGUE_BROKEN', {details: {why}, cause});
