import {TbError} from '@tongban/domain/errors.js';

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * Reads what `ByteWriter` wrote. Never reads, or reserves memory for, more than there is.
 *
 * @throws TbError TB_CATALOGUE_BROKEN from each method when the bytes end early or make no sense
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; unit <= 2 ** 49; unit *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
    throw new TbError('TB_CATALOGUE_BROKEN');
  }

  /** A view, not a copy. */
  bytes(): Uint8Array {
    return this.#take(this.number());
  }

  string(): string {
    try {
      return utf8.decode(this.bytes());
    } catch (cause) {
      throw new TbError('TB_CATALOGUE_BROKEN', {cause});
    }
  }

  /** In the smallest kind of array that holds the highest number. */
  column(): Column {
    const length = this.number();
    const planes = this.number();
    if (planes > 7 || (planes === 0 && length > MOST_ZEROS)) throw new TbError('TB_CATALOGUE_BROKEN');
    const bytes = this.#take(planes * length);
    if (planes < 2) return planes === 0 ? new Uint8Array(length) : bytes.slice();
    if (planes === 2) return twoPlanes(bytes, length);
    const values = new (planes <= 4 ? Uint32Array : Float64Array)(length);
    for (let plane = 0, unit = 1; plane < planes; plane++, unit *= 0x100) {
      const start = plane * length;
      for (let at = 0; at < length; at++) values[at] = (values[at] ?? 0) + (bytes[start + at] ?? 0) * unit;
    }
    return values;
  }

  /** @throws TbError TB_CATALOGUE_BROKEN when something is left: it was not written by this version. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new TbError('TB_CATALOGUE_BROKEN');
  }

  #take(length: number): Uint8Array {
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new TbError('TB_CATALOGUE_BROKEN');
    return this.#bytes.subarray(start, this.#at);
  }
}

/** By itself, with one kind of array: nearly all of a list is read here, before any engine has made it fast. */
function twoPlanes(bytes: Uint8Array, length: number): Uint16Array {
  const values = new Uint16Array(length);
  for (let at = 0; at < length; at++) values[at] = (bytes[at] ?? 0) | ((bytes[at + length] ?? 0) << 8);
  return values;
}

/** A column of zeros takes no bytes, so its length is not bounded by theirs. */
const MOST_ZEROS = 10_000_000;
