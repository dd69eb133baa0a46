import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader} from './byte-reader.js';
import type {ByteWriter} from './byte-writer.js';
import {stringOf, type Rows} from './units.js';

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

  constructor({values, starts}: Rows) {
    this.#text = stringOf(values);
    this.#starts = starts;
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
  const starts = new Uint32Array(lengths.length + 1);
  let longest = 0;
  for (let at = 0; at < lengths.length; at++) {
    const length = lengths[at] ?? 0;
    starts[at + 1] = (starts[at] ?? 0) + length;
    longest = Math.max(longest, length);
  }
  const total = starts[lengths.length] ?? 0;
  if (longest > LONGEST || total > MOST_UNITS) throw new TbError('TB_CATALOGUE_BROKEN');
  const values = new Uint16Array(total);
  for (let place = 0; place < longest; place++) {
    const units = from.column();
    let used = 0;
    for (let at = 0; at < lengths.length; at++) {
      if ((lengths[at] ?? 0) > place) values[(starts[at] ?? 0) + place] = units[used++] ?? 0;
    }
    if (used !== units.length) throw new TbError('TB_CATALOGUE_BROKEN');
  }
  return new Codes({values, starts});
}

/** No code is longer than its item's name and 80 signs; more is not a list of codes. */
const LONGEST = 1_000;
const MOST_UNITS = 50_000_000;
