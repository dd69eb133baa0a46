import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader} from './byte-reader.js';
import type {ByteWriter} from './byte-writer.js';

/**
 * Writes strings that are built alike, such as codes: all first units, then all second units. What never changes takes no room that
 * way, and what does change is packed with its like.
 */
export function writeCodes(to: ByteWriter, codes: readonly string[]): void {
  to.column(codes.map(({length}) => length));
  const longest = codes.reduce((most, {length}) => Math.max(most, length), 0);
  for (let place = 0; place < longest; place++) {
    to.column(codes.filter(({length}) => length > place).map((code) => code.charCodeAt(place)));
  }
}

/** Many short strings in the room of one. */
export class Codes {
  readonly #text: string;
  readonly #starts: Uint32Array;

  constructor(codes: readonly string[]) {
    this.#text = codes.join('');
    this.#starts = new Uint32Array(codes.length + 1);
    for (const [at, {length}] of codes.entries()) this.#starts[at + 1] = (this.#starts[at] ?? 0) + length;
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** `undefined` where there is none. */
  at(place: number): string | undefined {
    return place >= 0 && place < this.count
      ? this.#text.slice(this.#starts[place], this.#starts[place + 1])
      : undefined;
  }
}

/** @throws TbError TB_CATALOGUE_BROKEN */
export function readCodes(from: ByteReader): Codes {
  const lengths = from.column();
  const codes = Array.from(lengths, () => '');
  const longest = Array.from(lengths).reduce((most, length) => Math.max(most, length), 0);
  for (let place = 0; place < longest; place++) {
    const units = from.column();
    let used = 0;
    for (let at = 0; at < codes.length; at++) {
      if ((lengths[at] ?? 0) > place) codes[at] += String.fromCharCode(units[used++] ?? 0);
    }
    if (used !== units.length) throw new TbError('TB_CATALOGUE_BROKEN');
  }
  return new Codes(codes);
}
