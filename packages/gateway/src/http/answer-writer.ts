import {createHash} from 'node:crypto';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

/** An answer as bytes; made once for an object that is answered again and again. */
export interface WrittenAnswer {
  readonly etag: string;
  /** The body in the best coding the asker takes. */
  bytes(acceptEncoding: string | undefined): Promise<{body: Buffer; coding?: 'br' | 'gzip'}>;
}

const WORTH_COMPRESSING = 4_096;
const kept = new WeakMap<object, WrittenAnswer>();

/** `isStable`: the same object is answered again, so its bytes are kept with it. */
export function writeAnswer(answer: object, isStable: boolean): WrittenAnswer {
  const known = kept.get(answer);
  if (known) return known;
  const written = writtenAnswer(answer);
  if (isStable) kept.set(answer, written);
  return written;
}

function writtenAnswer(answer: object): WrittenAnswer {
  const plain = Buffer.from(JSON.stringify(answer));
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  let brotli: Promise<Buffer> | undefined;
  let gzipped: Promise<Buffer> | undefined;
  return {
    etag: `W/"${hash}"`,
    async bytes(acceptEncoding = '') {
      if (plain.length < WORTH_COMPRESSING) return {body: plain};
      if (/\bbr\b/.test(acceptEncoding)) {
        brotli ??= promisify(brotliCompress)(plain, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}});
        return {body: await brotli, coding: 'br'};
      }
      if (/\bgzip\b/.test(acceptEncoding)) {
        gzipped ??= promisify(gzip)(plain);
        return {body: await gzipped, coding: 'gzip'};
      }
      return {body: plain};
    },
  };
}

/** RFC 9110: weak comparison. */
export function isSame(ifNoneMatch: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}
